package dev.stratoscope.app.container;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.StackColumn;
import dev.stratoscope.app.view.stack.Step;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The layers of a container: its image's, and the writable one on top. On the JavaFX thread. */
final class ContainerStack {
    private final LayerStack stack = new LayerStack(HumanSize::spaced);
    private final StackColumn column = new StackColumn(stack);
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private final Clock time;
    private @Nullable ImageBelow image;
    private @Nullable Seen seen;
    private @Nullable Written written;
    private boolean selecting;

    /** A stack of a container that was not seen yet. */
    ContainerStack(Clock time) {
        this.time = time;
        column.setHint("read-only below");
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** The column that it stands in. */
    StackColumn column() {
        return column;
    }

    /** The stack itself. */
    LayerStack stack() {
        return stack;
    }

    /** Shows the layers of the image below the writable one. */
    void show(ImageBelow below) {
        image = below;
        rebuild();
    }

    /** Shows how the container is. */
    void show(Seen now) {
        boolean first = seen == null;
        seen = now;
        if (first) {
            rebuild();
        } else {
            tick();
        }
    }

    /** Shows what it wrote. */
    void show(@Nullable Written now) {
        written = now;
        tick();
    }

    /** It is looked at: how long ago something was written counts up. */
    void shown() {
        tick();
        clock.play();
    }

    /** It is not looked at any more. */
    void hidden() {
        clock.stop();
    }

    /** Whether the writable layer is the selected one. */
    boolean isWritableSelected() {
        int here = stack.getSelected();
        List<Step> steps = stack.getSteps();
        return here < 0 || here >= steps.size() || steps.get(here).state().isWritable();
    }

    /** Whether the stack selects something itself, so that nobody meant it. */
    boolean isSelecting() {
        return selecting;
    }

    /** Selects the writable layer with all below it. */
    void selectWritable() {
        selecting = true;
        stack.setScope(Scope.UP_TO_HERE);
        stack.setSelected(stack.getSteps().size() - 1);
        selecting = false;
    }

    private void rebuild() {
        Seen now = seen;
        if (now == null) {
            return;
        }
        boolean atTop = isWritableSelected();
        List<Step> steps = new ArrayList<>(image == null ? List.of() : image.steps());
        steps.add(top(now));
        selecting = true;
        stack.setSteps(steps);
        if (atTop) {
            stack.setSelected(steps.size() - 1);
        }
        selecting = false;
    }

    private void tick() {
        Seen now = seen;
        if (now != null) {
            stack.setStep(stack.getSteps().size() - 1, top(now));
        }
    }

    private Step top(Seen now) {
        int layer = image == null ? 0 : image.layers().size();
        return WritableWords.step(written, now, layer, time.instant());
    }
}
