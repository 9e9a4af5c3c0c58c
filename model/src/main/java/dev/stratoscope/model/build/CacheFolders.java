package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Mount;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The folders that the cache mounts of one RUN see. Those that are locked are taken in the order of
 * their names, so that two commands never wait for each other. Not for several threads.
 */
final class CacheFolders implements Closeable {
    /** What is in a cache when it begins. */
    interface Beginning {
        /** A digest of it; null when it begins empty. */
        @Nullable String digest(Mount mount) throws IOException;

        /** Fills an empty folder. */
        void fill(Mount mount, Path folder) throws IOException;
    }

    private final Path folder;
    private final Map<Mount, String> names = new HashMap<>();
    private final Map<String, Path> caches = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();

    /**
     * The caches of a home.
     *
     * @param folder made when it is needed
     */
    CacheFolders(Path folder) {
        this.folder = folder;
    }

    /** Makes those that are not there, and waits for those that somebody else has. */
    void take(List<Mount> mounts, Beginning beginning, Progress progress) throws IOException {
        Map<String, Mount> named = new TreeMap<>();
        for (Mount mount : mounts) {
            if (mount.type() == Mount.Type.CACHE) {
                String name = name(mount, beginning.digest(mount));
                names.put(mount, name);
                named.putIfAbsent(name, mount);
            }
        }
        for (Map.Entry<String, Mount> one : named.entrySet()) {
            Files.createDirectories(folder);
            String name = one.getKey();
            Mount mount = one.getValue();
            if (mount.sharing().equals("locked")) {
                turns.add(Turn.take(folder.resolve(name + ".lock"), progress));
            } else if (mount.sharing().equals("private")) {
                name = free(name);
            }
            caches.put(one.getKey(), made(name, mount, beginning));
        }
    }

    /** The folder of a mount that was taken. */
    Path of(Mount mount) {
        return Objects.requireNonNull(caches.get(names.get(mount)));
    }

    /**
     * An id may be anything, so it is no file's name; and a cache that began with some files is not
     * one that began with others.
     */
    private static String name(Mount mount, @Nullable String begun) {
        String id = Objects.requireNonNullElse(mount.id(), String.valueOf(mount.target()));
        String all = begun == null ? id : id + "\0" + begun;
        return Digest.sha256(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The name of a cache that nobody else has. */
    private String free(String name) throws IOException {
        for (int number = 0; ; number++) {
            String one = number == 0 ? name : name + "-" + number;
            Turn turn = Turn.tryTake(folder.resolve(one + ".lock"));
            if (turn != null) {
                turns.add(turn);
                return one;
            }
        }
    }

    /** Nobody sees one before it is filled; who is the first to make it is told by a lock. */
    private Path made(String name, Mount mount, Beginning beginning) throws IOException {
        Path cache = folder.resolve(name);
        if (Files.isDirectory(cache)) {
            return cache;
        }
        try (Turn _ = Turn.take(folder.resolve(name + ".made"), Progress.NONE);
                TemporaryFolder temporary = new TemporaryFolder(folder.resolve("new"))) {
            if (!Files.isDirectory(cache)) {
                Path fresh = temporary.fresh();
                beginning.fill(mount, fresh);
                Owned.set(fresh, mount.mode() < 0 ? 0755 : mount.mode(), mount.uid(), mount.gid());
                Files.move(fresh, cache);
            }
        }
        return cache;
    }

    @Override
    public void close() throws IOException {
        for (Turn turn : turns) {
            turn.close();
        }
        turns.clear();
    }
}
