package dev.stratoscope.model.container;

import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.host.Extraction;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies files of a container to this machine, by the rules of docker's {@code cp}. */
final class CopyOut {
    private CopyOut() {}

    /**
     * Copies.
     *
     * @param view what the container's files are at this moment
     * @param target a folder to copy into, else what the source becomes
     */
    static void run(MergedView view, String source, Path target, Progress progress)
            throws IOException {
        FileTree tree = view.tree();
        boolean contents = source.endsWith("/.") || source.equals(".");
        ByteString path = view.resolve(ByteString.of(source));
        int node = tree.find(path);
        if (node < 0) {
            throw new NoSuchFileException(source);
        }
        List<Integer> tops = new ArrayList<>();
        if (contents && node > 0) {
            if (!Files.exists(target)) {
                Files.createDirectory(target);
            }
            for (int at = tree.firstChild(node); at < tree.endOfChildren(node); at++) {
                tops.add(at);
            }
        } else {
            tops.add(node);
        }
        if (node == 0 && !Files.exists(target)) {
            Files.createDirectory(target);
        }
        ExtractOptions options = new ExtractOptions(false, false, false);
        for (int top : tops) {
            Extraction.run(Subtree.of(tree, top), view.contents(), target, options, progress);
        }
    }
}
