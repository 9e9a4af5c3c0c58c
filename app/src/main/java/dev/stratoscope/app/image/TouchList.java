package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Remark;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The layers that touched a path, newest on top; a click on one shows its version, and two that are
 * selected are compared. Where the path is hidden, the row says why and leads to what hides it, and
 * so does a notice that stands elsewhere.
 */
final class TouchList extends VBox {
    private static final int MOST_ROWS = 5;
    private static final PseudoClass PAIR = PseudoClass.getPseudoClass("pair");

    private final Label count = new Label();
    private final ListView<Touch> list = new ListView<>();
    private final Hyperlink first = new Hyperlink();
    private final Remark hint = new Remark("");
    private final HBox foot = new HBox(first, hint);
    private final HiddenNotice notice;
    private final IntConsumer chosen;
    private final GoToMarker toMarker;
    private OnPair onPair = (lower, upper) -> {};
    private List<LayerIndex> layers = List.of();
    private IntFunction<@Nullable Step> stepOfLayer = layer -> null;
    private int here = -1;
    private Blame blame = new Blame(ByteString.EMPTY, List.of());

    /** Leads to what hides a path. */
    @FunctionalInterface
    interface GoToMarker {
        /**
         * Shows a marker.
         *
         * @param layer the layer that hides the path
         * @param hiding how
         * @param path the hidden path
         */
        void go(int layer, Hiding hiding, ByteString path);
    }

    /** Hears of two versions of the path. */
    @FunctionalInterface
    interface OnPair {
        /** Two versions are selected; null for both where there are not two. */
        void selected(@Nullable Touch lower, @Nullable Touch upper);
    }

    /** Shows what one layer has at a path. */
    @FunctionalInterface
    interface ShowInLayer {
        /** Shows a path in a layer, from 0 at the bottom. */
        void show(int layer, ByteString path);
    }

    /**
     * An empty list.
     *
     * @param chosen told the layer of the row that is taken
     * @param toMarker told when a person wants to see what hides the path
     * @param inLayer told when a person wants to see the path where it was first brought
     */
    TouchList(IntConsumer chosen, GoToMarker toMarker, ShowInLayer inLayer) {
        this.chosen = chosen;
        this.toMarker = toMarker;
        this.notice = new HiddenNotice(toMarker);
        getStyleClass().add("touches");
        hint.getStyleClass().addAll("muted", "secondary");
        Label title = new Label("Layers that touched this path");
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("count-pill");
        count.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, count);
        head.getStyleClass().add("pane-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        list.setAccessibleText("Layers that touched this path, newest first");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<Touch>) change -> tellPair());
        list.setCellFactory(view -> new TouchCell(this));
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        take(list.getSelectionModel().getSelectedItem());
                        event.consume();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        first.setOnAction(
                event -> {
                    if (!blame.touches().isEmpty()) {
                        inLayer.show(blame.touches().getFirst().layer(), blame.path());
                    }
                });
        foot.getStyleClass().add("touches-foot");
        first.managedProperty().bind(first.visibleProperty());
        foot.managedProperty().bind(foot.visibleProperty());
        getChildren().setAll(head, list, foot);
        show(ByteString.EMPTY);
    }

    /** Says that the path is hidden from the selected layer; takes no room where it is not. */
    Node notice() {
        return notice;
    }

    /** Sets what is told when two versions are selected, and when that is over. */
    void onPair(OnPair action) {
        onPair = action;
    }

    /** Newest on top, so that the lower one of two is the last. */
    private void tellPair() {
        List<Touch> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        boolean two = selected.size() == 2;
        list.pseudoClassStateChanged(PAIR, two);
        hint.setText(
                two
                        ? label(selected.getLast())
                                + " and "
                                + label(selected.getFirst())
                                + " are compared"
                        : "Ctrl+click another to compare");
        onPair.selected(two ? selected.getLast() : null, two ? selected.getFirst() : null);
    }

    private String label(Touch touch) {
        Step step = stepOfLayer.apply(touch.layer());
        return step == null ? "L" + touch.layer() : step.label();
    }

    void setLayers(List<LayerIndex> read, IntFunction<@Nullable Step> steps) {
        layers = List.copyOf(read);
        stepOfLayer = steps;
    }

    void setHere(int layer) {
        here = layer;
        show(blame.path());
    }

    /** The layer that is looked at from, 0 at the bottom; -1 for none. */
    int here() {
        return here;
    }

    void show(ByteString of) {
        blame = blame(of);
        List<Touch> touches = blame.touches();
        count.setText(touches.size() + " of " + layers.size());
        list.getItems().setAll(touches.reversed());
        Touch seen = seen();
        list.getSelectionModel().clearSelection();
        list.getSelectionModel().select(seen);
        double height = 2;
        for (int i = 0; i < Math.min(MOST_ROWS, touches.size()); i++) {
            height += TouchCell.height(this, list.getItems().get(i));
        }
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        int lowest = touches.isEmpty() ? here : touches.getFirst().layer();
        first.setText("Show in L" + lowest);
        first.setVisible(lowest != here);
        hint.setManaged(touches.size() > 1);
        foot.setVisible(first.isVisible() || hint.isManaged());
        notice.show(blame, here);
    }

    /** How the layer with the last word on the path is named: what it did to it. */
    String verb(int layer) {
        for (Touch touch : blame.touches()) {
            if (touch.layer() == layer) {
                return switch (touch.kind()) {
                    case ADDED -> "Added by";
                    case MODIFIED -> "Changed by";
                    case METADATA_ONLY -> "Touched by";
                    case DELETED -> "Removed by";
                    case UNCHANGED -> "Shipped by";
                };
            }
        }
        return "Layer";
    }

    @Nullable Step step(int layer) {
        return stepOfLayer.apply(layer);
    }

    /** The touch below a touch in the stack; null for the lowest. */
    @Nullable Touch before(Touch touch) {
        return blame.before(touch);
    }

    boolean isSeen(Touch touch) {
        return touch.equals(seen());
    }

    void take(@Nullable Touch touch) {
        if (touch != null) {
            chosen.accept(touch.layer());
        }
    }

    void goToMarker(int layer, Hiding hiding) {
        toMarker.go(layer, hiding, blame.path());
    }

    /** The touch whose version the selected layer shows. */
    private @Nullable Touch seen() {
        Touch seen = null;
        for (Touch touch : blame.touches()) {
            seen = touch.layer() <= here ? touch : seen;
        }
        return seen;
    }

    /**
     * Where a hard link leads to nothing there is no tree either, and that is told in its place.
     */
    private Blame blame(ByteString of) {
        try {
            return Blame.of(layers, of);
        } catch (ImageFormatException e) {
            return new Blame(of, List.of());
        }
    }
}
