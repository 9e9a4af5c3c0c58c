package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.StackEntry;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for what was moved: folders first, the topmost before those in them, since a folder tells
 * best which of several equal files is which. Not for several threads.
 */
final class MoveSearch {
    /** How often each path is looked at at most while folders are held against each other. */
    private static final long MOST_LOOKS = 64;

    private final TreeDiff diff;
    private final ContentGroups groups;
    private final Progress progress;
    private final int[] sources;
    private final BitSet taken = new BitSet();
    private long looks;

    MoveSearch(TreeDiff diff, ContentGroups groups, Progress progress) {
        this.diff = diff;
        this.groups = groups;
        this.progress = progress;
        this.sources = new int[diff.size()];
        Arrays.fill(sources, -1);
        this.looks = MOST_LOOKS * diff.size();
    }

    /** By added node the deleted node that it was, or -1. */
    int[] sources() {
        return sources;
    }

    void moveFolders() throws InterruptedIOException {
        Map<Integer, Map<Integer, Integer>> votes = votes();
        for (int folder : votes.keySet().stream().sorted().toList()) {
            int source =
                    sources[folder] >= 0 ? -1 : best(folder, votes.getOrDefault(folder, Map.of()));
            if (source >= 0 && isMoved(source, folder)) {
                bringAlong(source, folder);
            }
        }
    }

    /** The folder with the most votes, of several one of the same name; -1 when all are taken. */
    private int best(int folder, Map<Integer, Integer> votes) {
        int best = -1;
        int most = 0;
        boolean bestNamed = false;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            int source = vote.getKey();
            boolean named = diff.name(source).equals(diff.name(folder));
            int order = Integer.compare(vote.getValue(), most);
            order = order == 0 ? Boolean.compare(named, bestNamed) : order;
            if (!taken.get(source) && (order > 0 || (order == 0 && source < best))) {
                best = source;
                most = vote.getValue();
                bestNamed = named;
            }
        }
        return best;
    }

    /**
     * For each added folder the deleted ones that have equal files at the same places below, and
     * how many.
     */
    private Map<Integer, Map<Integer, Integer>> votes() throws InterruptedIOException {
        Map<Integer, Map<Integer, Integer>> votes = new HashMap<>();
        for (int target : groups.targets()) {
            progress.advance(0);
            for (int source : groups.sameNamed(target)) {
                int to = diff.parent(target);
                int from = diff.parent(source);
                while (isFolder(to, Kind.ADDED) && isFolder(from, Kind.DELETED) && looks-- > 0) {
                    votes.computeIfAbsent(to, _ -> new HashMap<>()).merge(from, 1, Integer::sum);
                    boolean sameName = diff.name(to).equals(diff.name(from));
                    to = sameName ? diff.parent(to) : 0;
                    from = diff.parent(from);
                }
            }
        }
        return votes;
    }

    /** Whether at least half of the files below a folder were at the same places below another. */
    private boolean isMoved(int source, int folder) throws InterruptedIOException {
        int files = 0;
        int found = 0;
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {source, folder});
        while (!open.isEmpty()) {
            int[] pair = open.remove();
            progress.advance(0);
            for (int at = diff.firstChild(pair[1]); at < diff.endOfChildren(pair[1]); at++) {
                if (looks-- <= 0) {
                    return false;
                }
                int was = pair[0] < 0 ? -1 : sourceOf(pair[0], at);
                if (isFolder(at, Kind.ADDED)) {
                    open.add(new int[] {was, at});
                } else if (entry(at).fileType() == EntryType.FILE) {
                    files++;
                    found += was >= 0 ? 1 : 0;
                }
            }
        }
        return found > 0 && 2L * found >= files;
    }

    /** Lets all that was at the same places below a folder come from there. */
    private void bringAlong(int source, int folder) throws InterruptedIOException {
        move(source, folder);
        Deque<Integer> open = new ArrayDeque<>(List.of(folder));
        while (!open.isEmpty()) {
            int above = open.remove();
            progress.advance(0);
            for (int at = diff.firstChild(above); at < diff.endOfChildren(above); at++) {
                int was = sourceOf(sources[above], at);
                if (was >= 0) {
                    move(was, at);
                    if (isFolder(at, Kind.ADDED)) {
                        open.add(at);
                    }
                }
            }
        }
    }

    /** What was the same as an added node at its name below a deleted folder; -1 for nothing. */
    private int sourceOf(int folder, int at) {
        int was = diff.child(folder, diff.name(at));
        if (was < 0 || taken.get(was) || diff.kind(was) != Kind.DELETED) {
            return -1;
        }
        StackEntry old = entry(was);
        StackEntry now = entry(at);
        EntryType type = now.fileType();
        if (old.fileType() != type) {
            return -1;
        }
        boolean same =
                switch (type) {
                    case DIRECTORY -> true;
                    case FILE -> old.sameContent(now);
                    case SYMLINK -> old.fileAttributes().link().equals(now.fileAttributes().link());
                    default -> false;
                };
        return same ? was : -1;
    }

    void moveFiles() throws InterruptedIOException {
        for (int target : groups.targets()) {
            progress.advance(0);
            if (sources[target] < 0) {
                moveFile(groups.nearestNamed(target, taken), target);
            }
        }
        for (int target : groups.targets()) {
            progress.advance(0);
            if (sources[target] < 0) {
                moveFile(groups.nearest(target, taken), target);
            }
        }
    }

    private void moveFile(int source, int target) {
        if (source >= 0 && entry(source).sameContent(entry(target))) {
            move(source, target);
        }
    }

    private void move(int source, int target) {
        sources[target] = source;
        taken.set(source);
    }

    private boolean isFolder(int at, Kind kind) {
        return diff.kind(at) == kind && entry(at).fileType() == EntryType.DIRECTORY;
    }

    private StackEntry entry(int at) {
        return diff.side(at).shown(diff.sideNode(at));
    }
}
