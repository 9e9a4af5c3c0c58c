package dev.stratoscope.model.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what tests leave, also where paths are longer than the system takes. */
final class Clearing {
    private static final int LONG = 1_000;

    private Clearing() {}

    /** Deletes all that is in a folder. */
    static void in(Path folder) throws IOException {
        Deque<Path> ahead = new ArrayDeque<>(content(folder));
        Deque<Path> emptied = new ArrayDeque<>();
        int moved = 0;
        while (!ahead.isEmpty()) {
            Path next = ahead.removeLast();
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(next);
                continue;
            }
            if (next.toString().length() > LONG) {
                Path higher = folder.resolve("cleared" + moved++);
                Files.move(next, higher);
                next = higher;
            }
            try (Directory open = Directory.open(next)) {
                open.chmod(0700);
            }
            emptied.push(next);
            ahead.addAll(content(next));
        }
        while (!emptied.isEmpty()) {
            Files.delete(emptied.pop());
        }
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
