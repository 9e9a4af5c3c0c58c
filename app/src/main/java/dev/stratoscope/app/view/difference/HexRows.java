package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.preview.HexRow;
import dev.stratoscope.app.view.preview.Pages;
import dev.stratoscope.model.diff.content.ByteDiff;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The bytes of two files beside each other as lines, of which only those on the screen exist: a
 * list of the toolkit takes time for every line there is, and here are hundreds of millions.
 */
final class HexRows extends Region {
    private static final double ROW = 18;
    private static final int WIDE = 16;
    private static final int NARROW = 8;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ScrollBar bar = new ScrollBar();
    private final List<HexLine> lines = new ArrayList<>();
    private final Text ruler = new Text("0".repeat(10));
    private BytePages bytes = BytePages.of(List.of());
    private int width = NARROW;
    private long top;
    private long selected = -1;
    private boolean settling;

    HexRows() {
        getStyleClass().add("hex-rows");
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
        ruler.getStyleClass().addAll("code", "code-plain");
        ruler.setVisible(false);
        ruler.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(ruler, bar);
        setOnScroll(
                event -> {
                    top -= Math.round(event.getDeltaY() / ROW);
                    present();
                });
        setOnMousePressed(
                event -> {
                    requestFocus();
                    select(top + (long) Math.floor(event.getY() / ROW));
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Shows one file, or two. */
    void show(List<Pages> files) {
        bytes = BytePages.of(files);
        top = 0;
        selected = -1;
        requestLayout();
        present();
    }

    /** Shows what has come meanwhile. */
    void arrived() {
        present();
    }

    /** Selects where a stretch begins and brings it into sight. */
    void select(ByteDiff.Stretch stretch) {
        selected = stretch.from() / width;
        if (selected < top || selected >= top + visible()) {
            top = selected - visible() / 3;
        }
        present();
    }

    /** The offset of the selected line; -1 for none. */
    long selected() {
        return selected < 0 ? -1 : selected * width;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - TextRows.BAR;
        bar.resizeRelocate(room, 0, TextRows.BAR, getHeight());
        int fitting = fits(room) ? WIDE : NARROW;
        if (fitting != width) {
            top = top * width / fitting;
            selected = selected < 0 ? -1 : selected * width / fitting;
            width = fitting;
        }
        while (lines.size() < visible() + 1) {
            HexLine line = new HexLine();
            lines.add(line);
            getChildren().add(0, line);
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).resizeRelocate(0, i * ROW, room, ROW);
        }
        present();
    }

    private boolean fits(double room) {
        double letter = ruler.getLayoutBounds().getWidth() / 10;
        double side = bytes.isPair() ? TextRows.half(room) : room;
        double letters = HexRow.digits(bytes.size()) + 2 + 4 * WIDE + 3;
        return side - HalfLine.gutter(0, 0) >= letters * letter;
    }

    private int visible() {
        return Math.max(1, (int) (getHeight() / ROW));
    }

    private long count() {
        return (bytes.size() + width - 1) / width;
    }

    private void present() {
        if (lines.isEmpty()) {
            return;
        }
        long count = count();
        long last = Math.max(0, count - visible());
        top = Math.clamp(top, 0, last);
        settling = true;
        bar.setMax((double) last);
        bar.setVisibleAmount(last * (double) visible() / Math.max(1, count));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(visible());
        bar.setValue((double) top);
        bar.setVisible(last > 0);
        settling = false;
        bytes.want(top * width, (top + visible() + 1) * width);
        for (int i = 0; i < lines.size(); i++) {
            long row = top + i;
            lines.get(i).setVisible(row < count);
            if (row < count) {
                lines.get(i).show(bytes, row * width, width, row == selected);
            }
        }
        long first = Math.max(0, selected < 0 ? top : selected) * width;
        String differs = bytes.differs(first, 0, width) ? "bytes differ" : "bytes";
        setAccessibleText(String.format(Locale.ROOT, "%s at offset %,d", differs, first));
    }

    private void select(long row) {
        selected = Math.clamp(row, 0, Math.max(0, count() - 1));
        if (selected < top) {
            top = selected;
        } else if (selected >= top + visible()) {
            top = selected - visible() + 1;
        }
        present();
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
            return;
        }
        long from = selected < 0 ? top : selected;
        long to =
                switch (event.getCode()) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case PAGE_UP -> from - visible();
                    case PAGE_DOWN -> from + visible();
                    case HOME -> 0;
                    case END -> count() - 1;
                    default -> Long.MIN_VALUE;
                };
        if (to != Long.MIN_VALUE) {
            select(to);
            event.consume();
        }
    }

    /** Copies the selected line of every side. */
    private void copy() {
        long offset = selected();
        List<String> copied = new ArrayList<>();
        for (Pages side : bytes.sides()) {
            if (offset >= 0 && offset < side.size()) {
                copied.add(bytes.row(side, offset, width).toString());
            }
        }
        Actions.copy(String.join("\n", copied));
    }
}
