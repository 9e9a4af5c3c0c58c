package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Remark;
import dev.stratoscope.app.view.Rows;
import dev.stratoscope.model.build.PlannedStage;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The stages and their steps, live, and why a step missed the cache. On the JavaFX thread. */
final class StepsPane extends BorderPane {
    private static final double ROOM_FOR_BARS = 400;
    private static final double ROOM_FOR_FILES = 520;
    private static final double MOST_GRAPH = 170;

    private final BuildShow show;
    private final Clock clock;
    private final Consumer<StepNow> onOpen;
    private final StageGraph graph = new StageGraph();
    private final ScrollPane graphScroll = new ScrollPane(graph);
    private final TimeAxis axis = new TimeAxis();
    private final ObservableList<StepsRow> rows = FXCollections.observableArrayList();
    private final ListView<StepsRow> list = new ListView<>(rows);
    private final MissCard card;
    private final FilesCard files;
    private final List<StepCell> cells = new ArrayList<>();
    private final Set<Integer> folded = new HashSet<>();
    private List<PlannedStage> stages = List.of();
    private boolean showing;

    /**
     * The steps of a build.
     *
     * @param onOpen opens what a step made
     * @param onChosen told the step that a person selects
     * @param card tells why a step missed the cache
     * @param files tells what a step wrote
     */
    StepsPane(
            BuildShow show,
            Clock clock,
            Consumer<StepNow> onOpen,
            Consumer<StepNow> onChosen,
            MissCard card,
            FilesCard files) {
        this.card = card;
        this.files = files;
        this.show = show;
        this.clock = clock;
        this.onOpen = onOpen;
        getStyleClass().addAll("pane", "steps-pane");
        Label title = new Label("Stages and steps");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Remark legend = new Remark("bars: time");
        Remark opens = new Remark("opens the step as an image");
        opens.setGraphic(Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        HBox head = new HBox(8, title, spacer, legend, opens);
        head.getStyleClass().add("pane-title");
        graphScroll.getStyleClass().add("graph-scroll");
        graphScroll.setFitToWidth(true);
        graphScroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        graphScroll.setMaxHeight(MOST_GRAPH);
        graphScroll.setFocusTraversable(false);
        setTop(new VBox(head, graphScroll, axis));
        list.setId("build-steps");
        list.getStyleClass().add("steps-list");
        list.setFixedCellSize(26);
        list.setAccessibleText("Stages and steps");
        list.setCellFactory(
                view -> {
                    StepCell cell = new StepCell(this);
                    cells.add(cell);
                    return cell;
                });
        list.setPlaceholder(new Label("No steps: the text is no Dockerfile yet."));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            if (!showing && row != null && !row.isHead()) {
                                show.select(row.step());
                                onChosen.accept(show.steps().get(row.step()));
                            }
                        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        widthProperty().addListener((property, before, now) -> refresh());
        setCenter(list);
        setBottom(new VBox(files, card));
        heightProperty().addListener((property, before, now) -> refresh());
        show.listen(this::refresh);
    }

    BuildShow show() {
        return show;
    }

    Instant now() {
        return clock.instant();
    }

    boolean hasRoomForBars() {
        return getWidth() >= ROOM_FOR_BARS;
    }

    /** Where the keys go when one comes here. */
    Node focusable() {
        return list;
    }

    /** Shows how everything is now. */
    void refresh() {
        if (!show.stages().equals(stages)) {
            stages = show.stages();
            fill();
        }
        Instant now = now();
        graph.show(show, now);
        axis.show(show.took(now), hasRoomForBars());
        int at = row(show.selected());
        showing = true;
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
            Rows.reveal(list, at);
        }
        showing = false;
        showCells();
        card.show(show);
        files.setVisible(getHeight() >= ROOM_FOR_FILES && show.hasDone());
        files.show(show);
    }

    /** A list that is told to refresh makes all its cells anew, also under the pointer. */
    private void showCells() {
        cells.forEach(StepCell::showNow);
    }

    private int row(int step) {
        for (int i = 0; i < rows.size(); i++) {
            if (step >= 0 && rows.get(i).step() == step) {
                return i;
            }
        }
        return -1;
    }

    private void fill() {
        List<StepsRow> all = new ArrayList<>();
        for (PlannedStage stage : stages) {
            all.add(new StepsRow(stage, -1));
            if (!folded.contains(stage.index())) {
                stage.steps().forEach(step -> all.add(new StepsRow(stage, step)));
            }
        }
        showing = true;
        rows.setAll(all);
        showing = false;
    }

    /** Whether a row is of the text as it is now. */
    boolean has(StepsRow row) {
        return show.stages().contains(row.stage());
    }

    boolean isFolded(StepsRow row) {
        return folded.contains(row.stage().index());
    }

    /** Folds the steps of a stage away, or shows them again. */
    void fold(StepsRow row) {
        if (!folded.remove(row.stage().index())) {
            folded.add(row.stage().index());
        }
        fill();
        refresh();
    }

    void hover(@Nullable StepsRow row) {
        show.hover(row == null ? -1 : row.step());
    }

    /** Opens what a step made, where it made something. */
    void open(@Nullable StepsRow row) {
        if (row != null && !row.isHead()) {
            onOpen.accept(show.steps().get(row.step()));
        }
    }

    private void onKey(KeyEvent event) {
        StepsRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !row.isHead()) {
            open(row);
            event.consume();
        } else if ((event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)
                && row.isHead()) {
            fold(row);
            event.consume();
        }
    }
}
