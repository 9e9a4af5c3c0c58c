package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.window.jobs.JobsButton;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The bottom line: what the window is about, and the running work. */
final class StatusBar extends HBox {
    private static final double ROOM_FOR_RATE = 900;

    private final Label words = new Label();
    private final FontIcon icon = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label containers = new Label(null, Icons.of(MaterialDesignC.CUBE_OUTLINE));
    private final JobsButton running;

    /**
     * A line without words.
     *
     * @param openJobs shows or hides the list of all jobs
     */
    StatusBar(Jobs jobs, Runnable openJobs) {
        running = new JobsButton(jobs, openJobs);
        getStyleClass().add("status-bar");
        words.setMinWidth(0);
        running.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        containers.setMinWidth(USE_PREF_SIZE);
        containers.visibleProperty().bind(containers.textProperty().isNotEmpty());
        containers.managedProperty().bind(containers.visibleProperty());
        containers.setId("container-count");
        getChildren().setAll(icon, words, containers, spacer, running);
        widthProperty()
                .addListener(
                        (property, before, now) ->
                                running.setNarrow(now.doubleValue() < ROOM_FOR_RATE));
        say("", false);
    }

    /** The running work, for its list to be shown. */
    JobsButton running() {
        return running;
    }

    /** Shows how many containers there are; empty for none. */
    void count(String text) {
        containers.setText(text);
        containers.setAccessibleText("Containers: " + text);
    }

    /**
     * Shows words at the left.
     *
     * @param done whether they tell of something that is complete
     */
    void say(String text, boolean done) {
        words.setText(text);
        words.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        icon.setVisible(!text.isEmpty());
        icon.setIconCode(
                done ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignI.INFORMATION_OUTLINE);
        icon.getStyleClass().removeAll("good");
        if (done) {
            icon.getStyleClass().add("good");
        }
    }
}
