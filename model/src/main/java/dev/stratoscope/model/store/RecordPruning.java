package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.IndexCache.Kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** One removal of the records that nobody needs. */
final class RecordPruning {
    /** How long a record that no stored image needs is kept after its last use. */
    static final Duration UNUSED = Duration.ofDays(30);

    /** How many bytes the records may have that no stored image needs. */
    static final long MOST_BYTES = 2L << 30;

    private final Instant now;
    private final BiPredicate<Kind, String> needed;
    private final long mostBytes;

    RecordPruning(Instant now, BiPredicate<Kind, String> needed) {
        this(now, needed, MOST_BYTES);
    }

    RecordPruning(Instant now, BiPredicate<Kind, String> needed, long mostBytes) {
        this.now = now;
        this.needed = needed;
        this.mostBytes = mostBytes;
    }

    private record Unneeded(Path file, long size, Instant used) {}

    long run(IndexFolder folder) throws IOException {
        List<Unneeded> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Path file : files(folder.folder(kind))) {
                String key = IndexFolder.key(file);
                if (key == null || !needed.test(kind, key)) {
                    add(file, found);
                }
            }
        }
        found.sort(Comparator.comparing(Unneeded::used).reversed());
        long kept = 0;
        long freed = 0;
        for (Unneeded record : found) {
            boolean stays = record.used().isAfter(now.minus(UNUSED));
            if (stays && kept + record.size() <= mostBytes) {
                kept += record.size();
            } else {
                freed += remove(record);
            }
        }
        return freed;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A time in the future, left by a clock that jumped, counts as now. */
    private void add(Path file, List<Unneeded> to) throws IOException {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
            Instant used = of.lastModifiedTime().toInstant();
            to.add(new Unneeded(file, of.size(), used.isAfter(now) ? now : used));
        } catch (NoSuchFileException e) {
            // Another program was faster.
            return;
        }
    }

    private static long remove(Unneeded record) {
        try {
            return Files.deleteIfExists(record.file()) ? record.size() : 0;
        } catch (IOException e) {
            // It stays, as in a folder that can only be read from.
            return 0;
        }
    }
}
