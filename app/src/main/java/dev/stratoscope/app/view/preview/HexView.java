package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.view.Actions;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file's bytes as lines, of which only those on the screen exist: a file of any size is scrolled
 * alike. Lines whose bytes are not there yet show an ellipsis.
 */
final class HexView extends Region {
    private static final double ROW = 18;
    private static final double PADDING = 12;
    private static final int WIDE = 16;
    private static final int NARROW = 8;
    private static final int MOST_COPIED = 4_096;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ScrollBar bar = new ScrollBar();
    private final List<Row> rows = new ArrayList<>();
    private final Label ruler = new Label("0".repeat(10));
    private @Nullable Pages pages;
    private int width = NARROW;
    private long top;
    private long anchor = -1;
    private long lead = -1;
    private boolean settling;

    /** One line on the screen. */
    private static final class Row extends HBox {
        private final Label offset = new Label();
        private final Label hex = new Label();
        private final Label characters = new Label();

        Row() {
            getStyleClass().add("hex-row");
            offset.getStyleClass().addAll("mono", "muted");
            hex.getStyleClass().add("mono");
            characters.getStyleClass().addAll("mono", "hex-characters");
            for (Label part : List.of(offset, hex, characters)) {
                part.setMinWidth(USE_PREF_SIZE);
            }
            getChildren().setAll(offset, hex, characters);
        }

        void show(HexRow row) {
            offset.setText(row.offset());
            hex.setText(row.hex());
            characters.setText(row.characters());
        }
    }

    HexView() {
        getStyleClass().add("hex-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!settling) {
                                top = Math.round(now.doubleValue());
                                present();
                            }
                        });
        ruler.getStyleClass().add("mono");
        ruler.setVisible(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(ruler, bar);
        setOnScroll(event -> scrollTo(top - Math.round(event.getDeltaY() / ROW)));
        setOnMousePressed(
                event -> {
                    requestFocus();
                    select(rowAt(event.getY()), event.isShiftDown());
                });
        setOnMouseDragged(event -> select(rowAt(event.getY()), true));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Shows a file from its beginning. */
    void show(Pages shown) {
        pages = shown;
        top = 0;
        anchor = -1;
        lead = -1;
        requestLayout();
        present();
    }

    /** Shows what has come meanwhile. */
    void refresh() {
        present();
    }

    /** Shows and selects the line of an offset, which is in the file. */
    void jump(long offset) {
        long row = offset / width;
        anchor = row;
        lead = row;
        scrollTo(row - Math.min(row, visibleRows() / 3));
    }

    @Override
    protected void layoutChildren() {
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        ruler.autosize();
        int fitting = fits(WIDE) ? WIDE : NARROW;
        if (fitting != width) {
            long offset = top * width;
            anchor = anchor < 0 ? -1 : anchor * width / fitting;
            lead = lead < 0 ? -1 : lead * width / fitting;
            width = fitting;
            top = offset / width;
        }
        int needed = visibleRows() + 1;
        while (rows.size() < needed) {
            Row row = new Row();
            rows.add(row);
            getChildren().add(0, row);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(0, i * ROW, getWidth() - barWidth, ROW);
        }
        present();
    }

    private boolean fits(int bytes) {
        Pages shown = pages;
        int digits = shown == null ? 8 : HexRow.digits(shown.size());
        double character = ruler.getWidth() / 10;
        double characters = digits + 4 * bytes + bytes / 16;
        return getWidth() - bar.prefWidth(-1) - 4 * PADDING >= character * characters;
    }

    private int visibleRows() {
        return Math.max(1, (int) (getHeight() / ROW));
    }

    private long rowCount() {
        Pages shown = pages;
        return shown == null ? 0 : (shown.size() + width - 1) / width;
    }

    private void scrollTo(long row) {
        top = row;
        present();
    }

    private void present() {
        Pages shown = pages;
        if (shown == null || rows.isEmpty()) {
            return;
        }
        long count = rowCount();
        long last = Math.max(0, count - visibleRows());
        top = Math.clamp(top, 0, last);
        settling = true;
        bar.setMax((double) last);
        bar.setVisibleAmount(last * (double) visibleRows() / Math.max(1, count));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(visibleRows());
        bar.setValue((double) top);
        bar.setVisible(last > 0);
        settling = false;
        long firstByte = top * width;
        long lastByte = Math.min(shown.size(), (top + visibleRows() + 1) * width) - 1;
        if (lastByte >= firstByte) {
            shown.want(firstByte / Pages.SIZE, lastByte / Pages.SIZE);
        }
        int digits = HexRow.digits(shown.size());
        for (int i = 0; i < rows.size(); i++) {
            long number = top + i;
            Row row = rows.get(i);
            row.setVisible(number < count);
            if (number < count) {
                row.show(row(shown, number, digits));
                boolean selected =
                        number >= Math.min(anchor, lead) && number <= Math.max(anchor, lead);
                row.pseudoClassStateChanged(SELECTED, anchor >= 0 && selected);
            }
        }
        setAccessibleText(
                String.format(Locale.ROOT, "Bytes of the file from offset %,d on", firstByte));
    }

    private HexRow row(Pages shown, long number, int digits) {
        long offset = number * width;
        byte[] page = shown.get(offset / Pages.SIZE);
        int from = (int) (offset % Pages.SIZE);
        if (page == null) {
            HexRow empty = HexRow.of(offset, digits, new byte[0], 0, 0, width);
            return new HexRow(empty.offset(), "…" + empty.hex().substring(1), "");
        }
        int length = Math.clamp(page.length - (long) from, 0, width);
        return HexRow.of(offset, digits, page, from, length, width);
    }

    private long rowAt(double y) {
        return Math.clamp(top + (long) Math.floor(y / ROW), 0, Math.max(0, rowCount() - 1));
    }

    private void select(long row, boolean extend) {
        lead = Math.clamp(row, 0, Math.max(0, rowCount() - 1));
        anchor = extend && anchor >= 0 ? anchor : lead;
        if (lead < top) {
            top = lead;
        } else if (lead >= top + visibleRows()) {
            top = lead - visibleRows() + 1;
        }
        present();
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
            return;
        }
        long from = lead < 0 ? top : lead;
        long page = visibleRows();
        long to =
                switch (event.getCode()) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case PAGE_UP -> from - page;
                    case PAGE_DOWN -> from + page;
                    case HOME -> 0;
                    case END -> rowCount() - 1;
                    default -> Long.MIN_VALUE;
                };
        if (to != Long.MIN_VALUE) {
            select(to, event.isShiftDown());
            event.consume();
        }
    }

    /** Copies the selected lines as far as they are there. */
    private void copy() {
        Pages shown = pages;
        if (shown == null || anchor < 0) {
            return;
        }
        long first = Math.min(anchor, lead);
        long last = Math.min(Math.max(anchor, lead), first + MOST_COPIED - 1);
        int digits = HexRow.digits(shown.size());
        StringBuilder text = new StringBuilder();
        for (long row = first; row <= last; row++) {
            text.append(text.isEmpty() ? "" : "\n").append(row(shown, row, digits));
        }
        Actions.copy(text.toString());
    }
}
