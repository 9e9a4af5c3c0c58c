package dev.stratoscope.app.view.stack;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/** Shows the menu of the step that was clicked, or of the selected one for the menu key. */
final class StepMenu {
    private final LayerStack stack;
    private @Nullable ContextMenu open;

    private StepMenu(LayerStack stack) {
        this.stack = stack;
    }

    /** Gives a stack menus. */
    static void install(LayerStack stack) {
        StepMenu menu = new StepMenu(stack);
        stack.setOnContextMenuRequested(menu::requested);
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.close());
    }

    private void requested(ContextMenuEvent event) {
        close();
        boolean byKey = event.isKeyboardTrigger();
        int index = byKey ? stack.here() : stack.geometry().stepAt(event.getX(), event.getY());
        event.consume();
        ContextMenu menu = index < 0 ? null : stack.menu(index);
        if (menu == null) {
            return;
        }
        open = menu;
        if (byKey) {
            Geometry now = stack.geometry();
            Rectangle2D box = now.box(now.layout().slots().get(index));
            Point2D at = stack.localToScreen(box.getMinX() + 24, Math.max(0, box.getMinY()) + 24);
            menu.show(stack, at.getX(), at.getY());
        } else {
            menu.show(stack, event.getScreenX(), event.getScreenY());
        }
    }

    private void close() {
        ContextMenu menu = open;
        if (menu != null) {
            menu.hide();
            open = null;
        }
    }
}
