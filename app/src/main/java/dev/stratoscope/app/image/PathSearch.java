package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.Ranking;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Finds paths of an image by a part of their name, in the background. */
final class PathSearch {
    private static final int BLOCK = 1 << 12;
    private static final Comparator<Hit> WORST_FIRST =
            Comparator.comparingInt(Hit::score).thenComparing(Hit::node, Comparator.reverseOrder());

    private final JobScope jobs;
    private @Nullable Job seeking;

    PathSearch(JobScope jobs) {
        this.jobs = jobs;
    }

    private record Hit(int node, int score) {}

    /** As {@link ImageTab#find}. */
    void find(OpenImage image, String text, int most, Consumer<List<FoundPath>> found) {
        Job before = seeking;
        if (before != null) {
            before.cancel();
        }
        if (text.isEmpty()) {
            found.accept(List.of());
            return;
        }
        seeking =
                jobs.start(
                        Brief.quiet("Looking for " + text),
                        progress -> find(image.tree(progress), text, most, progress),
                        found,
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                found.accept(List.of());
                            }
                        });
    }

    /**
     * The paths that fit best, the best first.
     *
     * @param text a part of the last name; with a slash in it, of the whole path
     * @param most how many at most
     * @throws InterruptedIOException when the search was cancelled
     */
    static List<FoundPath> find(FileTree tree, String text, int most, Progress progress)
            throws InterruptedIOException {
        String sought = text.startsWith("/") ? text.substring(1) : text;
        String last = sought.substring(sought.lastIndexOf('/') + 1);
        boolean wholePath = sought.length() != last.length();
        PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);
        for (int node = 1; node < tree.size(); node++) {
            if (node % BLOCK == 0) {
                progress.advance(0);
            }
            int score = last.isEmpty() ? 1 : Ranking.whole(last, tree.nameText(node));
            if (score > 0 && wholePath) {
                score = Ranking.whole(sought, tree.path(node).toString());
            }
            if (score > 0 && (best.size() < most || score > best.element().score())) {
                best.add(new Hit(node, score));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        List<Hit> hits = new ArrayList<>(best);
        hits.sort(WORST_FIRST.reversed());
        return hits.stream()
                .map(Hit::node)
                .map(node -> new FoundPath(tree.path(node), tree.type(node) == EntryType.DIRECTORY))
                .toList();
    }
}
