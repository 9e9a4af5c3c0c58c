package dev.stratoscope.app.build;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A part of a form with its name above it. */
final class NamedField extends VBox {
    /**
     * A part.
     *
     * @param input what the name is of
     * @param below what stands under the name: the input, or what holds it, and more
     */
    NamedField(String name, Node input, Node... below) {
        super(4);
        Label label = new Label(name);
        label.getStyleClass().add("form-name");
        label.setLabelFor(input);
        input.setAccessibleText(name);
        getChildren().add(label);
        getChildren().addAll(below);
    }
}
