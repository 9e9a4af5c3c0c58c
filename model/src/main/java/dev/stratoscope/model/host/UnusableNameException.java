package dev.stratoscope.model.host;

import java.nio.file.FileSystemException;

/** A name that the system or the disk cannot hold. */
public final class UnusableNameException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the file and why it cannot be called that.
     *
     * @param file its path, fit to be shown
     * @param reason such as that it is too long
     */
    public UnusableNameException(String file, String reason) {
        super(file, null, reason);
    }
}
