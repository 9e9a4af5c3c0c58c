package dev.stratoscope.app.view;

import javafx.scene.control.MenuItem;

/** Acts as items of a menu. */
public final class ActMenu {
    private ActMenu() {}

    /** An item that does what an act does, and shows its keys. */
    public static MenuItem item(Act act) {
        MenuItem item = new MenuItem(act.name(), Icons.of(act.icon()));
        item.setOnAction(event -> act.run().run());
        if (!act.keys().isEmpty()) {
            item.setAccelerator(act.keys().getFirst());
        }
        return item;
    }
}
