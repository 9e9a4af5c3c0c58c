package dev.stratoscope.app.view.stack;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The list a screen reader meets in place of the picture: one invisible node for each step. */
final class Mirror {
    private final LayerStack stack;
    private final List<Item> items = new ArrayList<>();

    Mirror(LayerStack stack) {
        this.stack = stack;
    }

    /** Makes as many items as there are steps and returns them, lowest first. */
    List<Item> resize(int count) {
        while (items.size() > count) {
            items.removeLast();
        }
        while (items.size() < count) {
            items.add(new Item(items.size()));
        }
        return List.copyOf(items);
    }

    /** The item of a step; null when there is no such step. */
    @Nullable Item item(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }

    /** Puts every item where its step is. */
    void place(Geometry geometry) {
        for (Item item : items) {
            Rectangle2D box = geometry.box(geometry.layout().slots().get(item.index));
            item.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        }
    }

    /** One step of the list. */
    final class Item extends Region {
        private final int index;

        Item(int index) {
            this.index = index;
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setManaged(false);
            setMouseTransparent(true);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(
                AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> stack.spoken(index);
                case INDEX -> index;
                case SELECTED -> index == stack.here();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
