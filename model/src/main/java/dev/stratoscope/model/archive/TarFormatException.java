package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;

/** A tar that cannot be read on. */
final class TarFormatException extends ImageFormatException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * Names the place.
     *
     * @param item which tar
     * @param offset where the header that is wrong begins
     * @param reason what is wrong with it
     */
    TarFormatException(String item, long offset, String reason) {
        super(item, reason + " (tar offset " + offset + ")");
        this.offset = offset;
    }

    /** Where the header that is wrong begins. */
    long offset() {
        return offset;
    }
}
