package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Kind;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Above the tree: the scope switch, the search field and a chip for each kind of change. */
final class FileBar extends VBox {
    private static final List<Kind> CHIPS =
            List.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);
    private static final Duration TYPING = Duration.millis(60);

    private final HBox top = new HBox();
    private final TextField search = new TextField();
    private final ToggleButton all = new ToggleButton();
    private final Label allCount = new Label();
    private final Map<Kind, ToggleButton> chips = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> counts = new EnumMap<>(Kind.class);
    private final Runnable onKinds;
    private boolean showing;
    private boolean allWanted;

    FileBar(ObjectProperty<Scope> scope, Runnable onKinds, Consumer<String> onText) {
        this.onKinds = onKinds;
        Segments<Scope> scopes = new Segments<>(scope);
        scopes.add(Scope.THIS_LAYER, "This layer");
        scopes.add(Scope.UP_TO_HERE, "Up to here");
        scopes.add(Scope.WHOLE_IMAGE, "Whole image");
        scopes.setMinWidth(USE_PREF_SIZE);
        top.getChildren().setAll(scopes, spacer(), searchField(onText));
        top.getStyleClass().add("pane-bar");
        FlowPane chipBox = new FlowPane(8, 6, chip(all, new Label("All"), allCount));
        all.setOnAction(event -> showUnchanged(all.isSelected()));
        for (Kind kind : CHIPS) {
            ToggleButton chip = new ToggleButton();
            Label count = new Label();
            chips.put(kind, chip);
            counts.put(kind, count);
            chipBox.getChildren().add(chip(chip, named(kind), count));
            chip.setSelected(true);
            chip.setOnAction(event -> changed());
        }
        chipBox.getStyleClass().addAll("pane-bar", "last");
        getChildren().setAll(top, chipBox);
    }

    void setTool(Node tool) {
        top.getChildren().add(tool);
    }

    String text() {
        return search.getText().strip();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void clearSearch() {
        search.clear();
    }

    boolean wantsAll() {
        return allWanted;
    }

    void showUnchanged(boolean wanted) {
        allWanted = wanted;
        all.setSelected(wanted);
        changed();
    }

    void toggleKind(int number) {
        ToggleButton chip =
                number >= 1 && number <= CHIPS.size() ? chips.get(CHIPS.get(number - 1)) : null;
        if (chip != null) {
            chip.fire();
        }
    }

    Set<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (all.isSelected()) {
            kinds.add(Kind.UNCHANGED);
        }
        chips.forEach(
                (kind, chip) -> {
                    if (chip.isSelected()) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }

    void show(FileRows rows) {
        showing = true;
        allCount.setText(String.format("%,d", rows.pathsInScope()));
        all.setSelected(rows.filter().kinds().contains(Kind.UNCHANGED));
        counts.forEach((kind, label) -> label.setText(String.format("%,d", rows.count(kind))));
        chips.forEach((kind, chip) -> chip.setSelected(rows.filter().kinds().contains(kind)));
        showing = false;
    }

    private void changed() {
        if (!showing) {
            onKinds.run();
        }
    }

    private HBox searchField(Consumer<String> onText) {
        search.setPromptText("Name or glob");
        search.setAccessibleText("Search names");
        PauseTransition pause = new PauseTransition(TYPING);
        pause.setOnFinished(event -> onText.accept(text()));
        search.textProperty().addListener((property, before, now) -> pause.playFromStart());
        search.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                });
        HBox field = new HBox(Icons.of(MaterialDesignM.MAGNIFY), search);
        field.getStyleClass().add("search-field");
        HBox.setHgrow(search, Priority.ALWAYS);
        field.setPrefWidth(250);
        field.setMinWidth(72);
        return field;
    }

    private static HBox named(Kind kind) {
        String word =
                switch (kind) {
                    case ADDED -> "Added";
                    case MODIFIED -> "Modified";
                    case METADATA_ONLY -> "Metadata";
                    case DELETED -> "Deleted";
                    case UNCHANGED -> "Unchanged";
                };
        HBox box = new HBox(new Badge(kind), new Label(word));
        box.setSpacing(6);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static ToggleButton chip(ToggleButton chip, Node name, Label count) {
        Node words = name instanceof HBox box ? box.getChildren().getLast() : name;
        if (words instanceof Label label) {
            chip.accessibleTextProperty()
                    .bind(Bindings.concat(label.textProperty(), " ", count.textProperty()));
        }
        count.getStyleClass().addAll("count", "mono");
        HBox content = new HBox(name, count);
        content.setSpacing(6);
        content.setAlignment(Pos.CENTER);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setGraphic(content);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
