package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;
import dev.stratoscope.model.diff.ChangeCounts;

import javafx.geometry.Rectangle2D;

import java.util.ArrayList;
import java.util.List;

/** Draws what a high block says below its command: trouble, counts, digest and pills. */
final class FactsPainter {
    private static final double LINE = 16;
    private static final double PILL = 18;
    private static final double PILL_PAD = 7;
    private static final double ITEM_GAP = 11;

    private final Pen pen;

    FactsPainter(Pen pen) {
        this.pen = pen;
    }

    /**
     * The room for the facts.
     *
     * @param left their left edge
     * @param width the most they may take
     * @param base the base line of what stands above
     * @param bottom where the room ends
     */
    record Place(double left, double width, double base, double bottom) {}

    private record Item(String letter, int count, StackInk ink) {}

    /** Draws as many of the facts as there is room for, the more telling ones first. */
    void paint(Place place, Step step, Look look) {
        double base = place.base() + 4;
        String trouble = step.state().trouble();
        if (!trouble.isEmpty() && base + LINE <= place.bottom()) {
            base += LINE;
            String word = pen.fit(trouble, StackFace.COMMAND, place.width());
            pen.text(word, StackFace.COMMAND, look.trouble(step), place.left(), base);
        }
        base = counts(place, step, look, base);
        if (!step.shortDigest().isEmpty() && base + LINE + 2 <= place.bottom()) {
            base += LINE + 2;
            String digest = pen.fit(step.shortDigest(), StackFace.FIGURE, place.width());
            pen.text(digest, StackFace.FIGURE, StackInk.MUTED, place.left(), base);
        }
        pills(place, step, base + 8);
    }

    /** Draws the counts and returns the base line of their last line. */
    double counts(Place place, Step step, Look look, double above) {
        double base = above;
        double x = place.left();
        boolean first = true;
        for (Item item : items(step)) {
            String count = " %,d".formatted(item.count());
            double letter = pen.width(item.letter(), StackFace.LETTER);
            double width = letter + pen.width(count, StackFace.FIGURE);
            if (first || x + width > place.left() + place.width()) {
                if (base + LINE > place.bottom()) {
                    return base;
                }
                base += LINE;
                x = place.left();
                first = false;
            }
            StackInk ink = look.unlessAbove(item.ink());
            pen.text(item.letter(), StackFace.LETTER, ink, x, base);
            pen.text(count, StackFace.FIGURE, ink, x + letter, base);
            x += width + ITEM_GAP;
        }
        return base;
    }

    private static List<Item> items(Step step) {
        ChangeCounts counts = step.counts();
        if (counts == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        items.add(new Item("A", counts.added(), StackInk.ADDED));
        items.add(new Item("M", counts.modified(), StackInk.MODIFIED));
        items.add(new Item("m", counts.metadataOnly(), StackInk.META));
        items.add(new Item("D", counts.deleted(), StackInk.DELETED));
        items.removeIf(item -> item.count() == 0);
        return items;
    }

    private void pills(Place place, Step step, double top) {
        double x = place.left();
        double y = top;
        for (Pill pill : step.pills()) {
            String text = pen.fit(pill.text(), StackFace.CAPTION, place.width() - 2 * PILL_PAD);
            double width = pillWidth(text);
            if (x > place.left() && x + width > place.left() + place.width()) {
                x = place.left();
                y += PILL + 4;
            }
            if (y + PILL > place.bottom()) {
                return;
            }
            pill(text, x, y, PILL);
            x += width + 4;
        }
    }

    /** How wide a pill of a text is. */
    double pillWidth(String text) {
        return pen.width(text, StackFace.CAPTION) + 2 * PILL_PAD;
    }

    /** Draws a pill. */
    void pill(String text, double x, double y, double height) {
        Rectangle2D box = pen.snapped(x, y, pillWidth(text), height);
        pen.fill(box, height / 2, StackInk.PANE);
        pen.edge(box, height / 2, 1, StackInk.EDGE);
        double baseline = y + Math.floor(height / 2) + 4;
        pen.text(text, StackFace.CAPTION, StackInk.MUTED, x + PILL_PAD, baseline);
    }
}
