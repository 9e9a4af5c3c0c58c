package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.SharedData;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Dockerfiles that buildah and kaniko are tested with, where they lie beside the checkout. */
final class PeerDockerfiles {
    private PeerDockerfiles() {}

    /** All, in the order of their names; the test is skipped where they are not there. */
    static List<Path> all() throws IOException {
        Path cases = SharedData.at("cases");
        try (Stream<Path> buildah = Files.walk(cases.resolve("containers__buildah"));
                Stream<Path> kaniko = Files.walk(cases.resolve("GoogleContainerTools__kaniko"))) {
            return Stream.concat(buildah, kaniko)
                    .filter(Files::isRegularFile)
                    .filter(PeerDockerfiles::isOne)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        boolean named = name.startsWith("Docker") || name.startsWith("Container");
        return (named || file.getParent().endsWith("dockerfiles"))
                && !name.endsWith(".dockerignore");
    }

    /** What one is called in a list: folder and name. */
    static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    /** The text without the name of another parser, which would be fetched. */
    static String text(Path file) throws IOException {
        return Files.readString(file).replaceFirst("(?i)^#\\s*syntax\\s*=.*", "#");
    }
}
