package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

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
        Path root = Path.of("").toAbsolutePath();
        while (root != null
                && !(Files.isDirectory(root.resolve("app"))
                        && Files.isDirectory(root.resolve("model")))) {
            root = root.getParent();
        }
        Path found = root == null ? null : root.resolveSibling("shared").resolve(path);
        assumeTrue(found != null && Files.exists(found), "needs ../shared/" + path);
        return found;
    }
}
