package dev.stratoscope.app.container;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.util.List;

/** Finds a shell among the files of a container. */
final class Shell {
    private static final List<String> KNOWN =
            List.of("/bin/bash", "/usr/bin/bash", "/bin/sh", "/usr/bin/sh", "/bin/ash");

    private Shell() {}

    /** The path of the one that serves a person best; null where there is none. */
    static @Nullable String in(Container container, Progress progress) throws IOException {
        try (FileSystem files = container.files(progress)) {
            for (String path : KNOWN) {
                if (Files.isRegularFile(files.getPath(path))) {
                    return path;
                }
            }
            return null;
        }
    }
}
