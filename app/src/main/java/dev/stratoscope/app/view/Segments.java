package dev.stratoscope.app.view;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

import org.controlsfx.control.SegmentedButton;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Buttons side by side of which exactly one is down, tied to a property.
 *
 * @param <T> what is chosen among
 */
public final class Segments<T> extends SegmentedButton {
    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<ToggleButton, String> words = new LinkedHashMap<>();
    private final Map<ToggleButton, String> briefWords = new LinkedHashMap<>();
    private final Text ruler = new Text();
    private boolean brief;

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
        return add(value, words, words);
    }

    /**
     * Adds a button at the end.
     *
     * @param briefly what it says where there is no room for the words
     */
    public ToggleButton add(T value, String words, String briefly) {
        ToggleButton button = new ToggleButton(words);
        button.setAccessibleText(words);
        this.words.put(button, words);
        briefWords.put(button, briefly);
        button.setMinWidth(USE_PREF_SIZE);
        button.setUserData(value);
        button.setOnAction(event -> chosen.set(value));
        getButtons().add(button);
        button.setToggleGroup(group);
        button.setSelected(value.equals(chosen.get()));
        return button;
    }

    /** Says all in few words, with the others as tooltips; or in full again. */
    public void setBrief(boolean wanted) {
        if (brief != wanted) {
            brief = wanted;
            words.forEach(
                    (button, full) -> {
                        button.setText(wanted ? briefWords.get(button) : full);
                        button.setTooltip(wanted ? new Tooltip(full) : null);
                    });
        }
    }

    /** How wide this is in full, or in few words. */
    public double width(boolean briefly) {
        double width = 0;
        for (var entry : (briefly ? briefWords : words).entrySet()) {
            ToggleButton button = entry.getKey();
            ruler.setFont(button.getFont());
            ruler.setText(entry.getValue());
            Insets around = button.getInsets();
            width += ruler.getLayoutBounds().getWidth() + around.getLeft() + around.getRight();
        }
        // The chosen one is set in a bolder face.
        return Math.ceil(width) + 4;
    }

    private void select(T value) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(value))
                .forEach(group::selectToggle);
    }
}
