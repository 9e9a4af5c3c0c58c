package dev.stratoscope.app.reading;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that only its owner can look into, made when first asked for. Thread-safe. */
public final class TemporaryFolder implements AutoCloseable {
    private @Nullable Path root;

    /** A new folder in it. */
    public synchronized Path fresh() throws IOException {
        Path known = root;
        if (known == null) {
            known = Files.createTempDirectory("stratoscope-");
            root = known;
        }
        return Files.createTempDirectory(known, "drag-");
    }

    /** Removes it with all in it, as far as the system lets it. */
    @Override
    public synchronized void close() {
        Path known = root;
        root = null;
        if (known != null) {
            try {
                Files.walkFileTree(known, new Removal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Goes on where something cannot be removed; the system clears such folders in time. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // A folder that may not be written to cannot be emptied.
            boolean writable =
                    folder.toFile().setWritable(true) && folder.toFile().setExecutable(true);
            return writable ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return remove(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return remove(folder);
        }

        private static FileVisitResult remove(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
