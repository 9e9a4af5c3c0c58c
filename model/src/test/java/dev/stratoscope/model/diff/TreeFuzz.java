package dev.stratoscope.model.diff;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

import dev.stratoscope.model.Refusals;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fuzz target: any entries in any order make an index or are refused, and what is made of indexes
 * is a sound tree.
 */
public final class TreeFuzz {
    private static final String[] PARTS = {
        "a",
        "b",
        "c",
        "..",
        ".",
        "",
        ".wh.a",
        ".wh.b",
        ".wh..wh..opq",
        ".wh..wh.plnk",
        ".wh.",
        ".wh..",
        ".wh.."
    };
    private static final EntryType[] TYPES = {
        EntryType.FILE,
        EntryType.FILE,
        EntryType.DIRECTORY,
        EntryType.DIRECTORY,
        EntryType.HARDLINK,
        EntryType.HARDLINK,
        EntryType.SYMLINK,
        EntryType.FIFO
    };

    private TreeFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        List<LayerIndex> layers = new ArrayList<>();
        FileTree before = FileTree.EMPTY;
        try {
            for (int wanted = data.consumeInt(1, 4); wanted > 0; wanted--) {
                layers.add(layer(data));
                FileTree after = FileTree.merge(layers);
                check(after);
                TreeDiff diff = TreeDiff.between(before, after);
                check(diff);
                check(diff, Timeline.of(layers, Progress.NONE).upTo(layers.size() - 1));
                TreeDiff same = TreeDiff.between(after, after);
                if (same.count(Kind.UNCHANGED) != same.size() - 1) {
                    throw new AssertionError("differs from itself: " + same.counts());
                }
                before = after;
            }
        } catch (IOException e) {
            Refusals.check(e);
        }
    }

    private static LayerIndex layer(FuzzedDataProvider data) throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        int count = data.consumeInt(0, 12);
        for (int i = 0; i < count; i++) {
            EntryType type = data.pickValue(TYPES);
            boolean link = type == EntryType.HARDLINK || type == EntryType.SYMLINK;
            ByteString path = path(data);
            ByteString target = link ? path(data) : ByteString.EMPTY;
            int size = type == EntryType.FILE ? data.consumeInt(0, 2) : 0;
            byte[] digest = size > 0 ? Digest.newSha256().digest(new byte[size]) : null;
            builder.add(path, attributes(type, size, target), 512L * i, digest, null);
        }
        LayerIndex index = builder.build(512L * count);
        for (int node = 1; node < index.size(); node++) {
            if (index.parent(node) >= node || index.find(index.path(node)) != node) {
                throw new AssertionError("not where it is found: " + index.path(node));
            }
        }
        return index;
    }

    private static ByteString path(FuzzedDataProvider data) {
        StringBuilder path = new StringBuilder(data.pickValue(PARTS));
        for (int more = data.consumeInt(0, 3); more > 0; more--) {
            path.append('/').append(data.pickValue(PARTS));
        }
        return ByteString.of(path.toString());
    }

    private static Attributes attributes(EntryType type, long size, ByteString link) {
        return new Attributes(type, 0755, 0, 0, "", "", size, 0, 0, link, 0, 0, Map.of());
    }

    private static void check(FileTree tree) {
        for (int at = 0; at < tree.size(); at++) {
            String name = tree.name(at).toString();
            boolean mark = name.startsWith(".wh.") && tree.type(at) != EntryType.DIRECTORY;
            boolean below = tree.firstChild(at) > at && tree.endOfChildren(at) <= tree.size();
            if (!below || mark || (at > 0 && isNoName(name)) || tree.find(tree.path(at)) != at) {
                throw new AssertionError("unsound: " + tree.path(at));
            }
            for (int child = tree.firstChild(at); child < tree.endOfChildren(at); child++) {
                boolean sorted =
                        child == tree.firstChild(at)
                                || tree.name(child - 1).compareTo(tree.name(child)) < 0;
                if (!sorted
                        || tree.parent(child) != at
                        || tree.type(at) != EntryType.DIRECTORY
                        || tree.type(child) == EntryType.WHITEOUT) {
                    throw new AssertionError("unsound below " + tree.path(at));
                }
            }
            checkLink(tree, at);
        }
        tree.totals();
    }

    private static void checkLink(FileTree tree, int at) {
        tree.attributes(at);
        boolean link = tree.type(at) == EntryType.HARDLINK;
        int target = tree.linkTarget(at);
        if (link != (target >= 0) || (link && tree.type(target) == EntryType.DIRECTORY)) {
            throw new AssertionError("a link to nothing: " + tree.path(at));
        }
        if (link && tree.entry(at) != null && !tree.shown(at).sameContent(tree.shown(target))) {
            throw new AssertionError("a link to another file: " + tree.path(at));
        }
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/");
    }

    private static void check(TreeDiff diff, Changeset followed) {
        if (!diff.counts().equals(followed.counts())
                || diff.paths() != followed.paths()
                || diff.total(0) != followed.total(0)) {
            throw new AssertionError("followed otherwise: " + followed.counts());
        }
    }

    private static void check(TreeDiff diff) {
        for (int at = 1; at < diff.size(); at++) {
            if (diff.parent(at) >= at
                    || diff.find(diff.side(at).path(diff.sideNode(at))) != at
                    || (diff.beforeNode(at) < 0 && diff.afterNode(at) < 0)) {
                throw new AssertionError("unsound difference " + at);
            }
        }
    }
}
