package dev.stratoscope.model.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that survive a crash: whole or as they were before. */
final class Durable {
    private Durable() {}

    /**
     * Replaces a file; when this returns, the new bytes are safe.
     *
     * @param temporary a file of the same disk that is not there; on failure it is removed
     */
    static void replace(Path target, Path temporary, byte[] bytes) throws IOException {
        try {
            write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        syncFolderOf(target);
    }

    /** Writes a file that is not there yet, safely on disk but for its name. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException e) {
            throw about(file, e);
        }
    }

    /** Makes the name of a file safe, where the system can do that. */
    static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            syncFolder(folder);
        }
    }

    /** Makes the names in a folder safe, where the system can do that. */
    static void syncFolder(Path folder) throws IOException {
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            // Windows opens no folders; its journal keeps names by itself.
            return;
        }
        try (names) {
            names.force(true);
        } catch (IOException e) {
            throw about(folder, e);
        }
    }

    /** The error, with the file it is about, unless it is named or somebody cancelled. */
    static IOException about(Path file, IOException e) {
        if (e instanceof FileSystemException || e instanceof InterruptedIOException) {
            return e;
        }
        if (e instanceof ClosedByInterruptException) {
            return (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        FileSystemException named =
                new FileSystemException(file.toString(), null, String.valueOf(e.getMessage()));
        named.initCause(e);
        return named;
    }
}
