package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A layer below all of an image's own that has the names that something is mounted on, so that the
 * runtimes need not make them in the container's layer where an image lacks them. What the image
 * has of them counts before.
 */
final class Skeleton {
    static final List<String> FOLDERS =
            List.of("dev", "dev/mqueue", "dev/pts", "dev/shm", "etc", "proc", "sys");
    static final List<String> FILES =
            List.of("dev/console", "etc/hostname", "etc/hosts", "etc/resolv.conf");

    private Skeleton() {}

    /** Makes what is missing of it below a folder, and returns it as an unpacked layer. */
    static Path in(Path home) throws IOException {
        Path layer = home.toAbsolutePath().resolve("skeleton");
        Path root = layer.resolve("fs");
        if (Files.exists(root.resolve(FILES.getLast()))) {
            return layer;
        }
        for (String folder : FOLDERS) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String file : FILES) {
            if (!Files.exists(root.resolve(file))) {
                Files.write(root.resolve(file), new byte[0]);
            }
        }
        return layer;
    }
}
