package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.difference.DifferencePane;
import dev.stratoscope.app.view.difference.Version;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;

/**
 * How two versions of a path differ that two layers of one image made: in the place of its content
 * while two of the layers that touched it are selected. On the JavaFX thread.
 */
final class VersionsDifference extends BorderPane {
    private final JobScope jobs;
    private final TouchList touches;
    private final Node content;
    private final DifferencePane pane;
    private @Nullable OpenImage image;
    private @Nullable TopLayer top;
    private @Nullable Job asking;
    private ByteString path = ByteString.EMPTY;

    /** What one layer and another have at the path. */
    private record Pair(@Nullable PathState before, @Nullable PathState after) {}

    /**
     * Hidden until two are selected.
     *
     * @param content what it stands in the place of
     */
    VersionsDifference(JobScope jobs, TouchList touches, Node content) {
        this.jobs = jobs;
        this.touches = touches;
        this.content = content;
        pane = new DifferencePane(jobs.part());
        setCenter(pane);
        setVisible(false);
        touches.onPair(this::select);
    }

    /** Knows the writable layer on top of the image; null where there is none. */
    void setTop(@Nullable TopLayer now) {
        top = now;
    }

    void setImage(OpenImage opened) {
        image = opened;
    }

    /** Another path is looked at. */
    void show(ByteString shown) {
        path = shown;
        select(null, null);
    }

    private void select(@Nullable Touch lower, @Nullable Touch upper) {
        OpenImage opened = image;
        Job before = asking;
        if (before != null) {
            before.cancel();
        }
        boolean two = lower != null && upper != null && opened != null;
        if (isVisible() != two) {
            setVisible(two);
            content.setDisable(two);
            pane.clear();
        }
        if (lower == null || upper == null || opened == null) {
            return;
        }
        ByteString asked = path;
        asking =
                jobs.start(
                        "Comparing L" + lower.layer() + " with L" + upper.layer(),
                        progress -> {
                            Changeset changes =
                                    opened.timeline(upper.layer() + 1, progress)
                                            .between(lower.layer(), upper.layer());
                            int node = changes.find(asked);
                            return node < 0
                                    ? new Pair(null, null)
                                    : new Pair(changes.before(node), changes.after(node));
                        },
                        pair ->
                                pane.show(
                                        Escapes.text(asked),
                                        version(opened, lower, pair.before()),
                                        version(opened, upper, pair.after())),
                        failure -> {
                            // What is wrong with the layers was told when they were read.
                        });
    }

    private @Nullable Version version(OpenImage opened, Touch touch, @Nullable PathState state) {
        Step step = touches.step(touch.layer());
        String made = step == null ? "" : (step.keyword() + " " + step.command()).strip();
        Contents contents = TopLayer.over(opened.contents(), opened.layerCount(), top);
        if (state == null) {
            return null;
        }
        return step != null && step.state().isWritable()
                ? new Version("Writable layer", -1, "", contents, state)
                : new Version("L" + touch.layer(), touch.layer(), made, contents, state);
    }
}
