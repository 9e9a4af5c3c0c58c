package dev.stratoscope.app.view.canvas;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * A short movement from one picture to the next, slowing down at its end. Where motion is reduced,
 * or the node is not on a screen, it is over at once.
 */
public final class Glide extends Transition {
    private final Node node;
    private final Runnable frame;
    private double share = 1;

    /**
     * A glide at rest.
     *
     * @param millis how long it takes
     * @param frame called for every picture on the way and for the last one
     */
    public Glide(Node node, double millis, Runnable frame) {
        this.node = node;
        this.frame = frame;
        setCycleDuration(Duration.millis(millis));
        setInterpolator(Interpolator.EASE_OUT);
    }

    /** Starts from the beginning. */
    public void begin() {
        boolean moves =
                node.getScene() != null
                        && node.getScene().getWindow() != null
                        && node.getScene().getWindow().isShowing()
                        && !Motion.isReduced();
        if (moves) {
            share = 0;
            playFromStart();
        } else {
            end();
        }
    }

    /** Goes to the end at once. */
    public void end() {
        if (getStatus() != Animation.Status.STOPPED) {
            stop();
        }
        share = 1;
    }

    /** How far the way is done, from 0 to 1. */
    public double share() {
        return share;
    }

    @Override
    protected void interpolate(double fraction) {
        share = fraction;
        frame.run();
    }
}
