package dev.stratoscope.model.image;

import java.util.List;

/** A container holds several images, and nothing says which of them is meant. */
public final class SeveralImagesException extends ImageFormatException {
    private static final long serialVersionUID = 1L;

    private final transient List<ListedImage> images;

    /**
     * Names what there is to choose from.
     *
     * @param item the container
     * @param reason how to choose, one line
     * @param images what the container lists, in its order
     */
    public SeveralImagesException(String item, String reason, List<ListedImage> images) {
        super(item, reason);
        this.images = List.copyOf(images);
    }

    /** What the container lists, in its order. */
    public List<ListedImage> images() {
        return images;
    }
}
