package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what an extraction does. Not for several threads. */
final class Tally {
    private final Map<EntryType, Long> made = new EnumMap<>(EntryType.class);
    private final Map<Extracted.Loss, Long> losses = new EnumMap<>(Extracted.Loss.class);
    private final List<Extracted.Skipped> skipped = new ArrayList<>();
    private long skippedInAll;
    private long bytes;

    void made(EntryType type) {
        made.merge(type, 1L, Long::sum);
    }

    void wrote(long count) {
        bytes += count;
    }

    void lost(Extracted.Loss what) {
        losses.merge(what, 1L, Long::sum);
    }

    /** The first ones are told by name, those that are an error before the others. */
    void skipped(ByteString path, Extracted.Why why) {
        skippedInAll++;
        Extracted.Skipped one = new Extracted.Skipped(path, why);
        if (skipped.size() < Extracted.MOST_SKIPPED) {
            skipped.add(one);
        } else if (why != Extracted.Why.DEVICE) {
            skipped.set(Extracted.MOST_SKIPPED - 1, one);
        }
    }

    Extracted result() {
        return new Extracted(
                count(EntryType.FILE),
                count(EntryType.DIRECTORY),
                count(EntryType.SYMLINK),
                count(EntryType.HARDLINK),
                count(EntryType.FIFO),
                count(EntryType.CHARACTER_DEVICE) + count(EntryType.BLOCK_DEVICE),
                bytes,
                skipped,
                skippedInAll,
                losses);
    }

    private long count(EntryType type) {
        return made.getOrDefault(type, 0L);
    }
}
