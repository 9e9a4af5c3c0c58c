package dev.stratoscope.app.view.ribbon;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does to the ribbons: click, hover and scroll. */
final class RibbonPointer {
    private final RibbonStacks stacks;

    private RibbonPointer(RibbonStacks stacks) {
        this.stacks = stacks;
    }

    /** Makes stacks listen to the mouse. */
    static void install(RibbonStacks stacks) {
        RibbonPointer pointer = new RibbonPointer(stacks);
        stacks.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> stacks.grab());
        stacks.addEventHandler(MouseEvent.MOUSE_CLICKED, pointer::clicked);
        stacks.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> stacks.hover(event.getX(), event.getY()));
        stacks.addEventHandler(MouseEvent.MOUSE_EXITED, event -> stacks.hover(-1, -1));
        stacks.addEventHandler(ScrollEvent.SCROLL, pointer::scrolled);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            stacks.choose(stacks.ribbonAt(event.getX(), event.getY()));
            event.consume();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && stacks.scrollBy(-event.getDeltaY())) {
            stacks.hover(event.getX(), event.getY());
            event.consume();
        }
    }
}
