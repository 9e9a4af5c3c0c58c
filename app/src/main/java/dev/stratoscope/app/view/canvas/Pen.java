package dev.stratoscope.app.view.canvas;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws crisp shapes and fitted text on a canvas: edges lie on device pixels whatever the output
 * scale, strokes lie inside the shape they bound.
 */
public final class Pen {
    private static final int MOST_WIDTHS = 2000;

    private final GraphicsContext canvas;
    private final Colors colors;
    private final Map<Face, Map<String, Double>> widths = new HashMap<>();
    private final Map<Face, Font> fonts = new HashMap<>();
    private final Text ruler = new Text();
    private double scale = 1;

    Pen(GraphicsContext canvas, Colors colors) {
        this.canvas = canvas;
        this.colors = colors;
    }

    /**
     * Starts a new picture for a screen with that many device pixels to one of the canvas.
     *
     * @param stretch how many pixels of the canvas are one of the picture's
     */
    void begin(double outputScale, double stretch, double width, double height) {
        scale = outputScale * stretch;
        canvas.setTransform(stretch, 0, 0, stretch, 0, 0);
        canvas.setGlobalAlpha(1);
        canvas.clearRect(0, 0, width, height);
    }

    /** Takes away what is drawn in a box; its edges have to lie on device pixels. */
    public void clear(double x, double y, double width, double height) {
        canvas.clearRect(x, y, width, height);
    }

    /** The nearest device pixel. */
    public double snap(double value) {
        return Math.round(value * scale) / scale;
    }

    /** A band with all four edges on device pixels. */
    public Rectangle2D snapped(double x, double y, double width, double height) {
        double left = snap(x);
        double top = snap(y);
        return new Rectangle2D(
                left,
                top,
                Math.max(0, snap(x + width) - left),
                Math.max(0, snap(y + height) - top));
    }

    /** The width of a text in a face. */
    public double width(String text, Face face) {
        Map<String, Double> known = widths.computeIfAbsent(face, key -> new HashMap<>());
        if (known.size() > MOST_WIDTHS) {
            known.clear();
        }
        return known.computeIfAbsent(text, key -> measure(key, face));
    }

    private double measure(String text, Face face) {
        ruler.setFont(font(face));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private Font font(Face face) {
        return fonts.computeIfAbsent(face, Face::font);
    }

    /** Text cut with an ellipsis. */
    public String fit(String text, Face face, double width) {
        return Words.fit(text, width, piece -> width(piece, face));
    }

    /** A path cut at its front, folder by folder. */
    public String fitPath(String path, Face face, double width) {
        return Words.fitPath(path, width, piece -> width(piece, face));
    }

    /** Text broken into lines. */
    public List<String> wrap(String text, Face face, double width, int most) {
        return Words.wrap(text, width, most, piece -> width(piece, face));
    }

    /** Text from {@code x} on its base line. */
    public void text(String text, Face face, Ink ink, double x, double baseline) {
        canvas.setFont(font(face));
        canvas.setFill(colors.get(ink));
        canvas.fillText(text, snap(x), snap(baseline));
    }

    /** As the other, in a colour of the content's own. */
    public void text(String text, Face face, Color color, double x, double baseline) {
        canvas.setFont(font(face));
        canvas.setFill(color);
        canvas.fillText(text, snap(x), snap(baseline));
    }

    /** Text that ends at {@code right}. */
    public void textRight(String text, Face face, Ink ink, double right, double baseline) {
        text(text, face, ink, right - width(text, face), baseline);
    }

    /** Text around the middle of a room. */
    public void textCentred(String text, Face face, Ink ink, double middle, double baseline) {
        text(text, face, ink, middle - width(text, face) / 2, baseline);
    }

    /** Draws only inside a box until {@link #whole()}. */
    public void within(double x, double y, double width, double height) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(x, y, width, height);
        canvas.clip();
    }

    /** Draws everywhere again. */
    public void whole() {
        canvas.restore();
    }

    /** A filled box. */
    public void fill(Rectangle2D box, double radius, Ink ink) {
        canvas.setFill(colors.get(ink));
        if (radius == 0) {
            canvas.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        } else {
            canvas.fillRoundRect(
                    box.getMinX(),
                    box.getMinY(),
                    box.getWidth(),
                    box.getHeight(),
                    radius * 2,
                    radius * 2);
        }
    }

