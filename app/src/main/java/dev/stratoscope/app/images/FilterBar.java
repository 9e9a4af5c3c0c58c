package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.model.image.StoreContents;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A field for words, and a segment with a count for each kind of image. */
final class FilterBar extends HBox {
    private final TextField field = new TextField();
    private final ObjectProperty<RowFilter.Kind> kind =
            new SimpleObjectProperty<>(this, "kind", RowFilter.Kind.ALL);
    private final Map<RowFilter.Kind, ToggleButton> buttons = new EnumMap<>(RowFilter.Kind.class);

    /**
     * A bar that lets everything through.
     *
     * @param changed told the filter as one types and chooses
     */
    FilterBar(Consumer<RowFilter> changed) {
        getStyleClass().addAll("pane-bar", "images-bar");
        field.setPromptText("Repository, tag, ID or label");
        field.setAccessibleText("Filter images");
        field.setId("filter-images");
        field.textProperty().addListener((property, before, now) -> changed.accept(filter()));
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                        field.clear();
                        event.consume();
                    }
                });
        HBox search = new HBox(Icons.of(MaterialDesignM.MAGNIFY), field);
        search.getStyleClass().add("search-field");
        search.setPrefWidth(280);
        search.setMinWidth(120);
        HBox.setHgrow(field, Priority.ALWAYS);
        Segments<RowFilter.Kind> kinds = new Segments<>(kind);
        kinds.setMinWidth(USE_PREF_SIZE);
        for (RowFilter.Kind each : RowFilter.Kind.values()) {
            buttons.put(each, kinds.add(each, each.words()));
        }
        kind.addListener((property, before, now) -> changed.accept(filter()));
        getChildren().setAll(search, kinds);
    }

    /** What is let through. */
    RowFilter filter() {
        return new RowFilter(kind.get(), field.getText());
    }

    /** Lets everything through. */
    void clear() {
        field.clear();
        kind.set(RowFilter.Kind.ALL);
    }

    /** Counts the images of each kind. */
    void show(StoreContents contents) {
        buttons.forEach(
                (each, button) ->
                        button.setText(each.words() + " " + each.count(contents.images())));
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }
}
