package dev.stratoscope.model.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that are needed while one command or build runs. Safe for use by many threads. */
final class TemporaryFolder implements Closeable {
    /** Memory, so that a secret is on no disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path root;
    private final List<Path> made = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();

    /**
     * Files below a folder, which is made when it is needed.
     *
     * @param root on a disk
     */
    TemporaryFolder(Path root) {
        this.root = root;
    }

    /** An empty folder. */
    synchronized Path fresh() throws IOException {
        Path folder = Files.createDirectories(root).resolve(UUID.randomUUID().toString());
        made.add(folder);
        return Files.createDirectory(folder);
    }

    /** Something that is closed with this. */
    synchronized <T extends Closeable> T kept(T one) {
        open.add(one);
        return one;
    }

    /** A file that only its owner can read, in memory where there is such a place. */
    synchronized Path secret(byte[] bytes) throws IOException {
        Path folder =
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "secret")
                        : Files.createTempDirectory(Files.createDirectories(root), "secret");
        made.add(folder);
        return Files.write(folder.resolve("secret"), bytes);
    }

    @Override
    public synchronized void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
        for (Path folder : made) {
            if (Files.exists(folder)) {
                remove(folder);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, java.io.@org.jspecify.annotations.Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
