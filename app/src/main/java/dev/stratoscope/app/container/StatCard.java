package dev.stratoscope.app.container;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One number, large, and a small picture of its last minutes. */
final class StatCard extends VBox {
    private final String name;
    private final Label number = new Label("–");
    private final Label about = new Label();
    private final StatLine line = new StatLine();

    /**
     * A card without a number.
     *
     * @param words what the number is, beside it
     */
    StatCard(String name, String words) {
        super(6);
        this.name = name;
        getStyleClass().add("stat-card");
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        number.getStyleClass().add("stat-number");
        about.getStyleClass().add("muted");
        about.setText(words);
        HBox first = new HBox(8, number, about);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox.setVgrow(line, Priority.ALWAYS);
        getChildren().setAll(title, first, line);
    }

    /** Says what the number is. */
    void say(String words) {
        about.setText(words);
    }

    /**
     * Adds a sample.
     *
     * @param words the number as it is read
     * @param least the top of the picture while all samples are below it
     */
    void add(String words, double value, double least) {
        number.setText(words);
        line.add(value, least);
        line.setAccessibleText(name + " " + words);
    }

    /** Nothing is known now. */
    void gap() {
        number.setText("–");
        line.add(Double.NaN, 1);
    }
}
