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

    void skipped(ByteString path, Extracted.Why why) {
        skipped.add(new Extracted.Skipped(path, why));
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
                losses);
    }

    private long count(EntryType type) {
        return made.getOrDefault(type, 0L);
    }
}
