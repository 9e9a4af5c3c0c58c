package dev.stratoscope.model.host;

import java.nio.file.FileSystemException;

/** Something that may not be replaced has the name already. */
public final class InTheWayException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /**
     * Names it.
     *
     * @param file its path, fit to be shown
     * @param reason what is in the way of what
     */
    public InTheWayException(String file, String reason) {
        super(file, null, reason);
    }
}
