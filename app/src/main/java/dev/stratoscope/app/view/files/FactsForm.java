package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.SizeText;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Fields for sizes and an owner; what is typed counts at once. */
final class FactsForm extends VBox {
    /** In pixels. */
    static final double WIDTH = 280;

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final String FORMS = "Write a size as 10k, 1.5 MB or 2MiB.";

    private final TextField larger = new TextField();
    private final TextField smaller = new TextField();
    private final ComboBox<Owner> owner = new ComboBox<>();
    private final Label wrong = new Label(FORMS);
    private final Consumer<Facts> changed;
    private List<Owner> owners = List.of();
    private Facts told = Facts.NONE;
    private boolean quiet;

    FactsForm(Consumer<Facts> changed, Runnable close) {
        this.changed = changed;
        getStyleClass().add("facts-form");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        larger.setId("larger-than");
        smaller.setId("smaller-than");
        owner.setId("owned-by");
        larger.setPromptText("10k");
        smaller.setPromptText("1.5 MB");
        owner.setPromptText("anyone");
        owner.setEditable(true);
        owner.setMaxWidth(Double.MAX_VALUE);
        owner.setVisibleRowCount(8);
        owner.setConverter(new ByName());
        owner.setCellFactory(list -> new OwnerCell());
        GridPane grid = new GridPane(12, 8);
        grid.addColumn(0, label("Larger than", larger), label("Smaller than", smaller));
        grid.add(label("Owned by", owner), 0, 2);
        grid.addColumn(1, larger, smaller, owner);
        GridPane.setHgrow(owner, Priority.ALWAYS);
        for (TextField field : List.of(larger, smaller, owner.getEditor())) {
            field.textProperty().addListener((property, before, now) -> read());
        }
        wrong.getStyleClass().add("hint");
        Button clear = new Button("Clear");
        clear.getStyleClass().add("small");
        clear.setOnAction(
                event -> {
                    reset();
                    read();
                });
        Button done = new Button("Done");
        done.getStyleClass().add("small");
        done.setOnAction(event -> close.run());
        done.setDefaultButton(true);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox foot = new HBox(8, clear, spacer, done);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(grid, wrong, foot);
        // A combo box would keep the key to itself.
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !owner.isShowing()) {
                        close.run();
                        event.consume();
                    }
                });
    }

    /** Empties the fields, without telling. */
    void reset() {
        quiet = true;
        larger.clear();
        smaller.clear();
        owner.setValue(null);
        owner.getEditor().clear();
        quiet = false;
        told = Facts.NONE;
        mark(larger, true);
        mark(smaller, true);
    }

    /** Asks for an owner too, without telling. */
    Facts withOwner(String wanted) {
        quiet = true;
        owner.getEditor().setText(wanted);
        quiet = false;
        told = new Facts(told.larger(), told.smaller(), wanted);
        return told;
    }

    void focus() {
        larger.requestFocus();
    }

    /** Offers the owners that there are; what is typed stays. */
    void setOwners(List<Owner> found) {
        owners = found;
        quiet = true;
        String typed = owner.getEditor().getText();
        owner.getItems().setAll(found);
        owner.getEditor().setText(typed);
        quiet = false;
    }

    private void read() {
        if (quiet) {
            return;
        }
        OptionalLong more = size(larger);
        OptionalLong less = size(smaller);
        Facts now =
                new Facts(more.orElse(-1), less.orElse(-1), owner.getEditor().getText().strip());
        boolean before = told.equals(now);
        told = now;
        if (!before) {
            changed.accept(now);
        }
    }

    private static OptionalLong size(TextField field) {
        OptionalLong size = SizeText.parse(field.getText());
        mark(field, size.isPresent() || field.getText().isBlank());
        return size;
    }

    private static void mark(TextField field, boolean valid) {
        field.pseudoClassStateChanged(INVALID, !valid);
    }

    private static Label label(String words, Region of) {
        Label label = new Label(words);
        label.setLabelFor(of);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** An owner is written by its name, and found by what was typed. */
    private final class ByName extends StringConverter<Owner> {
        @Override
        public String toString(@Nullable Owner shown) {
            return shown == null ? "" : Escapes.text(shown.name());
        }

        @Override
        public @Nullable Owner fromString(String typed) {
            String name = typed.strip();
            return name.isEmpty()
                    ? null
                    : owners.stream()
                            .filter(known -> known.name().equals(name))
                            .findFirst()
                            .orElse(new Owner(-1, name));
        }
    }

    /** An owner to choose, with its number. */
    private static final class OwnerCell extends ListCell<Owner> {
        @Override
        protected void updateItem(@Nullable Owner item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    item == null || empty
                            ? null
                            : item.isNamed()
                                    ? Escapes.text(item.name()) + "   " + item.number()
                                    : item.name());
        }
    }
}
