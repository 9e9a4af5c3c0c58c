package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.model.container.RunSpec;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The line of a shell that asks for the same as a form. */
final class LinePreview extends VBox {
    private final ObjectProperty<Program> program =
            new SimpleObjectProperty<>(this, "program", Program.STRATOSCOPE);
    private final Label line = new Label();
    private @Nullable RunSpec spec;

    /** Whose command line it is. */
    private enum Program {
        STRATOSCOPE,
        DOCKER
    }

    LinePreview() {
        super(6);
        getStyleClass().add("line-preview");
        Label name = new Label("The same on a command line");
        name.getStyleClass().add("form-name");
        Segments<Program> choice = new Segments<>(program);
        choice.getStyleClass().add("small");
        choice.add(Program.STRATOSCOPE, "stratoscope");
        choice.add(Program.DOCKER, "docker");
        program.addListener((property, before, now) -> fill());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, name, spacer, choice, Actions.copy("this line", line::getText));
        head.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("mono");
        line.setId("run-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, line);
    }

    /** Shows what is asked for; null for what cannot be. */
    void show(@Nullable RunSpec asked) {
        spec = asked;
        fill();
    }

    private void fill() {
        RunSpec asked = spec;
        if (asked == null) {
            line.setText("");
        } else {
            line.setText(
                    program.get() == Program.DOCKER
                            ? RunLine.docker(asked, asked.name())
                            : RunLine.stratoscope(asked, asked.name()));
        }
    }
}
