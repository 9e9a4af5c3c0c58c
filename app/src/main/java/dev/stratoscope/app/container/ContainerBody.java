package dev.stratoscope.app.container;

import dev.stratoscope.app.view.PaneTabs;
import dev.stratoscope.app.view.stack.StackColumn;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What is below the header of a container's tab: the layers at the left, at the right the parts, of
 * which one is shown, and perhaps something docked below them. On the JavaFX thread.
 */
final class ContainerBody extends SplitPane {

    private final List<ContainerPart> parts = new ArrayList<>();
    private final PaneTabs tabs = new PaneTabs();
    private final HBox tools = new HBox(8);
    private final SplitPane right = new SplitPane(tabs);
    private final Node stack;
    private @Nullable ContainerPart current;
    private @Nullable ContainerPart before;
    private boolean inView;

    ContainerBody(StackColumn stack) {
        this.stack = stack;
        getStyleClass().add("container-body");
        right.setOrientation(Orientation.VERTICAL);
        tools.getStyleClass().add("pane-tools");
        tools.setMinWidth(USE_PREF_SIZE);
        tabs.setTool(tools);
        SplitPane.setResizableWithParent(right, true);
        getItems().setAll(stack, right);
        tabs.centerProperty().addListener((property, before, now) -> turnTo(part(now)));
        stack.standIn(this);
    }

    /** Adds a part at the end. */
    void add(ContainerPart part) {
        parts.add(part);
        Label count = tabs.add(part.title(), part.icon(), part.node());
        if (part.count() != null) {
            count.textProperty().bind(part.count());
        }
    }

    private @Nullable ContainerPart part(@Nullable Node node) {
        return parts.stream().filter(part -> part.node().equals(node)).findFirst().orElse(null);
    }

    private void turnTo(@Nullable ContainerPart next) {
        ContainerPart was = current;
        if (was != null && inView) {
            was.hidden();
        }
        before = was;
        current = next;
        tools.getChildren().setAll(next == null ? List.of() : next.tools());
        if (next != null && inView) {
            next.shown();
        }
    }

    /** Shows a part. */
    void show(ContainerPart part) {
        tabs.select(part.node());
    }

    /** Shows the part that was shown before, or the first. */
    void showBefore() {
        ContainerPart part = before;
        show(part == null ? parts.getFirst() : part);
    }

    /** The part that is shown. */
    @Nullable ContainerPart current() {
        return current;
    }

    /** All parts, from the left. */
    List<ContainerPart> parts() {
        return List.copyOf(parts);
    }

    /** The whole came into view, or is not any more. */
    void setInView(boolean now) {
        if (inView != now) {
            inView = now;
            ContainerPart part = current;
            if (part != null && now) {
                part.shown();
            } else if (part != null) {
                part.hidden();
            }
        }
    }

    /** Docks something below the parts in place of what was there; null for nothing. */
    void dock(@Nullable Node below) {
        if (below == null) {
            right.getItems().setAll(tabs);
        } else if (!right.getItems().contains(below)) {
            right.getItems().setAll(tabs, below);
            right.setDividerPositions(0.7);
        }
    }

    /** The parts of the window that the keys go round, in order. */
    List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(stack, tabs.strip()));
        if (tabs.getCenter() != null) {
            panes.add(tabs.getCenter());
        }
        if (right.getItems().size() > 1) {
            panes.add(right.getItems().getLast());
        }
        return panes;
    }
}
