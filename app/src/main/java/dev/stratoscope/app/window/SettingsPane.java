package dev.stratoscope.app.window;

import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a person can choose once for all: each choice holds at once. */
final class SettingsPane extends VBox {
    private static final Map<String, String> THEMES =
            Map.of("light", "Light", "dark", "Dark", "system", "System");
    private static final List<String> THEME_ORDER = List.of("light", "dark", "system");

    private final Change change;
    private final ObjectProperty<String> theme = new SimpleObjectProperty<>("system");
    private final ObjectProperty<Integer> scale = new SimpleObjectProperty<>(100);
    private final CheckBox calm = new CheckBox("Reduce motion");
    private final CheckBox session = new CheckBox("Open the same images at the next start");
    private final Segments<String> themes = new Segments<>(theme);
    private boolean showing;

    /** Takes in a choice. */
    @FunctionalInterface
    interface Change {
        /** Changes the settings, and what is to be seen of them. */
        void accept(UnaryOperator<Settings> change);
    }

    SettingsPane(Change change) {
        this.change = change;
        getStyleClass().addAll("popover", "settings");
        THEME_ORDER.forEach(name -> themes.add(name, THEMES.getOrDefault(name, name)));
        Segments<Integer> scales = new Segments<>(scale);
        Settings.SCALES.forEach(percent -> scales.add(percent, percent + " %"));
        theme.addListener((p, before, now) -> choose(settings -> settings.withTheme(now)));
        scale.addListener((p, before, now) -> choose(settings -> settings.withScale(now)));
        calm.setOnAction(event -> choose(settings -> settings.withCalm(calm.isSelected())));
        session.setOnAction(
                event -> choose(settings -> settings.withForgetting(!session.isSelected())));
        Label title = new Label("Settings");
        title.getStyleClass().add("section-title");
        calm.setId("calm");
        session.setId("keep-session");
        getChildren()
                .setAll(
                        title,
                        named("Theme", themes),
                        named("Size of everything", scales),
                        calm,
                        session);
    }

    /** What gets the keyboard first. */
    Node first() {
        return themes.getButtons().stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .orElse(themes.getButtons().getFirst());
    }

    /** Shows what holds now. */
    void show(Settings settings) {
        showing = true;
        theme.set(settings.theme());
        scale.set(settings.scale());
        calm.setSelected(settings.calm());
        session.setSelected(!settings.forgetsSession());
        showing = false;
    }

    private void choose(UnaryOperator<Settings> chosen) {
        if (!showing) {
            change.accept(chosen);
        }
    }

    private static Node named(String words, Node control) {
        Label label = new Label(words);
        label.getStyleClass().addAll("secondary", "muted");
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }
}
