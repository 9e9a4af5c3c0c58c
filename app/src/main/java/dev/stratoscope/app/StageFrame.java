package dev.stratoscope.app;

import dev.stratoscope.app.settings.Frame;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.function.Consumer;

/** Where a window stands on the screen: as it stood last, and from then on as it is moved. */
final class StageFrame {
    /** Of a window that stood on a screen that is gone, nothing could be taken hold of. */
    private static final double LEAST_SEEN = 100;

    private final Stage stage;
    private Frame last = Frame.NONE;

    StageFrame(Stage stage) {
        this.stage = stage;
    }

    /** Puts the window where it stood, if that is on a screen. */
    void restore(Frame frame) {
        if (!frame.exists() || !isOnScreen(frame)) {
            return;
        }
        last = frame;
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
        stage.setMaximized(frame.maximized());
    }

    /** Tells of every place the window stands at from now on. */
    void watch(Consumer<Frame> moved) {
        InvalidationListener listener =
                changed -> {
                    if (stage.isShowing() && !stage.isIconified()) {
                        last = now();
                        moved.accept(last);
                    }
                };
        stage.xProperty().addListener(listener);
        stage.yProperty().addListener(listener);
        stage.widthProperty().addListener(listener);
        stage.heightProperty().addListener(listener);
        stage.maximizedProperty().addListener(listener);
        listener.invalidated(stage.xProperty());
    }

    /** A maximised window keeps the place it goes back to. */
    private Frame now() {
        if (stage.isMaximized() && last.exists()) {
            return new Frame(last.x(), last.y(), last.width(), last.height(), true);
        }
        return new Frame(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }

    private static boolean isOnScreen(Frame frame) {
        return Screen.getScreensForRectangle(frame.x(), frame.y(), frame.width(), frame.height())
                .stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> seen(frame, bounds));
    }

    private static boolean seen(Frame frame, Rectangle2D screen) {
        double width =
                Math.min(frame.x() + frame.width(), screen.getMaxX())
                        - Math.max(frame.x(), screen.getMinX());
        boolean top = frame.y() >= screen.getMinY() - 1 && frame.y() < screen.getMaxY();
        return width >= LEAST_SEEN && top;
    }
}
