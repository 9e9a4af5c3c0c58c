package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Layout;

import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * An editor of coloured text with a gutter. A plain text area takes the keys, the pointer and the
 * caret; its letters are left out, and drawn over it in colours, line by line, where they would
 * stand. On the JavaFX thread.
 */
final class DockerfileArea extends Pane {
    private static final double GUTTER = 128;

    private final TextArea area = new TextArea();
    private final Pane bands = new Pane();
    private final Pane paint = new Pane();
    private final Text ruler = new Text("0");
    private final List<EditorLine> rows = new ArrayList<>();
    private final IntFunction<LineFacts> facts;
    private EditorText text = EditorText.of("");
    private IntConsumer onHover = line -> {};
    private IntConsumer onLine = line -> {};
    private double lineHeight;
    private double baseX;
    private double baseY;
    private boolean measuring;

    /**
     * An empty editor.
     *
     * @param facts what is known of a line, from 1
     */
    DockerfileArea(IntFunction<LineFacts> facts) {
        this.facts = facts;
        getStyleClass().add("dockerfile-area");
        area.setId("dockerfile-text");
        area.getStyleClass().addAll("mono", "dockerfile-text");
        area.setAccessibleText("Dockerfile");
        ruler.getStyleClass().add("mono");
        ruler.setVisible(false);
        bands.setMouseTransparent(true);
        paint.setMouseTransparent(true);
        bands.setManaged(false);
        paint.setManaged(false);
        getChildren().setAll(bands, area, paint, ruler);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.textProperty().addListener((property, before, now) -> shown(now));
        area.scrollTopProperty().addListener((property, before, now) -> requestLayout());
        area.scrollLeftProperty().addListener((property, before, now) -> requestLayout());
        area.caretPositionProperty().addListener((property, before, now) -> moved());
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> onHover.accept(lineAt(event.getY())));
        addEventFilter(MouseEvent.MOUSE_EXITED, event -> onHover.accept(0));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Sets what is told the line, from 1, that the pointer is on; 0 for none. */
    void setOnHover(IntConsumer action) {
        onHover = action;
    }

    /** Sets what is told the line, from 1, that the caret came to. */
    void setOnLine(IntConsumer action) {
        onLine = action;
    }

    TextArea area() {
        return area;
    }

    /** Something that is known of the lines changed. */
    void refresh() {
        requestLayout();
    }

    /** The line of the caret, from 1. */
    int caretLine() {
        return text.lineOf(area.getCaretPosition());
    }

    /** Brings a line into sight and puts the caret there. */
    void goTo(int line, int column) {
        area.positionCaret(text.offset(line, column));
        area.requestFocus();
    }

    /** Replaces a part of the text, as typing would; it can be undone. */
    void replace(int from, int to, String words) {
        area.replaceText(from, to, words);
    }

    /** The text and its lines. */
    EditorText text() {
        return text;
    }

    private void shown(String now) {
        text = EditorText.of(now);
        requestLayout();
        measure();
    }

    private void moved() {
        onLine.accept(caretLine());
        requestLayout();
    }

    /** The keys go on to the next part with Ctrl+Tab and F6; Tab alone writes four blanks. */
    private void onKey(KeyEvent event) {
        boolean bare =
                !event.isControlDown()
                        && !event.isShiftDown()
                        && !event.isAltDown()
                        && !event.isMetaDown();
        if (event.getCode() == KeyCode.TAB && bare) {
            area.replaceSelection("    ");
            event.consume();
        }
    }

    private int lineAt(double y) {
        if (lineHeight <= 0) {
            return 0;
        }
        int line = (int) Math.floor((y - baseY + area.getScrollTop()) / lineHeight) + 1;
        return line >= 1 && line <= text.size() ? line : 0;
    }

    /** Finds out where the area's letters stand, once it was laid out. */
    private void measure() {
        if (!measuring && getScene() != null) {
            measuring = true;
            Layout.after(
                    getScene(),
                    () -> {
                        measuring = false;
                        measured();
                    });
        }
    }

    private void measured() {
        if (area.lookup(".content .text") instanceof Text letters && getScene() != null) {
            Point2D at = sceneToLocal(letters.localToScene(0, 0));
            double x = at.getX() + area.getScrollLeft();
            double y = at.getY() + area.getScrollTop();
            double height = advance(letters);
            if (height != lineHeight || x != baseX || y != baseY) {
                baseX = x;
                baseY = y;
                lineHeight = height;
                requestLayout();
            }
        }
    }

    /** How far a line stands below the one before. */
    private double advance(Text letters) {
        int lines = text.size();
        if (lines < 2) {
            return letters.getLayoutBounds().getHeight();
        }
        double first = top(letters, 0);
        return (top(letters, text.offset(lines, 1)) - first) / (lines - 1);
    }

    private static double top(Text letters, int offset) {
        for (PathElement element : letters.caretShape(offset, true)) {
            if (element instanceof MoveTo start) {
                return start.getY();
            }
        }
        return 0;
    }

    @Override
    protected void layoutChildren() {
        area.resizeRelocate(GUTTER, 0, Math.max(0, getWidth() - GUTTER), getHeight());
        bands.resizeRelocate(0, 0, getWidth(), getHeight());
        paint.resizeRelocate(0, 0, getWidth(), getHeight());
        if (lineHeight <= 0) {
            measure();
            return;
        }
        int first = (int) Math.max(0.0, Math.floor((area.getScrollTop() - baseY) / lineHeight));
        int count = (int) Math.ceil(getHeight() / lineHeight) + 1;
        int last = Math.min(text.size(), first + count);
        while (rows.size() < Math.max(0, last - first)) {
            EditorLine row = new EditorLine(GUTTER, ruler);
            rows.add(row);
            bands.getChildren().add(row.band());
            paint.getChildren().addAll(row.nodes());
        }
        for (int i = 0; i < rows.size(); i++) {
            EditorLine row = rows.get(i);
            int line = first + i;
            row.setVisible(line < last);
            if (line < last) {
                double y = (double) Math.round(baseY - area.getScrollTop() + line * lineHeight);
                row.show(text, line, facts.apply(line + 1));
                row.place(baseX - area.getScrollLeft(), y, lineHeight, getWidth());
            }
        }
        measure();
    }
}
