package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The files that a run is on disk. Made by {@link Launchers}, written by the supervisor, and read
 * by whoever asks.
 *
 * @param id of the container
 * @param path below the container's own folder
 */
record RunFolder(String id, Path path) {
    static RunFolder of(String id, Path container) {
        return new RunFolder(id, container.toAbsolutePath().resolve("run"));
    }

    /** How it is run; written before anything is started. */
    Path launch() {
        return path.resolve("launch.json");
    }

    /** The runtime-spec's bundle. */
    Path bundle() {
        return path.resolve("bundle");
    }

    Path config() {
        return bundle().resolve("config.json");
    }

    /** Files of the container's {@code /etc} that are the machine's business. */
    Path etc() {
        return path.resolve("etc");
    }

    /** Where the runtime keeps its state. */
    Path state() {
        return path.resolve("state");
    }

    /** Where the number of the first process is. */
    Path pid() {
        return path.resolve("pid");
    }

    /** The first process's line of {@code /proc} and the machine's start, at its start. */
    Path born() {
        return path.resolve("born");
    }

    /** Where the number of the process that holds the mounts is. */
    Path supervisor() {
        return path.resolve("supervisor");
    }

    /** Where exit codes are put. */
    Path exits() {
        return path.resolve("exits");
    }

    /** The exit code, in digits. */
    Path exit() {
        return exits().resolve(id);
    }

    /** There when the runtime's state was removed after the end. */
    Path cleared() {
        return path.resolve("cleared");
    }

    /** What the supervisor and the runtime complain about. */
    Path complaints() {
        return path.resolve("complaints");
    }

    /** The ports, as they are listened at. */
    Path ports() {
        return path.resolve("ports.json");
    }

    /** Where the number of the process that forwards ports is. */
    Path forwarder() {
        return path.resolve("forwarder");
    }

    /** Where conmon makes its sockets. */
    Path sockets() {
        return path.resolve("sockets");
    }

    /** What the container writes. */
    Path log() {
        return path.resolve("log");
    }

    /** Makes the folders of a fresh run; the log of earlier ones stays. */
    void renew() throws IOException {
        discard();
        for (Path folder : new Path[] {path, bundle(), etc(), state(), exits(), sockets()}) {
            Files.createDirectories(folder);
        }
    }

    /** Removes what is only of use to a running container, and what tells how the last one went. */
    void discard() throws IOException {
        for (Path file :
                new Path[] {
                    launch(),
                    pid(),
                    born(),
                    supervisor(),
                    exit(),
                    cleared(),
                    complaints(),
                    ports(),
                    forwarder()
                }) {
            Files.deleteIfExists(file);
        }
        removeTree(state());
        removeTree(sockets());
    }

    /** Removes a folder with what is in it; no link is followed. */
    static void removeTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