    /** A filled box in a colour of the content's own. */
    public void fill(Rectangle2D box, Color color) {
        canvas.setFill(color);
        canvas.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    /** The edge of a box, inside it. */
    public void edge(Rectangle2D box, double radius, double thickness, Ink ink, double... dashes) {
        double line = stroke(thickness, ink, dashes);
        double high = box.getHeight() - 2 * radius;
        if (dashes.length == 0 && high > 0 && box.getWidth() > 2 * radius) {
            sides(box, radius, line, ink);
            return;
        }
        canvas.strokeRoundRect(
                box.getMinX() + line / 2,
                box.getMinY() + line / 2,
                box.getWidth() - line,
                box.getHeight() - line,
                radius * 2 - line,
                radius * 2 - line);
    }

    /**
     * Straight sides as boxes and four small arcs: to draw the whole way round as one shape takes
     * about ten times as long where the processor draws.
     */
    private void sides(Rectangle2D box, double radius, double line, Ink ink) {
        double left = box.getMinX();
        double top = box.getMinY();
        double right = box.getMaxX();
        double bottom = box.getMaxY();
        double wide = box.getWidth() - 2 * radius;
        double turn = Math.max(radius, line);
        double high = box.getHeight() - 2 * turn;
        canvas.setFill(colors.get(ink));
        canvas.fillRect(left + radius, top, wide, line);
        canvas.fillRect(left + radius, bottom - line, wide, line);
        canvas.fillRect(left, top + turn, line, high);
        canvas.fillRect(right - line, top + turn, line, high);
        double across = radius * 2 - line;
        if (across <= 0) {
            return;
        }
        double near = line / 2;
        arc(left + near, top + near, across, 90);
        arc(right - near - across, top + near, across, 0);
        arc(left + near, bottom - near - across, across, 180);
        arc(right - near - across, bottom - near - across, across, 270);
    }

    private void arc(double x, double y, double across, double from) {
        canvas.strokeArc(x, y, across, across, from, 90, ArcType.OPEN);
    }

    /** A level line whose upper edge lies at {@code y}. */
    public void level(double x1, double x2, double y, double thickness, Ink ink, double... dashes) {
        double line = stroke(thickness, ink, dashes);
        double middle = snap(y) + line / 2;
        canvas.strokeLine(snap(x1), middle, snap(x2), middle);
    }

    /** An upright line around {@code x}. */
    public void upright(double x, double y1, double y2, double thickness, Ink ink) {
        canvas.setFill(colors.get(ink));
        double left = snap(x - thickness / 2);
        canvas.fillRect(left, snap(y1), snap(thickness), snap(y2) - snap(y1));
    }

    /** A line as it comes. */
    public void line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
        stroke(thickness, ink);
        canvas.strokeLine(x1, y1, x2, y2);
    }

    /** A filled band. */
    public void fill(Band band, Ink ink) {
        double left = snap(band.x1());
        double right = snap(band.x2());
        double middle = (left + right) / 2;
        canvas.setFill(colors.get(ink));
        canvas.beginPath();
        canvas.moveTo(left, snap(band.top1()));
        canvas.bezierCurveTo(
                middle, snap(band.top1()), middle, snap(band.top2()), right, snap(band.top2()));
        canvas.lineTo(right, snap(band.bottom2()));
        canvas.bezierCurveTo(
                middle,
                snap(band.bottom2()),
                middle,
                snap(band.bottom1()),
                left,
                snap(band.bottom1()));
        canvas.closePath();
        canvas.fill();
    }

    /** The upper and the lower edge of a band, inside it. */
    public void edges(Band band, double thickness, Ink ink, double... dashes) {
        double half = stroke(thickness, ink, dashes) / 2;
        double left = Math.min(half, (band.bottom1() - band.top1()) / 2);
        double right = Math.min(half, (band.bottom2() - band.top2()) / 2);
        swing(band, snap(band.top1()) + left, snap(band.top2()) + right);
        swing(band, snap(band.bottom1()) - left, snap(band.bottom2()) - right);
    }

    /** The upper edge of a band alone, as a line below it. */
    public void thread(Band band, double thickness, Ink ink, double... dashes) {
        double half = stroke(thickness, ink, dashes) / 2;
        swing(band, snap(band.top1()) + half, snap(band.top2()) + half);
    }

    private void swing(Band band, double from, double to) {
        double left = snap(band.x1());
        double right = snap(band.x2());
        double middle = (left + right) / 2;
        canvas.beginPath();
        canvas.moveTo(left, from);
        canvas.bezierCurveTo(middle, from, middle, to, right, to);
        canvas.stroke();
    }

    /** A filled disc. */
    public void disc(double x, double y, double radius, Ink ink) {
        canvas.setFill(colors.get(ink));
        canvas.fillOval(x - radius, y - radius, radius * 2, radius * 2);
    }

    /** A ring whose outer edge has that radius. */
    public void ring(
            double x, double y, double radius, double thickness, Ink ink, double... dashes) {
        stroke(thickness, ink, dashes);
        double inner = radius - thickness / 2;
        canvas.strokeOval(x - inner, y - inner, inner * 2, inner * 2);
    }

    /** Slanted stripes over a box, let through at 38 %. */
    public void hatch(Rectangle2D box, Ink ink) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        canvas.clip();
        canvas.setGlobalAlpha(0.38);
        stroke(2.5, ink);
        double height = box.getHeight();
        for (double x = box.getMinX() - height; x < box.getMaxX(); x += 8) {
            canvas.strokeLine(x - 2, box.getMaxY() + 2, x + height + 2, box.getMinY() - 2);
        }
        canvas.restore();
    }

    private double stroke(double thickness, Ink ink, double... dashes) {
        double line = Math.max(1, Math.round(thickness * scale)) / scale;
        canvas.setStroke(colors.get(ink));
        canvas.setLineWidth(line);
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setLineDashes(dashes);
        return line;
    }
}
