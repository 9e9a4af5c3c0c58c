package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A field for words, and a segment with a count for each kind of container. */
final class ContainerFilter extends HBox {
    private final TextField field = new TextField();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.ALL);
    private final Map<Kind, ToggleButton> buttons = new EnumMap<>(Kind.class);

    /** Kinds of containers. */
    private enum Kind {
        ALL("All"),
        RUNNING("Running"),
        STOPPED("Stopped");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean has(Seen seen) {
            return switch (this) {
                case ALL -> true;
                case RUNNING -> seen.state().isLive();
                case STOPPED -> !seen.state().isLive() && seen.state().problem() == null;
            };
        }
    }

    /**
     * A filter that lets everything through.
     *
     * @param changed told as one types and chooses
     */
    ContainerFilter(Consumer<String> changed) {
        getStyleClass().addAll("pane-bar", "images-bar");
        field.setPromptText("Name, image, command or ID");
        field.setAccessibleText("Filter containers");
        field.setId("filter-containers");
        field.textProperty().addListener((property, before, now) -> changed.accept(now));
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                        field.clear();
                        event.consume();
                    }
                });
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox search = new HBox(Icons.of(MaterialDesignM.MAGNIFY), field);
        search.getStyleClass().add("search-field");
        search.setPrefWidth(280);
        Segments<Kind> segments = new Segments<>(kind);
        segments.setMinWidth(USE_PREF_SIZE);
        for (Kind each : Kind.values()) {
            buttons.put(each, segments.add(each, each.words));
        }
        kind.addListener((property, before, now) -> changed.accept(field.getText()));
        getChildren().setAll(search, segments);
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /** Lets everything through. */
    void clear() {
        kind.set(Kind.ALL);
        field.clear();
    }

    /** Shows how many there are of each kind. */
    void count(Listing listing) {
        buttons.forEach(
                (each, button) ->
                        button.setText(
                                each.words
                                        + " "
                                        + listing.containers().stream().filter(each::has).count()));
    }

    /** Whether a container is shown: each word has to be in one of its facts. */
    boolean accepts(Seen seen) {
        if (!kind.get().has(seen)) {
            return false;
        }
        List<String> facts =
                List.of(
                        lower(seen.name()),
                        lower(seen.container().imageName()),
                        lower(CommandText.of(seen.container().command())),
                        seen.id());
        for (String word : lower(field.getText().strip()).split("\\s+", -1)) {
            if (facts.stream().noneMatch(fact -> fact.contains(word))) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String text) {
        return Escapes.text(text).toLowerCase(Locale.ROOT);
    }
}
