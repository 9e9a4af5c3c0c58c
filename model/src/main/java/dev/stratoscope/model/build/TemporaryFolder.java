package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Claims;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Files that are needed while one command or build runs. What a killed program left of them is
 * removed when the next one needs some. Safe for use by many threads.
 */
final class TemporaryFolder implements Closeable {
    /** Memory, so that a secret is on no disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path root;
    private final Claims claims;
    private final String id = UUID.randomUUID().toString();
    private final List<Closeable> open = new ArrayList<>();
    private @Nullable Turn turn;
    private int count;

    /**
     * Files below a folder, which is made when it is needed.
     *
     * @param root on a disk
     */
    TemporaryFolder(Path root) {
        this.root = root.toAbsolutePath();
        this.claims = new Claims(root);
    }

    /** An empty folder. */
    synchronized Path fresh() throws IOException {
        return Files.createDirectories(claimed(root).resolve(String.valueOf(count++)));
    }

    /** Something that is closed with this. */
    synchronized <T extends Closeable> T kept(T one) {
        open.add(one);
        return one;
    }

    /** A file that only its owner can read, in memory where there is such a place. */
    synchronized Path secret(byte[] bytes) throws IOException {
        Path folder = claimed(Files.isWritable(MEMORY) ? hidden() : root);
        Path file = Files.createTempFile(Files.createDirectories(folder), "secret", "");
        return Files.write(file, bytes);
    }

    /** Where in memory the secrets of all programs with this root are. */
    private Path hidden() {
        Digest digest = Digest.sha256(root.toString().getBytes(StandardCharsets.UTF_8));
        return MEMORY.resolve("stratoscope-" + digest.shortHex());
    }

    private Path claimed(Path above) throws IOException {
        if (turn == null) {
            claims.clear(this::remove);
            turn = claims.take(id, Progress.NONE);
        }
        return above.resolve(id);
    }

    private void remove(String name) throws IOException {
        removeTree(root.resolve(name));
        removeTree(hidden().resolve(name));
    }

    @Override
    public synchronized void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
        if (turn != null) {
            claims.end(id, turn, this::remove);
            turn = null;
        }
    }

    private static void removeTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
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
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
