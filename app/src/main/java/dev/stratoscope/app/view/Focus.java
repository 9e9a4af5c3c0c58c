package dev.stratoscope.app.view;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

/** Where the keyboard is. On the JavaFX thread. */
public final class Focus {
    private Focus() {}

    /**
     * Gives the keyboard to a part that has just been shown, unless somebody is typing, or has it
     * in another part of the same whole.
     *
     * @param whole what the part belongs to
     */
    public static void offer(Node part, Node whole) {
        Scene scene = whole.getScene();
        if (scene == null || !isShown(whole)) {
            return;
        }
        whole.applyCss(); // a split pane holds no parts before it has its skin
        Node owner = scene.getFocusOwner();
        boolean typing = owner instanceof TextInputControl && isShown(owner);
        boolean inside = owner != null && !owner.equals(whole) && isBelow(owner, whole);
        if (!typing && !(inside && isShown(owner))) {
            part.requestFocus();
        }
    }

    /**
     * Gives the keyboard to the first that takes it of a part and what it consists of, with its
     * ring shown.
     *
     * @return whether there was one
     */
    public static boolean into(Node part) {
        Node first = first(part);
        Scene scene = part.getScene();
        if (first == null || scene == null) {
            return false;
        }
        first.requestFocus();
        // Only a traversal shows the ring, and there is none that goes to a node of one's choice.
        first.requestFocusTraversal(TraversalDirection.NEXT);
        Node next = scene.getFocusOwner();
        if (next != null && !next.equals(first)) {
            next.requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!first.isFocused()) {
            first.requestFocus();
        }
        return true;
    }

    /** Names what of a part gets the keyboard when one goes into it, where that can be seen. */
    public static void prefer(Node part, Node first) {
        part.getProperties().put(Focus.class, first);
    }

    /** Whether the keyboard is in a part of the window. */
    public static boolean isIn(Node part) {
        Scene scene = part.getScene();
        return scene != null && isBelow(scene.getFocusOwner(), part);
    }

    /** Whether a node is a part, or belongs to it. */
    public static boolean isBelow(@Nullable Node node, Node part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a node is to be seen in a scene. */
    public static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static @Nullable Node first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return null;
        }
        if (part.isFocusTraversable()) {
            return part;
        }
        boolean prefers = part.hasProperties();
        if (prefers && part.getProperties().get(Focus.class) instanceof Node named) {
            Node found = first(named);
            if (found != null) {
                return found;
            }
        }
        if (part instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
