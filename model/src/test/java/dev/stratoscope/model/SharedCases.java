package dev.stratoscope.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The data of peers' test suites and our own cases, which lie beside the repository. */
public final class SharedCases {
    private SharedCases() {}

    /** A file or folder of {@code ../shared/cases}; the test is skipped where that is not there. */
    public static Path path(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve("model/src/main"))) {
            root = root.getParent();
        }
        Path cases = root.resolveSibling("shared").resolve("cases");
        assumeTrue(
                Files.isDirectory(cases),
                "../shared/cases is not there: " + name + " is not tested");
        return cases.resolve(name);
    }

    /** A JSON document there. */
    public static JsonNode json(String name) throws IOException {
        return new JsonMapper().readTree(path(name).toFile());
    }

    /** All regular files below a folder there. */
    public static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
