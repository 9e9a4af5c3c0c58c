package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Removes what nothing lies on. */
final class Pruning {
    private static final String GONE = "gone-";
    private static final String DRAFT = "active-";
    private static final String LAYER = "layer-";

    private final SnapshotFolder folder;

    Pruning(SnapshotFolder folder) {
        this.folder = folder;
    }

    /**
     * Takes something from its place, in one step, to be removed; only with the turn for all.
     *
     * @return its name among what is new
     */
    static String putAway(SnapshotFolder folder, Path what) throws IOException {
        String gone = GONE + UUID.randomUUID();
        try {
            Files.move(what, folder.fresh().resolve(gone), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Then there is nothing to remove by that name.
        }
        return gone;
    }

    /** Returns the bytes freed. */
    long run(Predicate<String> keys) throws IOException {
        Set<String> needed = new HashSet<>(Set.of(SnapshotFolder.EMPTY));
        try (Turn _ = Turn.take(folder.turn(), Progress.NONE)) {
            for (String fresh : names(folder.fresh())) {
                if (fresh.startsWith(DRAFT)) {
                    draft(fresh, needed);
                }
            }
            for (String key : names(folder.active())) {
                if (keys.test(key)) {
                    needed.addAll(lowers(folder.active().resolve(key)));
                } else {
                    putAway(folder, folder.active().resolve(key));
                }
            }
            for (String layer : names(folder.layers())) {
                if (!needed.contains(layer)) {
                    putAway(folder, folder.layers().resolve(layer));
                }
            }
        }
        return clear();
    }

    /** What somebody makes just now needs its layers; what nobody makes any more can go. */
    private void draft(String name, Set<String> needed) throws IOException {
        Path draft = folder.fresh().resolve(name);
        try (Turn dead = Turn.tryTake(folder.keyTurn(name.substring(DRAFT.length())))) {
            if (dead == null) {
                needed.addAll(lowers(draft));
            } else {
                putAway(folder, draft);
            }
        }
    }

    private static List<String> lowers(Path snapshot) throws IOException {
        try {
            return Files.readAllLines(snapshot.resolve("lowers"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private long clear() throws IOException {
        long freed = 0;
        for (String fresh : names(folder.fresh())) {
            if (fresh.startsWith(GONE)) {
                freed += Removal.of(folder.fresh(), fresh);
            } else if (fresh.startsWith(LAYER)) {
                String layer = fresh.substring(LAYER.length());
                try (Turn dead = Turn.tryTake(folder.layerTurn(layer))) {
                    freed += dead == null ? 0 : Removal.of(folder.fresh(), fresh);
                }
            }
        }
        return freed;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }
}
