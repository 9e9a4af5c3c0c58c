package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Act;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

import java.util.List;

/** One of the panes of a container's tab. On the JavaFX thread. */
interface ContainerPart {
    /** What stands on its head. */
    String title();

    /** What stands before that. */
    Ikon icon();

    /** The pane; always the same. */
    Node node();

    /** The count beside the title, empty for none; null where there is nothing to count. */
    default @Nullable ObservableValue<String> count() {
        return null;
    }

    /** What stands at the right end of the heads while it is shown. */
    default List<Node> tools() {
        return List.of();
    }

    /** It came into view, for the first time or again. */
    default void shown() {}

    /** Something else is in view: what only serves the eye may rest. */
    default void hidden() {}

    /** What was typed here and closing would lose; empty for nothing. */
    default List<String> unsaved() {
        return List.of();
    }

    /** The tab is closed, and nothing comes after. */
    default void close() {}

    /** Puts the keyboard into its search field, where it has one. */
    default void search() {}

    /** What can be done in it, for the palette and the keys. */
    default List<Act> acts() {
        return List.of();
    }
}
