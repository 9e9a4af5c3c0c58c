package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.difference.HalfLine.Change;
import dev.stratoscope.model.diff.content.WordDiff;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** A row of a text difference: both sides, or one below the other, or a fold. */
final class RowCell extends ListCell<Row> {
    private static final int MOST_SPOKEN = 200;

    private final TextRows rows;
    private final HalfLine left = new HalfLine(1);
    private final HalfLine right = new HalfLine(1);
    private final HalfLine both = new HalfLine(2);
    private final Label hidden = new Label();
    private final HBox fold = new HBox(4, Icons.of(MaterialDesignC.CHEVRON_RIGHT), hidden);
    private final Body body = new Body();

    /** Lays both sides out beside each other, as wide as the list is. */
    private final class Body extends Pane {
        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected void layoutChildren() {
            double half = TextRows.half(getWidth());
            fold.resizeRelocate(0, 0, getWidth(), getHeight());
            both.resizeRelocate(0, 0, getWidth(), getHeight());
            left.resizeRelocate(0, 0, half, getHeight());
            right.resizeRelocate(getWidth() - half, 0, half, getHeight());
        }
    }

    RowCell(TextRows rows) {
        this.rows = rows;
        getStyleClass().add("row-cell");
        fold.getStyleClass().add("fold");
        setOnMouseClicked(
                event -> {
                    Row row = getItem();
                    if (row != null
                            && row.type() == Row.Type.FOLD
                            && event.getButton() == MouseButton.PRIMARY) {
                        rows.unfold(getIndex());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row.type()) {
            case FOLD -> {
                hidden.setText(lines(row.count()) + " unchanged");
                body.getChildren().setAll(fold);
            }
            case CHANGED, EQUAL -> showRow(row);
            case REMOVED, ADDED -> showInline(row);
        }
        setAccessibleText(spoken(row));
        setGraphic(body);
        place();
    }

    /** Puts the lines where the list is scrolled to. */
    void place() {
        for (HalfLine half : List.of(left, right, both)) {
            half.place(rows.numberWidth(), rows.shift());
        }
    }

    private void showRow(Row row) {
        if (rows.isInline()) {
            both.show(Change.NONE, number(row.before()), number(row.after()));
            LineText.show(both.line(), rows.diff().after(), row.after(), List.of());
            body.getChildren().setAll(both);
            return;
        }
        boolean changed = row.type() == Row.Type.CHANGED;
        WordDiff words = changed ? rows.words(row) : rows.none();
        left.show(change(changed, row.before(), Change.REMOVED), number(row.before()));
        right.show(change(changed, row.after(), Change.ADDED), number(row.after()));
        if (row.before() >= 0) {
            LineText.show(left.line(), rows.diff().before(), row.before(), words.before());
        }
        if (row.after() >= 0) {
            LineText.show(right.line(), rows.diff().after(), row.after(), words.after());
        }
        body.getChildren().setAll(left, right);
    }

    private void showInline(Row row) {
        boolean removed = row.type() == Row.Type.REMOVED;
        WordDiff words = rows.words(row);
        both.show(
                removed ? Change.REMOVED : Change.ADDED,
                removed ? number(row.before()) : "",
                removed ? "" : number(row.after()));
        LineText.show(
                both.line(),
                removed ? rows.diff().before() : rows.diff().after(),
                removed ? row.before() : row.after(),
                removed ? words.before() : words.after());
        body.getChildren().setAll(both);
    }

    private static Change change(boolean changed, int line, Change present) {
        if (!changed) {
            return Change.NONE;
        }
        return line < 0 ? Change.ABSENT : present;
    }

    private static String number(int line) {
        return line < 0 ? "" : String.valueOf(line + 1);
    }

    private static String lines(int count) {
        return HumanSize.grouped(count) + (count == 1 ? " line" : " lines");
    }

    /** The row for who cannot see it. */
    private String spoken(Row row) {
        TextDiff diff = rows.diff();
        String old = row.before() < 0 ? "" : start(diff.before().lines().get(row.before()));
        String now = row.after() < 0 ? "" : start(diff.after().lines().get(row.after()));
        String removed = "removed, line " + number(row.before()) + ": " + old;
        String added = "added, line " + number(row.after()) + ": " + now;
        return switch (row.type()) {
            case FOLD -> lines(row.count()) + " unchanged, Enter shows them";
            case EQUAL -> "line " + number(row.after()) + ": " + now;
            case REMOVED -> removed;
            case ADDED -> added;
            case CHANGED ->
                    row.before() < 0 ? added : row.after() < 0 ? removed : removed + "; " + added;
        };
    }

    private static String start(String line) {
        return Escapes.text(line.substring(0, Math.min(MOST_SPOKEN, line.length())));
    }
}
