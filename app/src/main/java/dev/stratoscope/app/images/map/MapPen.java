package dev.stratoscope.app.images.map;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Draws crisp boxes and fitted text: edges lie on device pixels whatever the output scale. */
final class MapPen {
    private static final int MOST_WIDTHS = 2000;
    private static final String ELLIPSIS = "…";

    private final GraphicsContext canvas;
    private final MapColors colors;
    private final Map<MapFace, Font> fonts = new EnumMap<>(MapFace.class);
    private final Map<MapFace, Map<String, Double>> widths = new EnumMap<>(MapFace.class);
    private final Text ruler = new Text();
    private double scale = 1;

    MapPen(GraphicsContext canvas, MapColors colors) {
        this.canvas = canvas;
        this.colors = colors;
    }

    /** Starts a new picture for a screen with that many device pixels to one of ours. */
    void begin(double outputScale, double width, double height) {
        scale = outputScale;
        canvas.clearRect(0, 0, width, height);
    }

    /** Draws only inside a box until {@link #whole()}. */
    void within(double x, double y, double width, double height) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(x, y, width, height);
        canvas.clip();
    }

    /** Draws everywhere again. */
    void whole() {
        canvas.restore();
    }

    private double snap(double value) {
        return Math.round(value * scale) / scale;
    }

    /** A box with all four edges on device pixels. */
    Rectangle2D box(double x, double y, double width, double height) {
        double left = snap(x);
        double top = snap(y);
        return new Rectangle2D(
                left,
                top,
                Math.max(0, snap(x + width) - left),
                Math.max(0, snap(y + height) - top));
    }

    void fill(Rectangle2D box, double radius, MapInk ink) {
        canvas.setFill(colors.get(ink));
        canvas.fillRoundRect(
                box.getMinX(),
                box.getMinY(),
                box.getWidth(),
                box.getHeight(),
                radius * 2,
                radius * 2);
    }

    /** The edge of a box, inside it. */
    void edge(Rectangle2D box, double radius, double thickness, MapInk ink) {
        double line = Math.max(1, Math.round(thickness * scale)) / scale;
        canvas.setStroke(colors.get(ink));
        canvas.setLineWidth(line);
        canvas.strokeRoundRect(
                box.getMinX() + line / 2,
                box.getMinY() + line / 2,
                box.getWidth() - line,
                box.getHeight() - line,
                radius * 2 - line,
                radius * 2 - line);
    }

    void text(String text, MapFace face, MapInk ink, double x, double baseline) {
        canvas.setFont(font(face));
        canvas.setFill(colors.get(ink));
        canvas.fillText(text, snap(x), snap(baseline));
    }

    void centred(String text, MapFace face, MapInk ink, double middle, double baseline) {
        text(text, face, ink, middle - width(text, face) / 2, baseline);
    }

    double width(String text, MapFace face) {
        Map<String, Double> known = widths.computeIfAbsent(face, key -> new HashMap<>());
        if (known.size() > MOST_WIDTHS) {
            known.clear();
        }
        return known.computeIfAbsent(text, key -> measure(key, face));
    }

    /** Text cut with an ellipsis; may become empty. */
    String fit(String text, MapFace face, double room) {
        if (width(text, face) <= room) {
            return text;
        }
        int length = text.length() - 1;
        while (length > 0 && measure(text.substring(0, length) + ELLIPSIS, face) > room) {
            length--;
        }
        return length <= 0 ? "" : text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    private double measure(String text, MapFace face) {
        ruler.setFont(font(face));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private Font font(MapFace face) {
        return fonts.computeIfAbsent(face, MapFace::font);
    }
}
