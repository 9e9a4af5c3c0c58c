package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.fx.JobScope;

import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;

/** How two versions of a file differ. Lives on the JavaFX thread. */
public final class DifferencePane extends BorderPane {
    private final JobScope jobs;

    /** A pane without a file. */
    public DifferencePane(JobScope jobs) {
        this.jobs = jobs;
        getStyleClass().add("difference-pane");
    }

    /**
     * Shows a file.
     *
     * @param path for a person, escaped
     * @param before the old version; null where there is none
     * @param after the new version; null where there is none
     */
    public void show(String path, @Nullable Version before, @Nullable Version after) {
        jobs.cancelAll();
    }

    /** Shows nothing. */
    public void clear() {
        jobs.cancelAll();
    }
}
