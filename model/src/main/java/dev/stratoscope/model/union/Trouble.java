package dev.stratoscope.model.union;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Names the file of this file system where what lies beneath names its own, or nothing. */
final class Trouble {
    private Trouble() {}

    /**
     * What tells of the paths that a failed call was given, or of an interruption; nothing else.
     */
    static IOException of(IOException e, UnionPath... paths) {
        if (e instanceof ClosedChannelException || e instanceof InterruptedIOException) {
            return e;
        }
        String reason = e.getMessage();
        if (e instanceof FileSystemException known) {
            for (UnionPath path : paths) {
                if (path.toString().equals(known.getFile())) {
                    return e;
                }
            }
            reason = Objects.requireNonNullElse(known.getReason(), reason);
        }
        FileSystemException named =
                new FileSystemException(
                        paths[0].toString(),
                        null,
                        Objects.requireNonNullElse(reason, e.getClass().getSimpleName()));
        named.initCause(e);
        return named;
    }
}
