package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Brings the tree that the selection asks for into the body of a tab. Answers that come quickly are
 * given at once; for others one job at a time is asked, and after it only for what is wanted by
 * then, so that the tree follows a thumb that is dragged. On the JavaFX thread.
 */
final class ShownTree {
    private final String title;
    private final JobScope jobs;
    private final ImageBody body;
    private final Selection selection;
    private final Waiting waiting;
    private boolean working;
    private @Nullable Shown wanted;
    private @Nullable Shown shown;

    /** A tree that is shown or to be shown; it need not be made again. */
    private record Shown(ReadImage image, TreeRequest request, @Nullable LayerIndex top) {
        static Shown of(ReadImage image, TreeRequest request) {
            TopTimeline shown = image.top();
            if (shown == null || request.layer() < image.image().layerCount()) {
                return new Shown(image, request, null);
            }
            return new Shown(image, request, shown.top().index());
        }

        /** Whether it is what a container wrote by now, of what was shown as it was before. */
        boolean isLaterThan(@Nullable Shown other) {
            return other != null
                    && top != null
                    && other.top != null
                    && image.equals(other.image)
                    && request.equals(other.request);
        }
    }

    /** What a job found, and how long the timeline itself took for it. */
    private record Answer(Timeline timeline, Changeset changes, long nanos) {}

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
        return image.hasStep(selection.step())
                && !image.layers().has(layer)
                && layer <= selection.request(image.steps()).layer();
    }

    /** Shows the tree, or why there is none. */
    void show(ReadImage image) {
        int step = selection.step();
        if (!image.hasStep(step)) {
            return;
        }
        TreeRequest request = selection.request(image.steps());
        int here = image.steps().get(step).layer();
        body.here(step, here);
        body.compares(request);
        body.touches()
                .setLayers(
                        layers(image),
                        layer -> image.steps().get(Steps.ofLayer(image.steps(), layer)));
        body.touches().setHere(request.layer());
        Shown next = Shown.of(image, request);
        if (next.equals(shown)) {
            wanted = next;
            body.files().stay();
            settle(image);
            return;
        }
        String words = words(image, request);
        if (!words.isEmpty()) {
            say(image, words);
            return;
        }
        wanted = next;
        if (!working && !answersAtOnce(next)) {
            start(next);
        }
    }

    private static List<LayerIndex> layers(ReadImage image) {
        List<LayerIndex> layers = new ArrayList<>();
        image.layers().fromBottom().forEach(layer -> layers.add(layer.index()));
        TopTimeline top = image.top();
        if (top != null && layers.size() == image.image().layerCount()) {
            layers.add(top.top().index());
        }
        return layers;
    }

    /** Why there is no tree to show; empty when there is one. */
    private static String words(ReadImage image, TreeRequest request) {
        int highest = Math.min(request.layer(), image.image().layerCount() - 1);
        boolean isRead = image.layers().fromBottom().size() > highest;
        if (!request.words().isEmpty() || isRead) {
            return request.words();
        }
        if (image.isStopped()) {
            return "L" + request.layer() + " was not read: that was cancelled.";
        }
        return image.isFinished()
                ? request.impossible(image.layers()::has)
                : "Reading the layers up to L" + request.layer() + "…";
    }

    private boolean answersAtOnce(Shown next) {
        Timeline timeline = next.image.pace().timeline();
        if (timeline == null
                || next.top != null
                || !next.request.fits(timeline)
                || !next.request.isBrief(timeline)
                || !next.image.pace().isQuick(next.request.way())) {
            return false;
        }
        try {
            Answer answer = answer(next.request, timeline);
            next.image.pace().took(next.request.way(), answer.nanos());
            present(next, answer.changes());
            return true;
        } catch (ImageFormatException e) {
            return false;
        }
    }

    private void start(Shown next) {
        Timeline known = next.image.pace().timeline();
        int readable = next.image.layers().fromBottom().size();
        working = true;
        jobs.start(
                Brief.quiet("Merging layers of " + title),
                progress -> answer(next, known, readable, progress),
                answer -> {
                    working = false;
                    if (next.top == null) {
                        next.image.pace().keep(answer.timeline());
                        next.image.pace().took(next.request.way(), answer.nanos());
                    }
                    arrived(next, answer.changes());
                    if (next.top == null) {
                        rehearse(next.image, answer.timeline());
                    }
                },
                failure -> {
                    working = false;
                    Shown now = wanted;
                    if (failure instanceof CancellationException || now == null) {
                        return;
                    }
                    if (now.equals(next)) {
                        say(next.image, next.request.impossible(next.image.layers()::has));
                    } else {
                        show(now.image);
                    }
                });
    }

    /** Asks each layer once for what a person may ask next, so that the first answers are quick. */
    private void rehearse(ReadImage image, Timeline timeline) {
        if (image.pace().rehearses(timeline)) {
            jobs.start(
                    Brief.quiet("Getting ready to go from layer to layer of " + title),
                    progress -> {
                        Map<TreeRequest.Way, Long> times = new EnumMap<>(TreeRequest.Way.class);
                        for (TreeRequest request : TreeRequest.all(timeline)) {
                            progress.advance(1);
                            times.put(request.way(), answer(request, timeline).nanos());
                        }
                        return times;
                    },
                    times -> times.forEach(image.pace()::took),
                    failure -> {
                        // It is told of when the layer is asked for.
                    });
        }
    }

    /** The layers below a broken one answer for themselves where all together cannot. */
    private static Answer answer(
            Shown next, @Nullable Timeline known, int readable, Progress progress)
            throws IOException {
        TreeRequest request = next.request;
        TopTimeline top = next.image.top();
        if (next.top != null && top != null) {
            return answer(request, top.get(next.image.image(), progress));
        }
        if (known != null && request.fits(known)) {
            return answer(request, known);
        }
        int needed = request.layer() + 1;
        int count = request.way() == TreeRequest.Way.WHOLE ? needed : Math.max(needed, readable);
        try {
            return answer(request, next.image.image().timeline(count, progress));
        } catch (ImageFormatException e) {
            if (count == needed) {
                throw e;
            }
            return answer(request, next.image.image().timeline(needed, progress));
        }
    }

    private static Answer answer(TreeRequest request, Timeline timeline)
            throws ImageFormatException {
        long begun = System.nanoTime();
        Changeset changes = request.in(timeline);
        changes.prepare();
        return new Answer(timeline, changes, System.nanoTime() - begun);
    }

    /** What was asked for a moment ago is shown on the way to what is wanted now. */
    private void arrived(Shown made, Changeset changes) {
        Shown now = wanted;
        if (now == null) {
            return;
        }
        if (now.image == made.image) {
            present(made, changes);
        }
        if (!now.equals(made)) {
            show(now.image);
        }
    }

    private void present(Shown made, Changeset changes) {
        TreeRequest request = made.request;
        boolean later = made.isLaterThan(shown);
        shown = made;
        if (made.equals(wanted)) {
            body.files().await(changes);
        }
        if (later) {
            body.files().update(changes, request.layer(), request.kinds());
        } else {
            body.files().show(changes, request.layer(), request.kinds());
        }
        body.folded().show(changes, request.where());
        if (made.equals(wanted)) {
            settle(made.image);
        }
    }

    private void say(ReadImage image, String words) {
        wanted = null;
        shown = null;
        body.files().say(words);
        settle(image);
    }

    private void settle(ReadImage image) {
        if (image.isFinished()) {
            waiting.end();
        }
    }
}
