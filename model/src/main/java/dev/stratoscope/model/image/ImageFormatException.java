package dev.stratoscope.model.image;

import java.io.IOException;

/**
 * A document or archive that is not what it should be. The message names the item and the reason in
 * one line.
 */
public class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String item;

    /**
     * Names what is wrong.
     *
     * @param item the thing: a file, member or digest; both texts may come from strangers and are
     *     escaped
     * @param reason why it was refused
     */
    public ImageFormatException(String item, String reason) {
        super(Printable.of(item + ": " + reason));
        this.item = Printable.of(item);
    }

    /** As the other constructor, with the error that led here. */
    public ImageFormatException(String item, String reason, Throwable cause) {
        super(Printable.of(item + ": " + reason), cause);
        this.item = Printable.of(item);
    }

    /** The thing that was refused. */
    public String item() {
        return item;
    }
}
