package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HidingWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The layers that touched a path, newest on top; a click on one selects it. Where the path is
 * hidden, the row says why and leads to what hides it, and so does a notice that stands elsewhere.
 */
final class TouchList extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final int MOST_ROWS = 5;

    private final Label count = new Label();
    private final VBox rows = new VBox();
    private final HiddenNotice notice;
    private final IntConsumer chosen;
    private final GoToMarker toMarker;
    private List<LayerIndex> layers = List.of();
    private IntFunction<@Nullable Step> stepOfLayer = layer -> null;
    private int here = -1;
    private ByteString path = ByteString.EMPTY;

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

    /**
     * An empty list.
     *
     * @param chosen told the layer of the row that is clicked
     * @param toMarker told when a person wants to see what hides the path
     */
    TouchList(IntConsumer chosen, GoToMarker toMarker) {
        this.chosen = chosen;
        this.toMarker = toMarker;
        this.notice = new HiddenNotice(toMarker);
        getStyleClass().add("touches");
        Label title = new Label("Layers that touched this path");
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("count-pill");
        HBox head = new HBox(8, title, count);
        head.getStyleClass().add("pane-title");
        getChildren().setAll(head, rows);
    }

    /** Says that the path is hidden from the selected layer; takes no room where it is not. */
    Node notice() {
        return notice;
    }

    void setLayers(List<LayerFacts> read, IntFunction<@Nullable Step> steps) {
        layers = read.stream().map(LayerFacts::index).toList();
        stepOfLayer = steps;
    }

    void setHere(int layer) {
        here = layer;
        show(path);
    }

    void show(ByteString of) {
        path = of;
        Blame blame = blame(of);
        List<Touch> touches = blame.touches();
        count.setText(touches.size() + " of " + layers.size());
        rows.getChildren().clear();
        for (int i = touches.size() - 1; i >= Math.max(0, touches.size() - MOST_ROWS); i--) {
            rows.getChildren().add(row(touches.get(i)));
        }
        notice.show(blame, here);
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

    private HBox row(Touch touch) {
        Hiding hiding = touch.hiding();
        Label what = new Label(words(touch));
        what.getStyleClass().add(touch.isRemoval() ? "secondary" : "mono");
        HBox facts =
                new HBox(
                        6,
                        new Badge(touch.kind()),
                        new LayerChip(touch.layer(), touch.layer() == here),
                        what);
        facts.setAlignment(Pos.CENTER_LEFT);
        Step step = stepOfLayer.apply(touch.layer());
        Label command =
                new Label(step == null ? "" : Escapes.text(step.keyword() + " " + step.command()));
        command.getStyleClass().addAll("secondary", "muted");
        command.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(command, Priority.ALWAYS);
        HBox by = new HBox(8, command);
        if (hiding != null) {
            Hyperlink link = new Hyperlink(HiddenNotice.cure(hiding));
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(event -> toMarker.go(touch.layer(), hiding, path));
            by.getChildren().add(link);
        }
        VBox words = new VBox(2, facts, by);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        row.getStyleClass().add("touch-row");
        row.pseudoClassStateChanged(HERE, touch.layer() == here);
        row.setFocusTraversable(true);
        row.setAccessibleText(
                "Layer " + touch.layer() + ", " + Badge.word(touch.kind()) + ", " + what.getText());
        row.setOnMouseClicked(event -> chosen.accept(touch.layer()));
        row.setOnKeyPressed(
                event -> {
                    if (row.equals(event.getTarget())
                            && (event.getCode() == KeyCode.ENTER
                                    || event.getCode() == KeyCode.SPACE)) {
                        chosen.accept(touch.layer());
                        event.consume();
                    }
                });
        return row;
    }

    private static String words(Touch touch) {
        Hiding hiding = touch.hiding();
        if (hiding != null && touch.isRemoval()) {
            return HidingWords.whole(hiding);
        }
        String brought =
                touch.size() > 0 ? HumanSize.exact(touch.size()) : Badge.word(touch.kind());
        return brought + (hiding == null ? "" : ", brought anew");
    }
}
