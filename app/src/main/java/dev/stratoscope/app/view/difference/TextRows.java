package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Rows;
import dev.stratoscope.model.diff.content.WordDiff;

import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of two texts, beside or below each other. Only what is on the screen exists, so that a
 * million lines are scrolled like ten; one bar moves both sides from left to right.
 */
final class TextRows extends Region {
    /** What the bar beside the list takes, in pixels. */
    static final double BAR = 10;

    /** Between the two sides, in pixels. */
    private static final double GAP = 16;

    private static final int MOST_COPIED = 100_000;
    private static final double STEP = 40;
    private static final WordDiff NONE = new WordDiff(List.of(), List.of());
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ListView<Row> list = new ListView<>();
    private final ScrollBar bar = new ScrollBar();
    private final List<RowCell> cells = new ArrayList<>();
    private final Text ruler = new Text("0".repeat(10));
    private @Nullable TextDiff diff;
    private @Nullable DiffRows rows;
    private boolean inline;
    private int longest;
    private int digits = 2;

    /**
     * Rows of nothing yet.
     *
     * @param onSelected told when another row is selected
     */
    TextRows(Runnable onSelected) {
        getStyleClass().add("text-rows");
        list.setFixedCellSize(18);
        list.getStyleClass().add("mono");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText("How the lines differ");
        list.setCellFactory(
                view -> {
                    RowCell cell = new RowCell(this);
                    cells.add(cell);
                    return cell;
                });
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> onSelected.run());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventFilter(ScrollEvent.SCROLL, this::onScroll);
        ruler.getStyleClass().addAll("code", "code-plain");
        ruler.setVisible(false);
        ruler.setManaged(false);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((property, before, now) -> cells.forEach(RowCell::place));
        getChildren().setAll(list, bar, ruler);
    }

    /** How wide each side of so much room is. */
    static double half(double width) {
        return Math.floor((width - GAP) / 2);
    }

    /**
     * Shows a difference from its beginning.
     *
     * @param below whether new lines stand below the old ones, and not beside them
     */
    void show(TextDiff difference, DiffRows shown, int longestLine, boolean below) {
        diff = difference;
        inline = below;
        longest = Math.min(longestLine, LineText.LONGEST + 40);
        int most = Math.max(difference.before().lines().size(), difference.after().lines().size());
        digits = Math.max(3, String.valueOf(most).length());
        bar.setValue(0);
        list.getSelectionModel().clearSelection();
        fill(shown);
        list.scrollTo(0);
        requestLayout();
    }

    private void fill(DiffRows shown) {
        rows = shown;
        list.setItems(FXCollections.observableList(shown));
    }

    ListView<Row> list() {
        return list;
    }

    TextDiff diff() {
        TextDiff shown = diff;
        if (shown == null) {
            throw new IllegalStateException("no rows");
        }
        return shown;
    }

    boolean isInline() {
        return inline;
    }

    WordDiff none() {
        return NONE;
    }

    /** Which words of a row's two lines differ. */
    WordDiff words(Row row) {
        return row.before() < 0 || row.after() < 0
                ? NONE
                : WordDiff.between(
                        diff().before().lines().get(row.before()),
                        diff().after().lines().get(row.after()));
    }

    /** In pixels. */
    double numberWidth() {
        return Math.ceil(digits * ruler.getLayoutBounds().getWidth() / 10);
    }

    /** How far lines are scrolled to the left, in pixels. */
    double shift() {
        return bar.isVisible() ? Math.round(bar.getValue()) : 0;
    }

    /** The number of the change that is selected, from 1; 0 for none. */
    int change() {
        int at = list.getSelectionModel().getSelectedIndex();
        DiffRows shown = rows;
        return shown == null || at < 0 || at >= shown.size() ? 0 : shown.change(at);
    }

    /** Opens a fold, and leaves the rows where they are. */
    void unfold(int index) {
        DiffRows shown = rows;
        if (shown != null && index >= 0 && index < shown.size()) {
            fill(shown.unfold(index));
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
        }
    }

    /** Selects the next change, or the one before; false when there is none. */
    boolean step(boolean forward) {
        DiffRows shown = rows;
        if (shown == null) {
            return false;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int to = forward ? shown.next(at) : shown.previous(at);
        if (to < 0) {
            return false;
        }
        list.getSelectionModel().clearAndSelect(to);
        list.getFocusModel().focus(to);
        Rows.reveal(list, to);
        return true;
    }

    @Override
    protected void layoutChildren() {
        double side = inline ? getWidth() - BAR : half(getWidth() - BAR);
        double letter = ruler.getLayoutBounds().getWidth() / 10;
        double room = side - HalfLine.gutter(numberWidth(), inline ? 2 : 1);
        double most = Math.max(0, longest * letter - room + 24);
        boolean scrolls = most > 24;
        bar.setVisible(scrolls);
        bar.setMax(most);
        bar.setVisibleAmount(most * room / (room + most));
        bar.setUnitIncrement(STEP);
        bar.setBlockIncrement(room);
        bar.setValue(Math.min(bar.getValue(), most));
        double height = scrolls ? bar.prefHeight(-1) : 0;
        list.resizeRelocate(0, 0, getWidth(), getHeight() - height);
        bar.resizeRelocate(0, getHeight() - height, getWidth() - BAR, height);
        cells.forEach(RowCell::place);
    }

    private void onScroll(ScrollEvent event) {
        double by =
                event.isShiftDown() && event.getDeltaX() == 0
                        ? event.getDeltaY()
                        : event.getDeltaX();
        if (bar.isVisible() && by != 0) {
            bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && rows != null && at >= 0) {
            if (list.getItems().get(at).type() == Row.Type.FOLD) {
                unfold(at);
                event.consume();
            }
        } else if (bar.isVisible() && event.getCode() == KeyCode.RIGHT) {
            bar.increment();
            event.consume();
        } else if (bar.isVisible() && event.getCode() == KeyCode.LEFT) {
            bar.decrement();
            event.consume();
        }
    }

    /** One line as it is; several with a mark before each, as a patch has them. */
    private void copy() {
        List<Integer> selected = List.copyOf(list.getSelectionModel().getSelectedIndices());
        StringBuilder text = new StringBuilder();
        boolean single = selected.size() == 1;
        for (int index : selected.subList(0, Math.min(MOST_COPIED, selected.size()))) {
            Row row = list.getItems().get(index);
            if (row.type() == Row.Type.FOLD) {
                continue;
            }
            boolean equal = row.type() == Row.Type.EQUAL;
            if (!equal && row.type() != Row.Type.ADDED && row.before() >= 0) {
                append(text, single ? "" : "-", diff().before().lines().get(row.before()));
            }
            if (row.type() != Row.Type.REMOVED && row.after() >= 0) {
                String mark = equal ? " " : "+";
                append(text, single ? "" : mark, diff().after().lines().get(row.after()));
            }
        }
        Actions.copy(text.toString());
    }

    private static void append(StringBuilder text, String mark, String line) {
        text.append(text.isEmpty() ? "" : "\n").append(mark).append(line);
    }
}
