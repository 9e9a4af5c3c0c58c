package dev.stratoscope.model.snapshot;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Test folders on a disk in memory where there is one: overlayfs takes it, which it does not take
 * every disk that tests run on, and making it safe costs nothing.
 */
public final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        Path memory = Path.of("/dev", "shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "snapshot")
                : Files.createTempDirectory("snapshot");
    }
}
