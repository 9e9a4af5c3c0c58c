package dev.stratoscope.app.view.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns a person chose to see beside the name, from left to right. Immutable.
 *
 * @param columns without the name; none twice
 */
public record ColumnChoice(List<Column> columns) {
    /** What is shown before anybody chose. */
    public static final ColumnChoice DEFAULT =
            new ColumnChoice(
                    List.of(
                            Column.of(FileColumn.SIZE),
                            Column.of(FileColumn.MODE),
                            Column.of(FileColumn.OWNER),
                            Column.of(FileColumn.LAYER)));

    private static final double NARROWEST = 40;
    private static final double WIDEST = 1200;

    /**
     * One of them.
     *
     * @param width in pixels
     */
    public record Column(FileColumn what, double width) {
        /** Brings the width between 40 and 1,200 pixels. */
        public Column {
            width = Math.clamp(width, NARROWEST, WIDEST);
        }

        /** A column as wide as it is by default. */
        static Column of(FileColumn what) {
            return new Column(what, what.width());
        }
    }

    /** Copies the columns; of one that comes twice the first counts. */
    public ColumnChoice {
        List<Column> once = new ArrayList<>();
        for (Column column : columns) {
            if (once.stream().noneMatch(other -> other.what() == column.what())) {
                once.add(column);
            }
        }
        columns = List.copyOf(once);
    }

    /** What {@link #words} made; whatever cannot be understood is left out. */
    public static ColumnChoice of(List<String> words) {
        List<Column> columns = new ArrayList<>();
        for (String word : words) {
            column(word).ifPresent(columns::add);
        }
        return new ColumnChoice(columns);
    }

    /** A word a column to be stored: its name and its width, such as {@code size:88}. */
    public List<String> words() {
        return columns.stream()
                .map(
                        column ->
                                column.what().name().toLowerCase(Locale.ROOT)
                                        + ":"
                                        + Math.round(column.width()))
                .toList();
    }

    /** Whether a column is among them. */
    public boolean has(FileColumn what) {
        return columns.stream().anyMatch(column -> column.what() == what);
    }

    /** The same with a column at its usual place, or without it. */
    ColumnChoice with(FileColumn what, boolean wanted) {
        List<Column> changed = new ArrayList<>(columns);
        if (!wanted) {
            changed.removeIf(column -> column.what() == what);
        } else if (!has(what)) {
            int at = 0;
            while (at < changed.size() && changed.get(at).what().compareTo(what) < 0) {
                at++;
            }
            changed.add(at, Column.of(what));
        }
        return new ColumnChoice(changed);
    }

    private static Optional<Column> column(String word) {
        String[] parts = word.split(":", -1);
        for (FileColumn what : FileColumn.values()) {
            if (what.name().equalsIgnoreCase(parts[0])) {
                boolean sized = parts.length == 2 && parts[1].matches("[0-9]{1,5}");
                return Optional.of(
                        sized ? new Column(what, Integer.parseInt(parts[1])) : Column.of(what));
            }
        }
        return Optional.empty();
    }
}
