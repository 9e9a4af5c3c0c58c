package dev.stratoscope.app.images;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.images.map.MapRow;
import dev.stratoscope.app.images.map.SharingMap;
import dev.stratoscope.app.view.Banner;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.StoreContents;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be seen of a store: a plain function of its contents and of what one chose. */
final class ImagesView extends StackPane {
    private static final double MOST_OF_HEIGHT = 0.5;

    /** What is left of a window of 1180. */
    private static final double ROOM_FOR_ASIDE = 1108;

    private static final double ROOM_FOR_FIGURES = 800;

    private final ImagesHeader header;
    private final VBox banners = new VBox(8);
    private final FilterBar bar = new FilterBar(filter -> fill());
    private final ImageTable table;
    private final SharingMap map = new SharingMap();
    private final Aside aside;
    private final EmptyStore empty;
    private final ToggleButton details = new ToggleButton("Details");
    private final SplitPane halves;
    private final VBox body;
    private final BorderPane frame = new BorderPane();
    private StoreContents contents = new StoreContents(List.of(), 0, 0, 0);
    private @Nullable ImageRow wanted;
    private Instant now = Instant.EPOCH;
    private int placedFor = -1;

    ImagesView(Opener opener, Acts acts) {
        getStyleClass().add("images-view");
        header = new ImagesHeader(opener, acts);
        table = new ImageTable(acts, new ImageActs(acts, this::selected));
        aside = new Aside(opener);
        empty = new EmptyStore(opener);
        banners.getStyleClass().add("banners");
        banners.managedProperty().bind(Bindings.isNotEmpty(banners.getChildren()));
        halves = new SplitPane(table, lower());
        halves.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(table, false);
        table.setMinHeight(ImageTable.HEAD + 2 * ImageTable.ROW);
        StackPane found = new StackPane(halves, nothing());
        VBox.setVgrow(found, Priority.ALWAYS);
        body = new VBox(bar, found);
        frame.setTop(new VBox(header, banners));
        getChildren().setAll(frame);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> selected(row));
        map.selectedProperty().subscribe(this::selectedInMap);
        map.setOnOpen(image -> acts.open(rowOf(image)));
        halves.heightProperty().addListener((property, before, height) -> divide());
        widthProperty().addListener((property, before, width) -> fold());
    }

    /** What stands in place of the list and the map where the filter lets nothing through. */
    private Node nothing() {
        Label title = new Label("Nothing matches");
        title.getStyleClass().add("title");
        Label reason = new Label("No image of this kind has that in its name, ID or labels.");
        reason.getStyleClass().add("reason");
        Button clear = new Button("Clear the filter");
        clear.setOnAction(event -> bar.clear());
        VBox box = new VBox(title, reason, clear);
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(Bindings.isEmpty(table.getItems()));
        halves.visibleProperty().bind(box.visibleProperty().not());
        return box;
    }

    private Node lower() {
        Label title = new Label("Sharing map");
        title.getStyleClass().add("title");
        Label hint =
                new Label(
                        "one column per layer, width is size; filled is shared, hollow is of one"
                                + " image alone");
        hint.getStyleClass().add("hint");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        details.getStyleClass().add("small");
        details.setMinWidth(USE_PREF_SIZE);
        details.managedProperty().bind(details.visibleProperty());
        details.setOnAction(event -> fold());
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, hint, spacer, details);
        head.getStyleClass().add("pane-title");
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox left = new VBox(head, map);
        left.getStyleClass().add("pane");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox lower = new HBox(left, aside);
        lower.setMinHeight(160);
        return lower;
    }

    /** Where there is no room for both, what stands beside the map folds to a button. */
    private void fold() {
        boolean narrow = getWidth() < ROOM_FOR_ASIDE;
        header.setNarrow(getWidth() < ROOM_FOR_FIGURES);
        details.setVisible(narrow);
        aside.setVisible(!narrow || details.isSelected());
        aside.setManaged(aside.isVisible());
    }

    /**
     * Shows what a store holds.
     *
     * @param time what ages are counted to
     */
    void show(StoreContents held, Instant time) {
        contents = held;
        now = time;
        header.show(held);
        bar.show(held);
        boolean any = !held.images().isEmpty();
        frame.setCenter(any ? body : empty);
        fill();
        divide();
    }

    /** Counts ages to another time. */
    void age(Instant time) {
        now = time;
        table.age(time);
    }

    StoreContents contents() {
        return contents;
    }

    void showRecent(List<Recent> sources) {
        aside.showRecent(sources);
        empty.showRecent(sources);
    }

    /** Selects a row once it is there, at once or when the contents that have it are shown. */
    void select(ImageRow row) {
        wanted = row;
        take();
    }

    List<ImageRow> selected() {
        return table.selected();
    }

    void focusFilter() {
        if (!contents.images().isEmpty()) {
            bar.focusField();
        }
    }

    void warn(Problem problem, @Nullable String cure, Runnable action) {
        Banner banner =
                new Banner(
                        problem,
                        cure,
                        () -> {
                            banners.getChildren().clear();
                            action.run();
                        },
                        gone -> banners.getChildren().remove(gone));
        banners.getChildren().setAll(banner);
    }

    void clearWarnings() {
        banners.getChildren().clear();
    }

    private void fill() {
        RowFilter filter = bar.filter();
        List<ImageRow> rows = ImageRow.of(contents).stream().filter(filter::accepts).toList();
        table.show(rows, now);
        take();
        fillMap();
    }

    private void take() {
        ImageRow row = wanted;
        if (row != null) {
            for (ImageRow each : table.getItems()) {
                if (each.isSame(row)) {
                    wanted = null;
                    table.pick(each);
                    return;
                }
            }
        }
    }

    /** The images of the list, each once, in the order of the list. */
    private void fillMap() {
        Map<Object, MapRow> images = new LinkedHashMap<>();
        for (ImageRow row : table.getItems()) {
            images.putIfAbsent(
                    row.image().manifest(), new MapRow(row.image(), ImageRow.brief(row.image())));
        }
        map.show(List.copyOf(images.values()));
        selected(table.getSelectionModel().getSelectedItem());
    }

    private void selected(@Nullable ImageRow row) {
        aside.show(row, contents);
        map.selectedProperty().set(row == null ? null : row.image());
    }

    private void selectedInMap(@Nullable KeptImage image) {
        ImageRow row = table.getSelectionModel().getSelectedItem();
        if (image != null && (row == null || !row.image().manifest().equals(image.manifest()))) {
            table.pick(rowOf(image));
        }
    }

    private ImageRow rowOf(KeptImage image) {
        ImageRow selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && selected.image().manifest().equals(image.manifest())) {
            return selected;
        }
        return table.getItems().stream()
                .filter(row -> row.image().manifest().equals(image.manifest()))
                .findFirst()
                .orElseGet(() -> ImageRow.first(image));
    }

    /**
     * The list is as high as its rows, up to half of the room; from then on it is the person's,
     * until there are more rows or fewer.
     */
    private void divide() {
        int rows = ImageRow.of(contents).size();
        double height = halves.getHeight();
        if (height <= 0 || placedFor == rows) {
            return;
        }
        placedFor = rows;
        double wanted = ImageTable.HEAD + rows * ImageTable.ROW + 2;
        double most = Math.max(table.getMinHeight(), height * MOST_OF_HEIGHT);
        halves.setDividerPositions(Math.min(wanted, most) / height);
    }
}
