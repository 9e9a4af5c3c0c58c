package dev.stratoscope.model.host;

import java.nio.file.FileSystemException;

/** The system or the disk does not have what was asked for. */
public final class NotSupportedException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what was asked for.
     *
     * @param file what it was asked for
     * @param reason what there is not
     */
    public NotSupportedException(String file, String reason) {
        super(file, null, reason);
    }
}
