package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.view.KeyTaker;
import dev.stratoscope.app.view.canvas.Drawing;
import dev.stratoscope.app.view.canvas.InkSheet;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A screen to look at and to type into. Style class {@code terminal}; every colour is a styleable
 * property. All methods belong to the JavaFX application thread.
 */
public final class TerminalView extends Drawing implements KeyTaker {
    private static final InkSheet INKS = new InkSheet(TerminalInk.values());
    private static final double BAR = 10;

    private final Screen screen;
    private final TerminalPort port;
    private final TerminalPainter painter = new TerminalPainter(pen());
    private final ScrollBar bar = new ScrollBar();
    private final TerminalKeys keys;
    private Snapshot shown = Snapshot.EMPTY;
    private @Nullable Selection selection;
    private int columns;
    private int rows;
    private boolean settingBar;

    /** A view of a screen. */
    public TerminalView(Screen screen, TerminalPort port) {
        super(INKS);
        this.screen = screen;
        this.port = port;
        getStyleClass().add("terminal");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText("Terminal");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.setAccessibleText("History of the terminal");
        setOverlay(List.of(bar));
        bar.valueProperty()
                .subscribe(
                        value -> {
                            if (!settingBar) {
                                look();
                            }
                        });
        focusedProperty().subscribe(value -> paint());
        keys = new TerminalKeys(this, screen, port);
        new TerminalPointer(this, screen, port).install();
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
    }

    /** The screen shows something else: draws it anew. */
    public void refresh() {
        look();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public boolean takes(KeyEvent event) {
        return keys.takes(event);
    }

    private void look() {
        int offset = following() ? 0 : (int) Math.round(bar.getMax() - bar.getValue());
        boolean followed = following();
        Snapshot next = screen.snapshot(-offset, Math.max(1, rows));
        if (next.history() != shown.history()) {
            settingBar = true;
            bar.setMax(next.history());
            bar.setValue(followed ? next.history() : Math.max(0, next.history() - offset));
            bar.setVisibleAmount(
                    rows * (double) next.history() / Math.max(1.0, next.history() + rows));
            bar.setBlockIncrement(rows);
            bar.setVisible(next.history() > 0 && !next.full());
            settingBar = false;
        }
        shown = next;
        paint();
    }

    private boolean following() {
        return bar.getValue() >= bar.getMax() - 0.5;
    }

    /** Scrolls through the history; up is negative. */
    void scroll(int by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    /** Goes back to what is written now. */
    void follow() {
        bar.setValue(bar.getMax());
    }

    Snapshot shown() {
        return shown;
    }

    int rows() {
        return rows;
    }

    @Nullable Selection selection() {
        return selection;
    }

    void select(@Nullable Selection wanted) {
        selection = wanted;
        paint();
    }

    /** The column of a point, from 0. */
    int columnAt(double x) {
        return (int) Math.max(0, Math.floor((x - TerminalPainter.LEFT) / painter.column()));
    }

    /** The row of a point, from 0 at the top of the view. */
    int rowAt(double y) {
        double row = Math.floor((y - TerminalPainter.TOP) / TerminalPainter.ROW);
        return (int) Math.clamp(row, 0, Math.max(0, rows - 1));
    }

    /** The text that is selected; empty for none. */
    public String selected() {
        Selection all = selection;
        if (all == null || all.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int top = (int) (all.firstRow() - shown.history());
        int count = (int) (all.lastRow() - all.firstRow()) + 1;
        Snapshot part = screen.snapshot(top, count);
        for (int i = 0; i < part.rows().size(); i++) {
            String line = part.text(i);
            long row = all.firstRow() + i;
            int to = Math.min(line.length(), all.to(row));
            int from = Math.min(to, all.from(row));
            text.append(line, from, to);
            boolean last = i == part.rows().size() - 1;
            if (!last && !screen.isWrapped(part.first() + i)) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Override
    protected void layoutChildren() {
        fitCanvas();
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        double wide = getWidth() - 2 * TerminalPainter.LEFT;
        double high = getHeight() - 2 * TerminalPainter.TOP;
        int fitting = (int) Math.floor(wide / painter.column());
        int lines = (int) Math.floor(high / TerminalPainter.ROW);
        if (fitting > 1 && lines > 0 && (fitting != columns || lines != rows)) {
            columns = fitting;
            rows = lines;
            selection = null;
            port.resized(columns, rows);
        }
        look();
    }

    @Override
    protected void draw() {
        painter.draw(shown, selection, getWidth(), getHeight(), isFocused());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? screen.text()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
