package dev.stratoscope.app.view;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import org.controlsfx.control.SegmentedButton;

/**
 * Buttons side by side of which exactly one is down, tied to a property.
 *
 * @param <T> what is chosen among
 */
public final class Segments<T> extends SegmentedButton {
    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

    /** Segments without a button, showing and setting {@code chosen}. */
    public Segments(ObjectProperty<T> chosen) {
        this.chosen = chosen;
        setToggleGroup(group);
        getStyleClass().add("segmented");
        chosen.addListener((property, before, now) -> select(now));
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null && before != null) {
                                before.setSelected(true);
                            }
                        });
    }

    /** Adds a button at the end. */
    public ToggleButton add(T value, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.setUserData(value);
        button.setOnAction(event -> chosen.set(value));
        getButtons().add(button);
        button.setToggleGroup(group);
        button.setSelected(value.equals(chosen.get()));
        return button;
    }

    private void select(T value) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(value))
                .forEach(group::selectToggle);
    }
}
