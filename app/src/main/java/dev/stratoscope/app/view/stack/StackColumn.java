package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.Layout;
import dev.stratoscope.app.view.Remark;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** The layer stack below its title, as wide as there is room for. */
public final class StackColumn extends BorderPane {
    private static final double WIDTH = 312;
    private static final double LEAST = 240;

    /** As wide as the stack is when it shows numbers and sizes only. */
    private static final double NARROW = 120;

    /** What has a control beside the title, and both switches. */
    private static final double ROOM_FOR_TITLE = 290;

    /** What is left of a window of 940 for stack and files. */
    private static final double ROOM_FOR_WIDTH = 868;

    /** What is left of a window of 800 without labels in the rail. */
    private static final double ROOM_FOR_WORDS = 750;

    private final Label title = new Label("Layers");
    private final Label hint = new Remark("");
    private final Segments<Heights> switches;
    private final HBox head;
    private @Nullable Node tool;
    private double given;

    /** How the heights of the stack are chosen. */
    private enum Heights {
        BY_SIZE,
        EVEN
    }

    /** A column of a stack. */
    public StackColumn(LayerStack stack) {
        super(stack);
        ObjectProperty<Heights> heights = new SimpleObjectProperty<>(Heights.BY_SIZE);
        heights.addListener(
                (property, before, now) -> stack.evenProperty().set(now == Heights.EVEN));
        switches = new Segments<>(heights);
        switches.getStyleClass().add("small");
        switches.add(Heights.BY_SIZE, "By size");
        switches.add(Heights.EVEN, "Even");
        switches.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        head = new HBox(8, title, hint, spacer, switches);
        head.getStyleClass().add("pane-title");
        setTop(head);
        getStyleClass().add("pane");
        setMinWidth(LEAST);
        setPrefWidth(WIDTH);
        widthProperty().addListener((property, before, now) -> fit(now.doubleValue()));
    }

    /** Puts a control beside the title in place of the one before; null for none. */
    public void setTool(@Nullable Node control) {
        head.getChildren().remove(tool);
        tool = control;
        if (control != null) {
            head.getChildren().add(2, control);
        }
        show(hint, control == null);
        fit(getWidth());
    }

    /** Says beside the title what the sizes are of. */
    public void setHint(String words) {
        hint.setText(words);
    }

    /**
     * Puts the column at the left of another part. It gets the width that its room allows whenever
     * that changes; afterwards the divider is the person's.
     */
    public SplitPane beside(Node part) {
        SplitPane split = new SplitPane(this, part);
        standIn(split);
        return split;
    }

    /** Does the same for a split pane of which this column is the first part. */
    public void standIn(SplitPane split) {
        SplitPane.setResizableWithParent(this, false);
        split.widthProperty()
                .addListener((property, before, now) -> place(split, now.doubleValue()));
    }

    private void place(SplitPane split, double room) {
        if (room > 0) {
            double wanted =
                    room >= ROOM_FOR_WIDTH ? WIDTH : room >= ROOM_FOR_WORDS ? LEAST : NARROW;
            double width = wanted == given ? getWidth() : wanted;
            given = wanted;
            setMinWidth(width);
            setMaxWidth(width);
            // A split pane of another width takes its parts' old widths for their new ones, unless
            // held.
            Layout.after(split.getScene(), () -> free(split));
        }
    }

    /** Lets the person move the divider, as far as the stack can be read. */
    private void free(SplitPane split) {
        split.setDividerPositions(getWidth() / split.getWidth());
        setMinWidth(Math.min(given, LEAST));
        setMaxWidth(given == NARROW ? NARROW : Double.MAX_VALUE);
    }

    private void fit(double width) {
        show(switches, width >= LEAST);
        show(title, tool == null || width >= ROOM_FOR_TITLE);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
