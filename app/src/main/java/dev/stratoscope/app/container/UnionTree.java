package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Makes the tree of an image with a writable layer on top. To lay all layers over each other costs
 * as much as the image has paths, so while the container writes it is done again only after a pause
 * that is long beside what it took. On the JavaFX thread.
 */
final class UnionTree {
    private static final long LEAST_PAUSE_MS = 700;
    private static final int PAUSE_TIMES = 8;
    private static final long MILLION = 1_000_000;

    private final JobScope jobs;
    private final ImageBelow image;
    private final Consumer<Made> made;
    private final Consumer<Throwable> failed;
    private final PauseTransition pause = new PauseTransition();
    private @Nullable Made last;
    private @Nullable Timeline timeline;
    private long number = -1;
    private @Nullable Asked wanted;
    private @Nullable Asked running;

    /** What is asked for: a part of a state of the layers. */
    private record Asked(TreeRequest request, Written written) {}

    /**
     * A tree.
     *
     * @param request what it is
     * @param written the state of the writable layer it is of
     */
    record Made(TreeRequest request, Written written, Changeset changes) {}

    private record Answer(Timeline timeline, Changeset changes, long nanos) {}

    /**
     * Nothing made yet.
     *
     * @param made told each tree
     * @param failed told why there is none
     */
    UnionTree(JobScope jobs, ImageBelow image, Consumer<Made> made, Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.image = image;
        this.made = made;
        this.failed = failed;
        pause.setOnFinished(event -> go());
    }

    /** Asks for a tree; of those asked for meanwhile only the last is made. */
    void ask(TreeRequest request, Written written) {
        Asked next = new Asked(request, written);
        Made known = last;
        wanted = next;
        if (running != null) {
            return;
        }
        boolean later = known != null && known.request().equals(request);
        if (known != null && later && known.written().number() == written.number()) {
            return;
        }
        if (!later || pause.getStatus() != PauseTransition.Status.RUNNING) {
            go();
        }
    }

    private void go() {
        Asked next = wanted;
        if (next == null || running != null) {
            return;
        }
        running = next;
        Timeline known = number == next.written.number() ? timeline : null;
        jobs.start(
                Brief.quiet("Merging the layers of a container"),
                progress -> answer(next, known, progress),
                answer -> came(next, answer),
                failure -> {
                    running = null;
                    if (!(failure instanceof CancellationException)) {
                        failed.accept(failure);
                    }
                });
    }

    private Answer answer(Asked asked, @Nullable Timeline known, Progress progress)
            throws IOException {
        long begun = System.nanoTime();
        Timeline layers = known;
        if (layers == null) {
            List<LayerIndex> all = new ArrayList<>(image.layers());
            all.add(asked.written.layer().layer());
            layers = Timeline.of(all, progress);
        }
        Changeset changes = asked.request.in(layers);
        changes.prepare();
        return new Answer(layers, changes, System.nanoTime() - begun);
    }

    private void came(Asked asked, Answer answer) {
        running = null;
        timeline = answer.timeline();
        number = asked.written.number();
        Made done = new Made(asked.request, asked.written, answer.changes());
        last = done;
        long rest = Math.max(LEAST_PAUSE_MS, PAUSE_TIMES * answer.nanos() / MILLION);
        pause.setDuration(Duration.millis((double) rest));
        pause.playFromStart();
        made.accept(done);
        Asked next = wanted;
        if (next != null && !next.request.equals(asked.request)) {
            go();
        }
    }
}
