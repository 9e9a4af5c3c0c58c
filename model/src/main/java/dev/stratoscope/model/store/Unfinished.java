package dev.stratoscope.model.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Names of files and folders that are written beside their place and moved there when they are
 * whole. The name carries the id of a lease, which tells who has to clear away what a crash left.
 */
final class Unfinished {
    private Unfinished() {}

    /** The name to write under. */
    static Path of(Path target, Lease lease) {
        Path whole = target.toAbsolutePath().normalize();
        return whole.resolveSibling("." + whole.getFileName() + suffix(lease.id()));
    }

    /** What such names end in. */
    static String suffix(String lease) {
        return "." + lease + ".part";
    }

    /** Removes a file or a folder with all that is in it; links are not followed. */
    static void remove(Path top) throws IOException {
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(top);
            return;
        }
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException problem)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
