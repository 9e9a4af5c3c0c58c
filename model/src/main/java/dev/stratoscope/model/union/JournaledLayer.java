package dev.stratoscope.model.union;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link JournaledUpper} said at one moment, as a layer. Immutable; the bytes of its files
 * are read whenever they are asked for and may have changed since.
 */
public final class JournaledLayer {
    /** A file written to so lately may be written to again at what a disk takes for one moment. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final LayerIndex index;
    private final Contents contents;
    private final @Nullable Instant lastWrite;
    private final Map<Long, Known> known;

    private JournaledLayer(
            LayerIndex index,
            Contents contents,
            @Nullable Instant lastWrite,
            Map<Long, Known> known) {
        this.index = index;
        this.contents = contents;
        this.lastWrite = lastWrite;
        this.known = known;
    }

    /** Bytes that were read once; they are the same as long as the file is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(long size, FileTime written, byte[] sha256) {}

    /**
     * Reads the layer in a folder, which others may have open.
     *
     * @param before what it said earlier: bytes that did not change since are not read again; null
     *     reads all
     * @param progress advanced by files
     */
    public static JournaledLayer read(
            Path folder, @Nullable JournaledLayer before, Limits limits, Progress progress)
            throws IOException {
        Map<Long, Known> earlier = before == null ? Map.of() : before.known;
        Map<Long, Known> known = new HashMap<>();
        Map<ByteString, Long> numbers = new HashMap<>();
        DataFolder data = new DataFolder(folder.resolve("data"));
        try (JournaledUpper upper = JournaledUpper.open(folder, Clock.systemUTC())) {
            Instant now = Instant.now();
            UpperIndex.Digests digests =
                    (path, said) -> {
                        progress.advance(1);
                        long number = said.file();
                        numbers.put(path, number);
                        long size = data.size(number);
                        FileTime written = data.written(number);
                        Known same = earlier.get(number);
                        if (same != null && same.size() == size && same.written().equals(written)) {
                            known.put(number, same);
                            return same.sha256();
                        }
                        byte[] sha256 = UpperIndex.sha256(upper, path);
                        if (written != null && written.toInstant().plus(MOMENT).isBefore(now)) {
                            known.put(number, new Known(size, written, sha256));
                        }
                        return sha256;
                    };
            LayerIndex index = UpperIndex.of(upper, limits, digests);
            boolean empty = upper.names(ByteString.EMPTY).isEmpty();
            return new JournaledLayer(
                    index,
                    (entry, offset) -> open(data, numbers, entry, offset),
                    empty ? null : upper.said().toInstant(),
                    Map.copyOf(known));
        }
    }

    private static InputStream open(
            DataFolder data, Map<ByteString, Long> numbers, Entry entry, long offset)
            throws IOException {
        Long number = numbers.get(entry.path());
        return number == null ? InputStream.nullInputStream() : data.stream(number, offset);
    }

    /** Its entries, with whiteouts, opaque marks and content digests. */
    public LayerIndex index() {
        return index;
    }

    /** The bytes of its files, whatever number of a layer the entries have. */
    public Contents contents() {
        return contents;
    }

    /** When something was last said of it; null when it says of no name. */
    public @Nullable Instant lastWrite() {
        return lastWrite;
    }
}
