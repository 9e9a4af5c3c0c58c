package dev.stratoscope.app.images.map;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does to the map. */
final class MapKeys {
    private final SharingMap map;

    private MapKeys(SharingMap map) {
        this.map = map;
    }

    /** Makes a map listen to the keyboard. */
    static void install(SharingMap map) {
        map.addEventHandler(KeyEvent.KEY_PRESSED, new MapKeys(map)::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isAltDown() && !event.isShortcutDown();
        boolean copies = event.isShortcutDown() && event.getCode() == KeyCode.C;
        if (copies ? copy() : plain && press(event.getCode())) {
            event.consume();
        }
    }

    /** Arrows stay in the map even at its ends, lest the focus leave it by surprise. */
    private boolean press(KeyCode code) {
        switch (code) {
            case UP, KP_UP -> map.choose(Math.max(0, map.here() - 1));
            case DOWN, KP_DOWN -> map.choose(map.here() + 1);
            case LEFT, KP_LEFT -> light(map.lit() - 1);
            case RIGHT, KP_RIGHT -> light(map.lit() + 1);
            case HOME -> light(0);
            case END -> light(Integer.MAX_VALUE);
            case ENTER -> map.openHere();
            case ESCAPE -> {
                boolean any = map.lit() >= 0;
                map.light(-1, false);
                return any;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void light(int column) {
        int last = map.geometry().layout().columns().size() - 1;
        map.light(Math.clamp(column, Math.min(0, last), Math.max(-1, last)), false);
    }

    /** The digest of the layer that is lit. */
    private boolean copy() {
        if (map.lit() < 0) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        MapColumn column = map.geometry().layout().columns().get(map.lit());
        content.putString(column.layer().diffId().toString());
        return Clipboard.getSystemClipboard().setContent(content);
    }
}
