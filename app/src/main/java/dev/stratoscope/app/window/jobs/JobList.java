package dev.stratoscope.app.window.jobs;

import dev.stratoscope.app.fx.Job;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** All running jobs, each with its cancel. */
final class JobList extends VBox {
    private static final double WIDTH = 560;
    private static final double MOST_HEIGHT = 360;

    private final VBox rows = new VBox();
    private final Label none = new Label("Nothing is going on.");

    JobList() {
        getStyleClass().addAll("popover", "job-list");
        setPrefWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        Label title = new Label("Work going on");
        title.getStyleClass().add("section-title");
        none.getStyleClass().add("muted");
        none.managedProperty().bind(none.visibleProperty());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(none.visibleProperty().not());
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().setAll(title, none, scroll);
        setFocusTraversable(true);
        setAccessibleText("Work going on");
    }

    /** Shows these and no others; rows of those that go on stay, with the focus they have. */
    void show(List<Job> jobs, JobWatch watch) {
        List<JobRow> kept = new ArrayList<>();
        for (Job job : jobs) {
            kept.add(row(job));
        }
        if (!rows.getChildren().equals(kept)) {
            rows.getChildren().setAll(kept);
        }
        kept.forEach(row -> row.show(watch.pace(row.job())));
        none.setVisible(kept.isEmpty());
    }

    private JobRow row(Job job) {
        return rows.getChildren().stream()
                .filter(JobRow.class::isInstance)
                .map(JobRow.class::cast)
                .filter(row -> row.job().equals(job))
                .findFirst()
                .orElseGet(() -> new JobRow(job));
    }
}
