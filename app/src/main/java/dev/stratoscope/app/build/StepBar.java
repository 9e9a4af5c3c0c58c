package dev.stratoscope.app.build;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.time.Duration;
import java.time.Instant;

/** When a step was at work, as a bar on the time axis that all steps share. */
final class StepBar extends Pane {
    /** How wide the axis is. */
    static final double WIDTH = 96;

    private static final double HEIGHT = 10;
    private static final double LEAST = 3;

    private final Region track = new Region();
    private final Region bar = new Region();
    private double from;
    private double to;

    StepBar() {
        getStyleClass().add("step-bar");
        track.getStyleClass().add("track");
        bar.getStyleClass().add("bar");
        getChildren().setAll(track, bar);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMouseTransparent(true);
    }

    /** Shows a step of a build that began some time ago. */
    void show(StepNow step, Instant began, Duration whole, Instant now) {
        Instant started = step.started();
        boolean worked = started != null && step.look() != StepLook.CACHED;
        bar.setVisible(worked);
        if (started != null && worked) {
            double all = Math.max(1, whole.toMillis());
            from = Math.max(0, Duration.between(began, started).toMillis() / all);
            to = Math.min(1, from + step.took(now).toMillis() / all);
            bar.getStyleClass().setAll("bar", step.look().style());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.floor(getHeight() / 2);
        track.resizeRelocate(0, middle, getWidth(), 1);
        double left = Math.min(getWidth() - LEAST, Math.rint(from * getWidth()));
        double width = Math.max(LEAST, Math.rint((to - from) * getWidth()));
        bar.resizeRelocate(left, middle - HEIGHT / 2, Math.min(width, getWidth() - left), HEIGHT);
    }
}
