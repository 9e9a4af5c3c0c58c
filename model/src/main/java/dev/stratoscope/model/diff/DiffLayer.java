package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerEntry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the layer that turns one tree into the other. Of several names of one file either all are
 * written or none, so that a layer never links to what only a layer below has.
 */
final class DiffLayer {
    private static final byte[] MARK = ".wh.".getBytes(StandardCharsets.US_ASCII);

    private final TreeDiff diff;
    private final FileTree before;
    private final FileTree after;

    /** Which nodes have an entry, or something below them has. */
    private final boolean[] written;

    /** Where a file with several names was written first, by its node in the new tree. */
    private final Map<Integer, ByteString> firstNames = new HashMap<>();

    private final List<LayerEntry> entries = new ArrayList<>();

    private DiffLayer(TreeDiff diff) {
        this.diff = diff;
        this.before = diff.before();
        this.after = diff.after();
        this.written = new boolean[diff.size()];
    }

    static List<LayerEntry> of(TreeDiff diff) {
        DiffLayer layer = new DiffLayer(diff);
        layer.choose();
        if (layer.written[0]) {
            layer.walk();
        }
        return List.copyOf(layer.entries);
    }

    private void choose() {
        for (int at = 0; at < written.length; at++) {
            written[at] = diff.kind(at) != Kind.UNCHANGED;
        }
        chooseLinks();
        for (int at = written.length - 1; at > 0; at--) {
            written[diff.parent(at)] |= written[at];
        }
    }

    /** A file with several names is written when one of them is, or when it has other names now. */
    private void chooseLinks() {
        int[] namesBefore = names(before);
        int[] namesAfter = names(after);
        Map<Integer, List<Integer>> files = new HashMap<>();
        for (int at = 1; at < written.length; at++) {
            int old = diff.beforeNode(at);
            int now = diff.afterNode(at);
            boolean several = old >= 0 && namesBefore[file(before, old)] > 1;
            if (now >= 0 && (several || namesAfter[file(after, now)] > 1)) {
                files.computeIfAbsent(file(after, now), _ -> new ArrayList<>()).add(at);
            }
        }
        for (List<Integer> names : files.values()) {
            boolean all = false;
            int fileBefore = file(before, firstOld(names));
            for (int at : names) {
                int old = diff.beforeNode(at);
                all |= written[at];
                all |= old >= 0 && namesBefore[file(before, old)] != names.size();
                all |= old >= 0 && file(before, old) != fileBefore;
            }
            for (int at : names) {
                written[at] |= all;
            }
        }
    }

    /** How many names each file has, by its node. */
    private static int[] names(FileTree tree) {
        int[] names = new int[tree.size()];
        for (int node = 0; node < names.length; node++) {
            names[file(tree, node)]++;
        }
        return names;
    }

    private int firstOld(List<Integer> names) {
        for (int at : names) {
            if (diff.beforeNode(at) >= 0) {
                return diff.beforeNode(at);
            }
        }
        return 0;
    }

    private static int file(FileTree tree, int node) {
        int target = tree.linkTarget(node);
        return target < 0 ? node : target;
    }

    /**
     * Depth first without recursion: a directory, its whiteouts, and then what is in it by name.
     */
    private void walk() {
        List<Integer> open = new ArrayList<>();
        open.add(0);
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (at > 0 || diff.kind(0) != Kind.UNCHANGED) {
                write(at);
            }
            if (after.type(diff.afterNode(at)) != EntryType.DIRECTORY) {
                continue;
            }
            for (int child = diff.firstChild(at); child < diff.endOfChildren(at); child++) {
                if (diff.afterNode(child) < 0) {
                    writeWhiteout(at, child);
                }
            }
            for (int child = diff.endOfChildren(at) - 1; child >= diff.firstChild(at); child--) {
                if (written[child] && diff.afterNode(child) >= 0) {
                    open.add(child);
                }
            }
        }
    }

    private void write(int at) {
        int node = diff.afterNode(at);
        ByteString path = after.path(node);
        Attributes said = after.attributes(node);
        if (after.type(node) == EntryType.DIRECTORY) {
            entries.add(new LayerEntry(join(path, "/"), said, null));
            return;
        }
        int file = file(after, node);
        ByteString first = firstNames.putIfAbsent(file, path);
        if (first != null) {
            entries.add(new LayerEntry(path, said.asLinkTo(first), null));
        } else {
            Attributes whole = file == node ? said : said.asNameOf(after.attributes(file));
            entries.add(new LayerEntry(path, whole, after.entry(node)));
        }
    }

    /** A whiteout has the time of its directory, which the removal changed. */
    private void writeWhiteout(int parent, int removed) {
        Attributes directory = after.attributes(diff.afterNode(parent));
        Attributes said =
                new Attributes(
                        EntryType.FILE,
                        0,
                        0,
                        0,
                        "",
                        "",
                        0,
                        directory.mtimeSeconds(),
                        directory.mtimeNanos(),
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        ByteString folder = after.path(diff.afterNode(parent));
        byte[] start = folder.isEmpty() ? new byte[0] : join(folder, "/").toByteArray();
        byte[] name = before.name(diff.beforeNode(removed)).toByteArray();
        byte[] path = new byte[start.length + MARK.length + name.length];
        System.arraycopy(start, 0, path, 0, start.length);
        System.arraycopy(MARK, 0, path, start.length, MARK.length);
        System.arraycopy(name, 0, path, start.length + MARK.length, name.length);
        entries.add(new LayerEntry(ByteString.of(path), said, null));
    }

    /** The root is written as a dot. */
    private static ByteString join(ByteString path, String end) {
        byte[] start = path.isEmpty() ? new byte[] {'.'} : path.toByteArray();
        byte[] all = new byte[start.length + end.length()];
        System.arraycopy(start, 0, all, 0, start.length);
        for (int i = 0; i < end.length(); i++) {
            all[start.length + i] = (byte) end.charAt(i);
        }
        return ByteString.of(all);
    }
}
