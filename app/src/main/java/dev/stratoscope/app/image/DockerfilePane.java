package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.dockerfile.DockerfileLine;
import dev.stratoscope.app.text.dockerfile.Reconstruction;
import dev.stratoscope.app.text.dockerfile.Reconstruction.Line;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.CodeText;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.app.view.Rows;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.ImageConfig;

import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** The reconstructed Dockerfile; its lines and the steps of the stack select each other. */
final class DockerfilePane extends BorderPane {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final JobScope jobs;
    private final ListView<Line> list = new ListView<>();
    private final Label hint = new Label("reconstructed from history and config");
    private Reconstruction shown = new Reconstruction(List.of());
    private List<HistoryRow> rows = List.of();
    private @Nullable ImageConfig config;
    private int here = -1;
    private boolean showing;

    /**
     * A pane without lines.
     *
     * @param chosen told the step of the line a person selects
     * @param layerOnly told the step whose files alone are wanted
     */
    DockerfilePane(JobScope jobs, IntConsumer chosen, IntConsumer layerOnly) {
        this.jobs = jobs;
        list.getStyleClass().addAll("line-view", "dockerfile-view");
        list.setFixedCellSize(20);
        list.setCellFactory(view -> new LineCell());
        list.setAccessibleText("Dockerfile");
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, line) -> {
                            if (!showing && line != null && line.step() >= 0) {
                                chosen.accept(line.step());
                            }
                        });
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        onlyLayer(layerOnly);
                    }
                });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        onlyLayer(layerOnly);
                        event.consume();
                    } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                        copyLine();
                        event.consume();
                    }
                });
        setTop(title());
        setCenter(list);
    }

    /**
     * Shows the Dockerfile of an image, which is reconstructed once.
     *
     * @param history the rows of the same image, newest first, for sizes and times
     */
    void show(ImageConfig image, List<HistoryRow> history) {
        rows = history;
        if (!image.equals(config)) {
            config = image;
            shown = Reconstruction.of(image);
            showing = true;
            list.setItems(FXCollections.observableList(shown.lines()));
            showing = false;
        }
        list.refresh();
    }

    /** Lights the lines of a step and brings the first of them into sight. */
    void select(int step) {
        here = step;
        Line selected = list.getSelectionModel().getSelectedItem();
        int first = shown.firstLine(step);
        if (first >= 0 && (selected == null || selected.step() != step)) {
            showing = true;
            list.getSelectionModel().clearAndSelect(first);
            showing = false;
            Rows.reveal(list, first);
        }
        list.refresh();
    }

    /** Writes the text to a file, which is replaced if it is there. */
    void save(Path file) {
        String text = shown.text();
        jobs.start(
                "Saving " + file.getFileName(),
                progress -> Files.writeString(file, text),
                saved -> hint.setText("saved as " + Escapes.text(saved.toString())),
                failure ->
                        hint.setText(Problems.of(file + " cannot be written", failure).reason()));
    }

    private HBox title() {
        Label title = new Label("Dockerfile");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button save = new Button("Save as…", Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.getStyleClass().add("small");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> chooseFile());
        Button copy = Actions.copyButton("Copy all", () -> shown.text());
        copy.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(title, hint, spacer, copy, save);
        bar.getStyleClass().add("pane-title");
        return bar;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save Dockerfile");
        chooser.setInitialFileName("Dockerfile");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            save(chosen.toPath());
        }
    }

    private void onlyLayer(IntConsumer layerOnly) {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line != null && line.step() >= 0) {
            layerOnly.accept(line.step());
        }
    }

    private void copyLine() {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            Actions.copy(line.text());
        }
    }

    private @Nullable HistoryRow row(int step) {
        int at = rows.size() - 1 - step;
        return step >= 0 && at >= 0 ? rows.get(at) : null;
    }

    private final class LineCell extends ListCell<Line> {
        private final Label size = new Label();
        private final LayerChip chip = new LayerChip();
        private final StackPane chipBox = new StackPane(chip);
        private final Label number = new Label();
        private final CodeText code = new CodeText(false);
        private final HBox box = new HBox(size, chipBox, number, code);

        LineCell() {
            size.getStyleClass().add("gutter-size");
            chipBox.getStyleClass().add("gutter-chip");
            number.getStyleClass().add("line-number");
            number.setMinWidth(USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                setTooltip(null);
                pseudoClassStateChanged(HERE, false);
                return;
            }
            HistoryRow row = row(line.step());
            boolean isHere = line.step() >= 0 && line.step() == here;
            boolean makesLayer = line.isInstruction() && row != null && row.layer() >= 0;
            chip.show(makesLayer && row != null ? row.layer() : -1, isHere);
            size.setText(
                    !makesLayer || row == null
                            ? ""
                            : row.size() < 0 ? "…" : HumanSize.docker(row.size()));
            int digits = String.valueOf(shown.lines().size()).length();
            number.setText(String.format("%" + digits + "d", getIndex() + 1));
            code.show(DockerfileLine.tokens(line.text(), line.isInstruction()), "");
            pseudoClassStateChanged(HERE, isHere);
            setTooltip(row == null ? null : tooltip(row));
            setGraphic(box);
        }

        private static Tooltip tooltip(HistoryRow row) {
            String what = row.layer() < 0 ? "No layer" : "L" + row.layer();
            String size =
                    row.layer() < 0 || row.size() < 0
                            ? ""
                            : String.format(", %,d bytes", row.size());
            String date = Steps.date(row.created());
            return new Tooltip(what + size + (date.isEmpty() ? "" : ", created " + date));
        }
    }
}
