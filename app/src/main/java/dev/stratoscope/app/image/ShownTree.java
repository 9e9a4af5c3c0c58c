package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.stack.Scope;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;

/** Brings the tree that the selection asks for into the body of a tab. On the JavaFX thread. */
final class ShownTree {
    private final String title;
    private final JobScope jobs;
    private final ImageBody body;
    private final Selection selection;
    private final Waiting waiting;
    private @Nullable Job merging;
    private @Nullable Shown shown;

    /** What the body shows, which need not be made again. */
    private record Shown(ReadImage image, TreeRequest request, Scope scope) {}

    /**
     * A tree that is not shown yet.
     *
     * @param waiting told when there is nothing more to come
     */
    ShownTree(String title, JobScope jobs, ImageBody body, Selection selection, Waiting waiting) {
        this.title = title;
        this.jobs = jobs;
        this.body = body;
        this.selection = selection;
        this.waiting = waiting;
    }

    /** Whether the tree that is asked for waits for a layer. */
    boolean waitsFor(ReadImage image, int layer) {
        int step = selection.step();
        return image.hasStep(step)
                && !image.layers().has(layer)
                && layer <= TreeRequest.of(image.steps(), step, selection.scope()).layer();
    }

    /** Shows the tree, or why there is none. */
    void show(ReadImage image) {
        int step = selection.step();
        if (!image.hasStep(step)) {
            return;
        }
        ReadLayers read = image.layers();
        Scope scope = selection.scope();
        TreeRequest request = TreeRequest.of(image.steps(), step, scope);
        int here = image.steps().get(step).layer();
        body.here(step, here);
        body.touches()
                .setLayers(
                        read.fromBottom(),
                        layer -> image.steps().get(Steps.ofLayer(image.steps(), layer)));
        body.touches().setHere(here);
        Job before = merging;
        if (before != null) {
            before.cancel();
        }
        Shown wanted = new Shown(image, request, scope);
        if (wanted.equals(shown)) {
            settle(image);
            return;
        }
        shown = null;
        if (!request.words().isEmpty()) {
            say(image, request.words());
            return;
        }
        if (!image.isFinished() && read.fromBottom().size() <= request.layer()) {
            say(image, "Reading the layers up to L" + request.layer() + "…");
            return;
        }
        merging =
                jobs.start(
                        Brief.quiet("Merging layers of " + title),
                        progress -> request.changes(image.image(), progress),
                        changes -> {
                            body.files().show(changes, request.layer(), request.kinds(scope));
                            shown = wanted;
                            settle(image);
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                say(image, request.impossible(read));
                            }
                        });
    }

    private void say(ReadImage image, String words) {
        body.files().say(words);
        settle(image);
    }

    private void settle(ReadImage image) {
        if (image.isFinished()) {
            waiting.end();
        }
    }
}
