package dev.stratoscope.app.build;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.time.Duration;

/** The head of the steps' columns: the time that their bars share. */
final class TimeAxis extends HBox {
    private final Label from = new Label("0 s");
    private final Label to = new Label();
    private final HBox times = new HBox(from, spacer(), to);
    private final Label size = new Label("size");
    private final Label time = new Label("time");

    TimeAxis() {
        super(8);
        getStyleClass().add("time-axis");
        times.setMinWidth(StepBar.WIDTH);
        times.setPrefWidth(StepBar.WIDTH);
        size.getStyleClass().add("step-size");
        time.getStyleClass().add("step-time");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(spacer(), times, size, time);
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows how long the build took so far. */
    void show(Duration whole, boolean bars) {
        times.setVisible(bars);
        times.setManaged(bars);
        from.setVisible(!whole.isZero());
        to.setText(whole.isZero() ? "" : Spans.of(whole));
    }
}
