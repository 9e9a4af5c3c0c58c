package dev.stratoscope.app.view.canvas;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
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
    private final Scale back = new Scale(1, 1);
    private double stretch = 1;

    /** A picture in these inks. */
    protected Drawing(InkSheet inks) {
        this.inks = inks;
        colors = new Colors(this, inks, this::requestLayout);
        pen = new Pen(canvas.getGraphicsContext2D(), colors);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.getTransforms().setAll(back);
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
        localToSceneTransformProperty().addListener((property, before, now) -> follow(before, now));
    }

    private void follow(Transform before, Transform now) {
        boolean moved = before.getTx() != now.getTx() || before.getTy() != now.getTy();
        if (stretch != now.getMxx() || (moved && stretch != 1)) {
            requestLayout();
        }
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

    /**
     * Makes the canvas as large as the region is in the window. In a window that shows everything
     * larger the canvas has as many more pixels, and is itself not stretched.
     */
    protected final void fitCanvas() {
        Transform place = getLocalToSceneTransform();
        stretch = place.getMxx();
        canvas.setWidth(getWidth() * stretch);
        canvas.setHeight(getHeight() * stretch);
        back.setX(1 / stretch);
        back.setY(1 / stretch);
        boolean stretched = stretch != 1;
        canvas.setLayoutX(stretched ? offPixel(place.getTx()) / stretch : 0);
        canvas.setLayoutY(stretched ? offPixel(place.getTy()) / stretch : 0);
    }

    /** How far it is to the nearest device pixel, which a stretched layout may miss. */
    private double offPixel(double at) {
        double scale = outputScale();
        return Math.round(at * scale) / scale - at;
    }

    private double outputScale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleY();
    }

    /** Draws everything anew; nothing while there is no room. */
    protected final void paint() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        pen.begin(outputScale(), stretch, getWidth(), getHeight());
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
