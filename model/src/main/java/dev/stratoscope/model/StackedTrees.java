package dev.stratoscope.model;

import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file systems that the layers of one image make, one on top of the other. What was put
 * together is kept for the next question, as long as there is memory. Safe for use by many threads.
 */
final class StackedTrees {
    /** The merged trees kept for the next question; a person steps to a neighbour mostly. */
    private static final int MOST_TREES = 4;

    private final KnownLayers layers;
    private final ReentrantLock merging = new ReentrantLock();
    private final ReentrantLock following = new ReentrantLock();
    private SoftReference<@Nullable Timeline> timeline = new SoftReference<>(null);
    private final Map<Integer, SoftReference<FileTree>> trees =
            new LinkedHashMap<>(MOST_TREES, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Integer, SoftReference<FileTree>> eldest) {
                    return size() > MOST_TREES;
                }
            };

    StackedTrees(KnownLayers layers) {
        this.layers = layers;
    }

    /** The file system as of a layer; -1 is the empty root below the first. */
    FileTree tree(int upTo, Progress progress) throws IOException {
        if (upTo < 0) {
            return FileTree.EMPTY;
        }
        List<LayerIndex> stack = indexes(upTo, progress);
        KnownLayers.lock(merging);
        try {
            SoftReference<FileTree> kept = trees.get(upTo);
            FileTree known = kept == null ? null : kept.get();
            if (known != null) {
                return known;
            }
            FileTree merged = FileTree.merge(stack);
            trees.put(upTo, new SoftReference<>(merged));
            return merged;
        } finally {
            merging.unlock();
        }
    }

    /**
     * How the lowest layers change the file system, one after another, made of them and of all
     * layers on top of them that were read before.
     */
    Timeline timeline(int count, Progress progress) throws IOException {
        List<LayerIndex> stack = new ArrayList<>(indexes(count - 1, progress));
        KnownLayers.lock(following);
        try {
            Timeline known = timeline.get();
            if (known == null || known.layers() < count) {
                stack.addAll(layers.readAbove(count - 1));
                known = Timeline.of(stack, progress);
                timeline = new SoftReference<>(known);
            }
            return known.lowest(count);
        } finally {
            following.unlock();
        }
    }

    private List<LayerIndex> indexes(int upTo, Progress progress) throws IOException {
        List<Callable<LayerFacts>> parts = new ArrayList<>();
        for (int i = 0; i <= upTo; i++) {
            int number = i;
            parts.add(() -> layers.read(number, progress));
        }
        return Fan.out(parts).stream().map(LayerFacts::index).toList();
    }
}
