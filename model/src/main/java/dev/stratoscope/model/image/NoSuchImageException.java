package dev.stratoscope.model.image;

/** The local store has no image of that name or id. */
public final class NoSuchImageException extends ImageFormatException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what was asked for.
     *
     * @param item the name or id
     * @param reason where it was looked for in vain
     */
    public NoSuchImageException(String item, String reason) {
        super(item, reason);
    }
}
