package dev.stratoscope.app.compare;

import dev.stratoscope.model.compare.Ignored;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

import java.util.ArrayList;
import java.util.List;

/** Says what does not count, and lets it be chosen. */
final class IgnoreButton extends MenuButton {
    private final ObjectProperty<Ignored> ignored = new SimpleObjectProperty<>(Ignored.NOTHING);
    private final CheckMenuItem times = new CheckMenuItem("Ignore mtime");
    private final CheckMenuItem owners = new CheckMenuItem("Ignore owner");
    private final CheckMenuItem order = new CheckMenuItem("Ignore order");

    IgnoreButton() {
        setId("ignore");
        getStyleClass().addAll("small", "ignore-button");
        setTooltip(new Tooltip("What does not count as a difference"));
        getItems().setAll(times, owners, order);
        getItems().forEach(item -> item.setOnAction(event -> chosen()));
        setMinWidth(USE_PREF_SIZE);
        describe();
    }

    /** What does not count. */
    ObjectProperty<Ignored> ignoredProperty() {
        return ignored;
    }

    /** Lets times count, or not. */
    void toggleTimes() {
        times.setSelected(!times.isSelected());
        chosen();
    }

    /** Lets owners count, or not. */
    void toggleOwners() {
        owners.setSelected(!owners.isSelected());
        chosen();
    }

    /** Lets orders count, or not. */
    void toggleOrder() {
        order.setSelected(!order.isSelected());
        chosen();
    }

    private void chosen() {
        describe();
        ignored.set(new Ignored(times.isSelected(), owners.isSelected(), order.isSelected()));
    }

    private void describe() {
        List<String> words = new ArrayList<>();
        if (times.isSelected()) {
            words.add("mtime");
        }
        if (owners.isSelected()) {
            words.add("owner");
        }
        if (order.isSelected()) {
            words.add("order");
        }
        setText(words.isEmpty() ? "Ignore…" : "Ignoring " + String.join(", ", words));
    }
}
