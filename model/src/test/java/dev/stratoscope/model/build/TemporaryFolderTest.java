package dev.stratoscope.model.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class TemporaryFolderTest {
    @TempDir private Path root = Path.of("");

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void nothingIsLeftAndASecretIsItsOwnersOnly() throws IOException {
        Path above;
        try (TemporaryFolder folder = new TemporaryFolder(root)) {
            Files.writeString(folder.fresh().resolve("x"), "y");
            Path secret = folder.secret("hidden".getBytes(StandardCharsets.UTF_8));
            assertEquals("hidden", Files.readString(secret));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
            above = Objects.requireNonNull(secret.getParent());
        }
        assertEquals(List.of(), all(root));
        assertEquals(List.of(), all(above));
    }

    @Test
    void whatAKilledProgramLeftIsRemovedAndWhatIsInUseStays() throws IOException {
        try (TemporaryFolder one = new TemporaryFolder(root);
                TemporaryFolder other = new TemporaryFolder(root)) {
            Path used = one.fresh();
            Path secret = one.secret(new byte[1]);
            // As a killed one leaves it: a lock that nobody holds, a folder and a secret.
            Files.createFile(root.resolve("dead.lock"));
            Files.createDirectories(root.resolve("dead/0/sub"));
            Path dead = Objects.requireNonNull(secret.getParent()).resolveSibling("dead");
            Files.createFile(Files.createDirectory(dead).resolve("secret"));
            other.fresh();
            assertTrue(Files.isDirectory(used));
            assertTrue(Files.exists(secret));
            assertTrue(Files.notExists(root.resolve("dead")));
            assertTrue(Files.notExists(root.resolve("dead.lock")));
            assertTrue(Files.notExists(dead));
        }
    }
}
