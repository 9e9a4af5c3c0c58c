package dev.stratoscope.app.view;

import javafx.collections.FXCollections;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * The list a screen reader meets in place of a drawn picture: one invisible node for each thing in
 * it. On the JavaFX thread.
 */
public final class Mirror {
    private final IntFunction<String> spoken;
    private final IntSupplier selected;
    private final List<Item> items = new ArrayList<>();

    /**
     * A list without items.
     *
     * @param spoken what is read of an item
     * @param selected the item that is selected; -1 for none
     */
    public Mirror(IntFunction<String> spoken, IntSupplier selected) {
        this.spoken = spoken;
        this.selected = selected;
    }

    /** Makes as many items as there are things and returns them, in their order. */
    public List<Item> resize(int count) {
        while (items.size() > count) {
            items.removeLast();
        }
        while (items.size() < count) {
            items.add(new Item(items.size()));
        }
        return List.copyOf(items);
    }

    /** One of the items; null when there is no such item. */
    public @Nullable Item item(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }

    /**
     * Answers what a screen reader asks of a list with one selected item.
     *
     * @return null where that is no question about a list, or there is no such item
     */
    public @Nullable Object answer(AccessibleAttribute attribute, Object... parameters) {
        Item here = item(selected.getAsInt());
        return switch (attribute) {
            case ITEM_COUNT -> items.size();
            case ITEM_AT_INDEX -> item((Integer) parameters[0]);
            case FOCUS_ITEM -> here;
            case SELECTED_ITEMS ->
                    here == null
                            ? FXCollections.observableArrayList()
                            : FXCollections.observableArrayList(here);
            case MULTIPLE_SELECTION -> false;
            default -> null;
        };
    }

    /** Puts every item where its thing is drawn. */
    public void place(IntFunction<Rectangle2D> boxes) {
        for (Item item : items) {
            Rectangle2D box = boxes.apply(item.index);
            item.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        }
    }

    /** One item of the list. */
    public final class Item extends Region {
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
                case TEXT -> spoken.apply(index);
                case INDEX -> index;
                case SELECTED -> index == selected.getAsInt();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
