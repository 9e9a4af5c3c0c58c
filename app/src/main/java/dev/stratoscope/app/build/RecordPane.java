package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.BuildRecord;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.List;

/** The steps of a build that ended, or what changed between two. On the JavaFX thread. */
final class RecordPane extends BorderPane {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button open = new Button("Open", Icons.of(MaterialDesignH.HAMMER_WRENCH));
    private final ListView<RecordLine> list = new ListView<>();
    private final RecordActs acts;
    private @Nullable BuildRecord shown;

    /**
     * Without a build.
     *
     * @param acts opens builds again, and what their steps made
     */
    RecordPane(RecordActs acts) {
        this.acts = acts;
        getStyleClass().addAll("pane", "record-pane");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        hint.getStyleClass().add("hint");
        hint.setMinWidth(0);
        open.setId("open-again");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(
                event -> {
                    BuildRecord one = shown;
                    if (one != null) {
                        acts.open(one);
                    }
                });
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, hint, spacer, open);
        head.getStyleClass().add("pane-title");
        list.setId("record-steps");
        list.setAccessibleText("Steps of the build");
        list.getStyleClass().add("steps-list");
        list.setFixedCellSize(26);
        list.setCellFactory(view -> new LineCell());
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open(list.getSelectionModel().getSelectedItem());
                        event.consume();
                    }
                });
        setTop(head);
        setCenter(list);
        show(List.of());
    }

    private void open(@Nullable RecordLine line) {
        if (line != null) {
            acts.open(line.step());
        }
    }

    /** Shows the one selected build, or what is different in two. */
    void show(List<BuildRecord> selected) {
        shown = selected.isEmpty() ? null : selected.getFirst();
        open.setDisable(selected.isEmpty());
        if (selected.size() >= 2) {
            BuildRecord one = selected.getFirst();
            BuildRecord other = selected.getLast();
            boolean newer = one.started().isAfter(other.started());
            List<RecordLine> lines = RecordLine.between(newer ? other : one, newer ? one : other);
            long differ = lines.stream().filter(line -> !line.change().isEmpty()).count();
            title.setText("What changed from build to build");
            hint.setText(differ == 0 ? "nothing" : differ + (differ == 1 ? " step" : " steps"));
            shown = newer ? one : other;
            list.getItems().setAll(lines);
        } else {
            BuildRecord one = shown;
            title.setText(one == null ? "Steps" : BuildsTable.name(one));
            hint.setText(one == null ? "" : "select two builds to see what changed between them");
            list.getItems().setAll(one == null ? List.of() : RecordLine.of(one));
        }
    }

    private final class LineCell extends ListCell<RecordLine> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final Label change = new Label();
        private final Label size = new Label();
        private final Label time = new Label();
        private final Button layers =
                Actions.icon(MaterialDesignL.LAYERS_OUTLINE, "Open this step as an image");
        private final HBox box =
                new HBox(8, number, text, change, size, time, new StackPane(layers));

        LineCell() {
            getStyleClass().add("step-cell");
            number.getStyleClass().addAll("mono", "muted", "record-number");
            text.getStyleClass().add("step-text");
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            change.getStyleClass().add("secondary");
            change.setMinWidth(USE_PREF_SIZE);
            size.getStyleClass().add("step-size");
            time.getStyleClass().add("step-time");
            box.setAlignment(Pos.CENTER_LEFT);
            box.setPrefWidth(1);
            layers.setFocusTraversable(false);
            layers.getStyleClass().add("open-step");
            layers.setOnAction(event -> open(getItem()));
            setOnMouseClicked(
                    event -> {
                        if (event.getClickCount() == 2) {
                            open(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable RecordLine line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                pseudoClassStateChanged(DIFFERENT, false);
                return;
            }
            BuildRecord.Step step = line.step();
            number.setText(String.valueOf(step.line()));
            text.setText(Escapes.text(step.text()));
            change.setText(line.change().isEmpty() ? step.outcome() : line.change());
            size.setText(HumanSize.spaced(step.contentSize()));
            time.setText(Spans.of(step.took()));
            layers.setVisible(step.image() != null);
            pseudoClassStateChanged(DIFFERENT, !line.change().isEmpty());
            setAccessibleText(
                    "line " + step.line() + ", " + text.getText() + ", " + change.getText());
            setGraphic(box);
        }
    }
}
