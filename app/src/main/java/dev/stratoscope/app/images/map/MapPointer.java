package dev.stratoscope.app.images.map;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does to the map: select, open, light a column, scroll. */
final class MapPointer {
    private MapPointer() {}

    /** Makes a map listen to the mouse. */
    static void install(SharingMap map) {
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(map, event));
        map.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> map.light(map.geometry().columnAt(event.getX(), event.getY()), true));
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> map.light(-1, true));
        map.addEventHandler(
                ScrollEvent.SCROLL,
                event -> {
                    boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
                    double across = sideways ? event.getDeltaY() : event.getDeltaX();
                    double down = sideways ? 0 : event.getDeltaY();
                    if (map.scrollBy(-across, -down)) {
                        event.consume();
                    }
                });
    }

    private static void pressed(SharingMap map, MouseEvent event) {
        map.requestFocus();
        map.choose(map.geometry().rowAt(event.getY()));
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            map.openHere();
        }
        event.consume();
    }
}
