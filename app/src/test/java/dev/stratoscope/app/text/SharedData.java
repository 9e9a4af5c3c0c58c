package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data that lies beside the checkout; tests that need it are skipped, by name, where it is not
 * there.
 */
public final class SharedData {
    private SharedData() {}

    /**
     * A file or folder of the shared data.
     *
     * @param path below {@code shared/}
     */
    public static Path at(String path) {
        Optional<Path> found = find(path);
        assumeTrue(found.isPresent(), "needs ../shared/" + path);
        return found.orElseThrow();
    }

    /** The same where it is there. */
    public static Optional<Path> find(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null
                && !(Files.isDirectory(root.resolve("app"))
                        && Files.isDirectory(root.resolve("model")))) {
            root = root.getParent();
        }
        return Optional.ofNullable(root)
                .map(found -> found.resolveSibling("shared").resolve(path))
                .filter(Files::exists);
    }
}
