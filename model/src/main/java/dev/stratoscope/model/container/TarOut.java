package dev.stratoscope.model.container;

import dev.stratoscope.model.archive.LayerWriter;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.Subtree;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes files of a container as a tar, with their owners, as docker's {@code cp} to {@code -}. */
final class TarOut {
    private final FileTree tree;
    private final ByteString above;
    private final List<LayerEntry> entries = new ArrayList<>();
    private final Map<Integer, ByteString> firstNames = new HashMap<>();

    private TarOut(FileTree tree, ByteString above) {
        this.tree = tree;
        this.above = above;
    }

    /**
     * Writes.
     *
     * @param view what the container's files are at this moment
     * @param source a path; of the root, and of a folder with {@code /.} behind it, what is in it
     *     stands at the top of the tar
     * @param out left open
     */
    static void run(MergedView view, String source, OutputStream out, Progress progress)
            throws IOException {
        FileTree tree = view.tree();
        ByteString path = view.resolve(ByteString.of(source));
        int top = tree.find(path);
        if (top < 0) {
            throw new NoSuchFileException(source);
        }
        boolean inside =
                tree.type(top) == EntryType.DIRECTORY
                        && (source.endsWith("/.") || source.equals("."));
        ByteString parent = inside ? path : MergedPaths.parent(path);
        TarOut tar = new TarOut(tree, parent == null ? ByteString.EMPTY : parent);
        Subtree nodes = Subtree.of(tree, top);
        for (int i = inside || top == 0 ? 1 : 0; i < nodes.size(); i++) {
            tar.add(nodes.node(i));
        }
        LayerWriter.write(tar.entries, view.contents(), out, progress);
    }

    private void add(int node) {
        ByteString whole = tree.path(node);
        int from = above.isEmpty() ? 0 : above.length() + 1;
        ByteString path = ByteString.of(whole.toByteArray(), from, whole.length());
        Attributes said = tree.attributes(node);
        if (tree.type(node) == EntryType.DIRECTORY) {
            entries.add(new LayerEntry(MergedPaths.child(path, ByteString.EMPTY), said, null));
            return;
        }
        int target = tree.linkTarget(node);
        int file = target < 0 ? node : target;
        ByteString first = firstNames.putIfAbsent(file, path);
        Entry entry = tree.entry(node);
        if (first != null) {
            entries.add(new LayerEntry(path, said.asLinkTo(first), null));
        } else {
            // The first name that is written is the file, whatever it was in its layer.
            entries.add(
                    new LayerEntry(
                            path,
                            target < 0 ? said : said.asNameOf(tree.attributes(target)),
                            entry));
        }
    }
}
