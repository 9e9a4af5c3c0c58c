package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Removes folders with all in them, whatever their depth: folders below move up beside the one
 * being cleared, so that two descriptors are enough.
 */
final class Removal {
    private static final String MOVED = "gone-";

    private final LiveDirectory place;
    private final Deque<ByteString> waiting = new ArrayDeque<>();
    private long freed;

    private Removal(LiveDirectory place) {
        this.place = place;
    }

    /**
     * Removes what has a name in a folder; nothing happens when there is none.
     *
     * @return the bytes freed
     */
    static long of(Path folder, String name) throws IOException {
        if (!LiveDirectory.isHere()) {
            return ours(folder.resolve(name));
        }
        try (LiveDirectory place = LiveDirectory.open(folder)) {
            return of(place, ByteString.of(name), place);
        }
    }

    /** Where nobody unpacks anything, there are only folders and files of our own, two deep. */
    private static long ours(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(top)) {
            all = found.toList();
        } catch (NoSuchFileException e) {
            return 0;
        }
        long freed = 0;
        for (Path path : all.reversed()) {
            freed += Files.isRegularFile(path) ? Files.size(path) : 0;
            Files.deleteIfExists(path);
        }
        return freed;
    }

    /**
     * As the other.
     *
     * @param place a folder of the same disk that nobody else uses, for what is being removed
     * @return the bytes freed
     */
    static long of(LiveDirectory folder, ByteString name, LiveDirectory place) throws IOException {
        Removal removal = new Removal(place);
        removal.take(folder, name);
        while (!removal.waiting.isEmpty()) {
            removal.clear(removal.waiting.remove());
        }
        return removal.freed;
    }

    private void take(LiveDirectory folder, ByteString name) throws IOException {
        Stat stat = folder.stat(name);
        if (stat == null) {
            return;
        }
        if (!stat.isDirectory()) {
            folder.unlink(name);
            freed += stat.names() == 1 ? stat.stored() : 0;
            return;
        }
        freed += stat.stored();
        ByteString free;
        do {
            free = ByteString.of(MOVED + ThreadLocalRandom.current().nextLong());
        } while (place.stat(free) != null);
        try {
            folder.move(name, place, free);
            waiting.add(free);
        } catch (NoSuchFileException e) {
            // Another program removes it too.
        }
    }

    private void clear(ByteString name) throws IOException {
        try {
            try (LiveDirectory folder = place.directory(name)) {
                for (ByteString child : folder.names()) {
                    take(folder, child);
                }
            }
            place.removeDirectory(name);
        } catch (NoSuchFileException e) {
            // Another program removes it too.
        }
    }
}
