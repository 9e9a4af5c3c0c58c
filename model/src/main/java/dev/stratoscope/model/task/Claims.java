package dev.stratoscope.model.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What programs work at in a folder, each by an id with a lock beside it, so that what a killed one
 * left is found and cleared away. Safe for use by many threads and processes.
 */
public final class Claims {
    private static final String LOCK = ".lock";

    private final Path folder;

    /** Claims in a folder, which is made when it is needed. */
    public Claims(Path folder) {
        this.folder = folder;
    }

    /** Clears away what is there of an id. */
    @FunctionalInterface
    public interface Clearing {
        /**
         * Called while nobody else can have the id.
         *
         * @throws IOException when something has to stay; it is tried again later
         */
        void clear(String id) throws IOException;
    }

    /** Takes an id that nobody had before, until {@link #end}. */
    public Turn take(String id, Progress progress) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            Turn turn = Turn.take(lock(id), progress);
            // Who clears may have taken the file for an abandoned one before the lock was ours.
            if (Files.exists(lock(id))) {
                return turn;
            }
            turn.close();
        }
    }

    /** Clears away what is there of an id, and lets it go. */
    public void end(String id, Turn turn, Clearing clearing) throws IOException {
        try (turn) {
            clearing.clear(id);
            Files.deleteIfExists(lock(id));
        }
    }

    /** Whether somebody works at an id at this moment. */
    public boolean isTaken(String id) throws IOException {
        if (!Files.exists(lock(id))) {
            return false;
        }
        try (Turn turn = Turn.tryTake(lock(id))) {
            return turn == null;
        }
    }

    /** Clears away the ids of programs that ended without doing so. */
    public void clear(Clearing clearing) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> locks;
        try (Stream<Path> all = Files.list(folder)) {
            locks = all.filter(one -> one.toString().endsWith(LOCK)).toList();
        }
        for (Path lock : locks) {
            String name = lock.getFileName().toString();
            String id = name.substring(0, name.length() - LOCK.length());
            try (Turn turn = Turn.tryTake(lock)) {
                if (turn != null) {
                    clearing.clear(id);
                    Files.deleteIfExists(lock);
                }
            }
        }
    }

    private Path lock(String id) {
        return folder.resolve(id + LOCK);
    }
}
