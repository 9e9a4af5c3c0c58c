package dev.stratoscope.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout these tests run in. */
record Repository(Path root) {

    /** The modules that ship code; each has the base package {@code dev.stratoscope.<module>}. */
    static final List<String> MODULES = List.of("model", "resources", "app");

    static final String BASE_PACKAGE = "dev.stratoscope.";

    /** Found by walking up from the working directory, which is a module's when Maven runs. */
    static Repository here() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("model/pom.xml"))
                    && Files.exists(at.resolve("app/pom.xml"))) {
                return new Repository(at);
            }
        }
        throw new IllegalStateException("no checkout of Stratoscope above " + start);
    }

    Path mainSources(String module) {
        return root.resolve(module).resolve("src/main/java");
    }

    /** The compiled main classes of a module; the build makes them before these tests run. */
    Path classes(String module) {
        Path classes = root.resolve(module).resolve("target/classes");
        if (!Files.exists(classes.resolve("module-info.class"))) {
            throw new IllegalStateException(module + " is not compiled: run mvn from " + root);
        }
        return classes;
    }

    /** Every Java file of every module, the installer's included. */
    List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(src -> javaFilesBelow(src).stream())
                    .sorted()
                    .toList();
        }
    }

    static List<Path> javaFilesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
