package dev.stratoscope.app.view.canvas;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.List;

/**
 * A region that is drawn on one canvas as large as itself, in the colours of the style sheets, and
 * crisp at any output scale. It has one focus stop.
 */
public abstract class Drawing extends Region {
    private final InkSheet inks;
    private final Canvas canvas = new Canvas();
    private final Colors colors;
    private final Pen pen;

    /** A picture in these inks. */
    protected Drawing(InkSheet inks) {
        this.inks = inks;
        colors = new Colors(this, inks, this::requestLayout);
        pen = new Pen(canvas.getGraphicsContext2D(), colors);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setFocusTraversable(true);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleYProperty)
                .orElse(1.0)
                .subscribe(scale -> requestLayout());
    }

    /** Puts these nodes over the canvas, in place of those before. */
    protected final void setOverlay(List<? extends Node> nodes) {
        List<Node> all = new ArrayList<>();
        all.add(canvas);
        all.addAll(nodes);
        getChildren().setAll(all);
    }

    /** What to draw with. */
    protected final Pen pen() {
        return pen;
    }

    /** Makes the canvas as large as the region. */
    protected final void fitCanvas() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    /** Draws everything anew; nothing while there is no room. */
    protected final void paint() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        pen.begin(window == null ? 1 : window.getOutputScaleY(), getWidth(), getHeight());
        draw();
    }

    /** Draws the picture on an empty canvas with the {@link #pen}. */
    protected abstract void draw();

    /** The colours it is drawn in. */
    public final Colors colors() {
        return colors;
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return inks.metaData();
    }
}
