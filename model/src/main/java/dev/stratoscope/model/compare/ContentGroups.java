package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The deleted files that have the bytes of added ones. Empty files and hollow ones are left out.
 * Changes as sources are taken; not for several threads.
 */
final class ContentGroups {
    private static final int STEP = 1 << 12;
    private static final int FEW = 4;

    private final TreeDiff diff;
    private final Map<Long, Group> groups = new HashMap<>();
    private final List<Integer> targets = new ArrayList<>();

    /** Deleted files of the same bytes, by path, and of each name by path. */
    private record Group(
            NavigableMap<ByteString, Integer> all,
            Map<ByteString, NavigableMap<ByteString, Integer>> named) {}

    private ContentGroups(TreeDiff diff) {
        this.diff = diff;
    }

    static ContentGroups of(TreeDiff diff, Progress progress) throws InterruptedIOException {
        ContentGroups groups = new ContentGroups(diff);
        if (diff.count(Kind.ADDED) > 0 && diff.count(Kind.DELETED) > 0) {
            groups.collect(progress);
        }
        return groups;
    }

    private void collect(Progress progress) throws InterruptedIOException {
        long[] added = new long[diff.count(Kind.ADDED)];
        int count = 0;
        for (int at = 1; at < diff.size(); at++) {
            if (diff.kind(at) == Kind.ADDED && isFilled(at)) {
                added[count++] = entry(at).contentKey();
            }
        }
        Arrays.sort(added, 0, count);
        for (int at = 1; at < diff.size(); at++) {
            if (diff.kind(at) == Kind.DELETED && isFilled(at)) {
                long key = entry(at).contentKey();
                if (Arrays.binarySearch(added, 0, count, key) >= 0 && !isHollow(at)) {
                    addSource(at, key);
                }
            }
            if (at % STEP == 0) {
                progress.advance(0);
            }
        }
        for (int at = 1; at < diff.size() && !groups.isEmpty(); at++) {
            if (diff.kind(at) == Kind.ADDED
                    && isFilled(at)
                    && groups.containsKey(entry(at).contentKey())
                    && !isHollow(at)) {
                targets.add(at);
            }
        }
    }

    private void addSource(int at, long key) {
        Group group = groups.computeIfAbsent(key, _ -> new Group(new TreeMap<>(), new HashMap<>()));
        ByteString path = diff.path(at);
        group.all.put(path, at);
        group.named.computeIfAbsent(diff.name(at), _ -> new TreeMap<>()).put(path, at);
    }

    /** The added files that have the bytes of deleted ones, ascending. */
    List<Integer> targets() {
        return targets;
    }

    /**
     * Some deleted files that have the bytes and the name of an added one: all if they are few, or
     * else the nearest.
     */
    Collection<Integer> sameNamed(int target) {
        NavigableMap<ByteString, Integer> sources = named(target);
        if (sources == null || sources.size() <= FEW) {
            return sources == null ? List.of() : sources.values();
        }
        ByteString path = diff.path(target);
        return Stream.of(sources.floorEntry(path), sources.ceilingEntry(path))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The nearest deleted file with the bytes and the name of an added one; -1 for none. */
    int nearestNamed(int target, BitSet taken) {
        return nearest(named(target), target, taken);
    }

    /** The nearest deleted file with the bytes of an added one; -1 for none. */
    int nearest(int target, BitSet taken) {
        return nearest(group(target).all, target, taken);
    }

    private Group group(int target) {
        return Objects.requireNonNull(groups.get(entry(target).contentKey()));
    }

    private @Nullable NavigableMap<ByteString, Integer> named(int target) {
        return group(target).named.get(diff.name(target));
    }

    /** In the order of paths the nearest stand beside the path itself. */
    private int nearest(
            @Nullable NavigableMap<ByteString, Integer> sources, int target, BitSet taken) {
        if (sources == null) {
            return -1;
        }
        ByteString path = diff.path(target);
        Map.Entry<ByteString, Integer> below = sources.floorEntry(path);
        while (below != null && taken.get(below.getValue())) {
            sources.remove(below.getKey());
            below = sources.floorEntry(path);
        }
        Map.Entry<ByteString, Integer> above = sources.ceilingEntry(path);
        while (above != null && taken.get(above.getValue())) {
            sources.remove(above.getKey());
            above = sources.ceilingEntry(path);
        }
        if (below == null || above == null) {
            return below != null ? below.getValue() : above != null ? above.getValue() : -1;
        }
        boolean nearer = common(below.getKey(), path) >= common(above.getKey(), path);
        return nearer ? below.getValue() : above.getValue();
    }

    /** How many bytes two paths begin with that are the same. */
    private static int common(ByteString a, ByteString b) {
        int differing = Arrays.mismatch(a.toByteArray(), b.toByteArray());
        return differing < 0 ? a.length() : differing;
    }

    private boolean isFilled(int at) {
        StackEntry entry = entry(at);
        return entry.fileType() == EntryType.FILE && entry.fileSize() > 0;
    }

    private boolean isHollow(int at) {
        return diff.side(at).digest(diff.sideNode(at)) == null;
    }

    private StackEntry entry(int at) {
        return diff.side(at).shown(diff.sideNode(at));
    }
}
