package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a layer's index from what is known of an upper folder. */
final class UpperIndex {
    private static final Attributes MARK = Attributes.file(0);
    private static final ByteString OPAQUE = ByteString.of(".wh..wh..opq");
    private static final ByteString ROOT = ByteString.of("./");

    private final LayerIndexBuilder builder;
    private final Map<Long, ByteString> firstNames = new HashMap<>();
    private final Map<ByteString, List<Entry.Extent>> hollow = new HashMap<>();
    private @Nullable Instant lastWrite;

    private UpperIndex(Limits limits) {
        this.builder = new LayerIndexBuilder(limits);
    }

    /**
     * The layer.
     *
     * @param top what is known of the upper folder itself
     * @param folders what is known of each folder's names, sorted
     */
    static UpperLayer of(
            Fact top, Map<ByteString, Map<ByteString, Fact>> folders, Path upper, Limits limits)
            throws ImageFormatException, LimitException {
        UpperIndex index = new UpperIndex(limits);
        index.add(ROOT, top);
        Deque<ByteString> waiting = new ArrayDeque<>(List.of(ByteString.EMPTY));
        while (!waiting.isEmpty()) {
            ByteString path = waiting.remove();
            Map<ByteString, Fact> names = folders.getOrDefault(path, Map.of());
            for (Map.Entry<ByteString, Fact> each : names.entrySet()) {
                ByteString child = Way.child(path, each.getKey());
                Fact fact = each.getValue();
                if (fact.attributes() == null) {
                    index.mark(Way.child(path, whiteout(each.getKey())), fact);
                    continue;
                }
                index.add(child, fact);
                if (fact.stat().isDirectory()) {
                    waiting.add(child);
                }
            }
        }
        boolean empty = folders.getOrDefault(ByteString.EMPTY, Map.of()).isEmpty();
        return new UpperLayer(
                index.builder.build(0),
                new UpperContents(upper, folders, Map.copyOf(index.hollow)),
                empty ? null : index.lastWrite);
    }

    private static ByteString whiteout(ByteString name) {
        byte[] last = name.toByteArray();
        byte[] mark = {'.', 'w', 'h', '.'};
        byte[] both = new byte[mark.length + last.length];
        System.arraycopy(mark, 0, both, 0, mark.length);
        System.arraycopy(last, 0, both, mark.length, last.length);
        return ByteString.of(both);
    }

    private void mark(ByteString path, Fact fact) throws ImageFormatException, LimitException {
        written(fact);
        builder.add(path, MARK, 0, null, null);
    }

    private void add(ByteString path, Fact fact) throws ImageFormatException, LimitException {
        written(fact);
        Attributes said = fact.attributes();
        if (said == null) {
            return;
        }
        boolean linked = fact.stat().names() > 1 && said.type() != EntryType.DIRECTORY;
        ByteString first = linked ? firstNames.putIfAbsent(fact.stat().inode(), path) : null;
        if (first != null) {
            builder.add(path, said.asLinkTo(first), 0, null, null);
            return;
        }
        builder.add(path, said, 0, fact.digest(), fact.sparse());
        if (fact.sparse() != null) {
            hollow.put(path, fact.sparse());
        }
        if (fact.opaque()) {
            builder.add(Way.child(path, OPAQUE), MARK, 0, null, null);
        }
    }

    private void written(Fact fact) {
        Instant changed =
                Instant.ofEpochSecond(fact.stat().ctimeSeconds(), fact.stat().ctimeNanos());
        if (lastWrite == null || changed.isAfter(lastWrite)) {
            lastWrite = changed;
        }
    }
}
