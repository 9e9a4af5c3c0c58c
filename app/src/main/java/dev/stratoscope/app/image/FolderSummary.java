package dev.stratoscope.app.image;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What is in a folder.
 *
 * @param children how many paths lie in it directly
 * @param files how many regular files lie in and below it, under whatever name
 * @param folders how many folders lie in and below it
 * @param kinds how many paths in and below it changed how
 * @param largest its largest children, the largest first
 */
record FolderSummary(
        int children, int files, int folders, Map<Kind, Integer> kinds, List<Child> largest) {
    /** How many of the largest children are told. */
    static final int MOST = 5;

    /** Copies what it gets. */
    FolderSummary {
        kinds = Map.copyOf(kinds);
        largest = List.copyOf(largest);
    }

    /**
     * A path in the folder.
     *
     * @param bytes those in and below it
     */
    record Child(ByteString path, ByteString name, EntryType type, long bytes) {}

    /** Walks over all that is in and below a folder. */
    static FolderSummary of(Changeset changes, int folder, Progress progress)
            throws InterruptedIOException {
        EnumMap<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        int children = 0;
        int files = 0;
        int folders = 0;
        int[] stack = new int[64];
        int depth = 0;
        stack[depth++] = folder;
        while (depth > 0) {
            int parent = stack[--depth];
            progress.advance(0);
            for (int at = changes.firstChild(parent); at < changes.endOfChildren(parent); at++) {
                if (changes.contains(at)) {
                    kinds.merge(changes.kind(at), 1, Integer::sum);
                    EntryType type = changes.type(at);
                    folders += type == EntryType.DIRECTORY ? 1 : 0;
                    files += type == EntryType.FILE || type == EntryType.HARDLINK ? 1 : 0;
                    children += parent == folder ? 1 : 0;
                }
                if (changes.firstChild(at) < changes.endOfChildren(at)) {
                    stack = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
                    stack[depth++] = at;
                }
            }
        }
        return new FolderSummary(children, files, folders, kinds, largest(changes, folder));
    }

    private static List<Child> largest(Changeset changes, int folder) {
        PriorityQueue<int[]> kept =
                new PriorityQueue<>(Comparator.comparingLong(one -> changes.totalShown(one[0])));
        for (int at = changes.firstChild(folder); at < changes.endOfChildren(folder); at++) {
            if (changes.contains(at) && changes.totalShown(at) > 0) {
                kept.add(new int[] {at});
                if (kept.size() > MOST) {
                    kept.remove();
                }
            }
        }
        List<Child> largest = new ArrayList<>();
        while (!kept.isEmpty()) {
            int at = kept.remove()[0];
            largest.addFirst(
                    new Child(
                            changes.path(at),
                            changes.name(at),
                            changes.type(at),
                            changes.totalShown(at)));
        }
        return largest;
    }

    /** Whether anything in it changed. */
    boolean hasChanges() {
        return kinds.keySet().stream().anyMatch(kind -> kind != Kind.UNCHANGED);
    }
}
