package dev.stratoscope.app.images.map;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The list a screen reader meets in place of the picture: one invisible node for each layer. */
final class MapMirror {
    private final SharingMap map;
    private final List<Item> items = new ArrayList<>();

    MapMirror(SharingMap map) {
        this.map = map;
    }

    /** Makes as many items as there are columns and returns them. */
    List<Item> resize(int count) {
        while (items.size() > count) {
            items.removeLast();
        }
        while (items.size() < count) {
            items.add(new Item(items.size()));
        }
        return List.copyOf(items);
    }

    /** The item of a column; null when there is no such column. */
    @Nullable Item item(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }

    /** Puts every item where its uppermost block is. */
    void place(MapGeometry geometry) {
        for (Item item : items) {
            MapColumn column = geometry.layout().columns().get(item.index);
            Rectangle2D box = geometry.block(column, column.rows().getFirst());
            item.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        }
    }

    /** One layer of the list. */
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
                case TEXT -> map.spoken(index);
                case INDEX -> index;
                case SELECTED -> index == map.lit();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
