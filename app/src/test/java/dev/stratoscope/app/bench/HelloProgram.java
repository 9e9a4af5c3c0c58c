package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** {@link Hello} as a program of its own, on the JavaFX that Stratoscope ships with. */
final class HelloProgram {
    private static final String MOMENT = "2000";

    private final Path program;
    private final Path folder;
    private final String java;
    private final List<String> options;

    HelloProgram(Path program, Path folder, String java, List<String> options) {
        this.program = program;
        this.folder = folder;
        this.java = java;
        this.options = options;
    }

    /** As Java starts it. */
    Work bare() throws IOException {
        return Work.of("hello", command(List.of(), List.of()));
    }

    /** With a start-up cache, as Stratoscope has one. */
    Work withCache() throws IOException, InterruptedException {
        Path cache = folder.resolve("hello.aot");
        List<String> train = command(List.of("-XX:AOTCacheOutput=" + cache), List.of(MOMENT));
        Work.of("training hello", train).run(folder);
        List<String> use = command(List.of("-XX:AOTCache=" + cache), List.of());
        return Work.of("hello with a start-up cache", use);
    }

    private List<String> command(List<String> first, List<String> args) throws IOException {
        List<String> line = new ArrayList<>(List.of(java));
        line.addAll(first);
        line.addAll(options);
        line.addAll(List.of("--enable-native-access=javafx.graphics", "--module-path"));
        try (var jars = Files.list(program.resolve("lib"))) {
            List<String> javafx =
                    jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-"))
                            .map(Path::toString)
                            .sorted()
                            .toList();
            line.add(String.join(System.getProperty("path.separator"), javafx));
        }
        line.addAll(List.of("--add-modules", "javafx.controls", "-cp", jar().toString()));
        line.add(Hello.class.getName());
        line.addAll(args);
        return line;
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("hello.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        String name = Hello.class.getName().replace('.', '/') + ".class";
        try (var in = Hello.class.getClassLoader().getResourceAsStream(name);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            if (in == null) {
                throw new IOException(name + " is not there");
            }
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
