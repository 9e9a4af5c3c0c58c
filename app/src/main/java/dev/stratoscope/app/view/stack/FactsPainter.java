package dev.stratoscope.app.view.stack;

import dev.stratoscope.model.diff.ChangeCounts;

import javafx.geometry.Rectangle2D;

import java.util.ArrayList;
import java.util.List;

/** Draws what a high block says below its command: trouble, counts, digest and pills. */
final class FactsPainter {
    private static final double LINE = 16;
    private static final double PILL = 18;
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

    private record Item(String letter, int count, Ink ink) {}

    /** Draws as many of the facts as there is room for, the more telling ones first. */
    void paint(Place place, Step step, Look look) {
        double base = place.base() + 4;
        String trouble = step.state().trouble();
        if (!trouble.isEmpty() && base + LINE <= place.bottom()) {
            base += LINE;
            String word = pen.fit(trouble, Face.COMMAND, place.width());
            pen.text(word, Face.COMMAND, look.unlessAbove(Ink.DELETED), place.left(), base);
        }
        base = counts(place, step, look, base);
        if (!step.shortDigest().isEmpty() && base + LINE + 2 <= place.bottom()) {
            base += LINE + 2;
            String digest = pen.fit(step.shortDigest(), Face.FIGURE, place.width());
            pen.text(digest, Face.FIGURE, Ink.MUTED, place.left(), base);
        }
        pills(place, step, look, base + 8);
    }

    /** Draws the counts and returns the base line of their last line. */
    private double counts(Place place, Step step, Look look, double above) {
        double base = above;
        double x = place.left();
        boolean first = true;
        for (Item item : items(step)) {
            String count = " %,d".formatted(item.count());
            double letter = pen.width(item.letter(), Face.LETTER);
            double width = letter + pen.width(count, Face.FIGURE);
            if (first || x + width > place.left() + place.width()) {
                if (base + LINE > place.bottom()) {
                    return base;
                }
                base += LINE;
                x = place.left();
                first = false;
            }
            Ink ink = look.unlessAbove(item.ink());
            pen.text(item.letter(), Face.LETTER, ink, x, base);
            pen.text(count, Face.FIGURE, ink, x + letter, base);
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
        items.add(new Item("A", counts.added(), Ink.ADDED));
        items.add(new Item("M", counts.modified(), Ink.MODIFIED));
        items.add(new Item("m", counts.metadataOnly(), Ink.META));
        items.add(new Item("D", counts.deleted(), Ink.DELETED));
        items.removeIf(item -> item.count() == 0);
        return items;
    }

    private void pills(Place place, Step step, Look look, double top) {
        double x = place.left();
        double y = top;
        for (String pill : step.pills()) {
            String text = pen.fit(pill, Face.CAPTION, place.width() - 14);
            double width = pen.width(text, Face.CAPTION) + 14;
            if (x > place.left() && x + width > place.left() + place.width()) {
                x = place.left();
                y += PILL + 4;
            }
            if (y + PILL > place.bottom()) {
                return;
            }
            Rectangle2D box = pen.snapped(x, y, width, PILL);
            pen.fill(box, PILL / 2, Ink.PANE);
            pen.edge(box, PILL / 2, 1, Ink.EDGE);
            pen.text(text, Face.CAPTION, look.unlessAbove(Ink.MUTED), x + 7, y + 13);
            x += width + 4;
        }
    }
}
