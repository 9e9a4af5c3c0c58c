package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.tree.ByteString;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** The layers that touched a path, newest on top; a click on one selects it. */
final class TouchList extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final int MOST_ROWS = 5;

    private final Label count = new Label();
    private final VBox rows = new VBox();
    private final IntConsumer chosen;
    private List<LayerFacts> layers = List.of();
    private IntFunction<@Nullable Step> stepOfLayer = layer -> null;
    private int here = -1;
    private ByteString path = ByteString.EMPTY;

    /**
     * An empty list.
     *
     * @param chosen told the layer of the row that is clicked
     */
    TouchList(IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().add("touches");
        Label title = new Label("Layers that touched this path");
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("count-pill");
        HBox head = new HBox(8, title, count);
        head.getStyleClass().add("pane-title");
        getChildren().setAll(head, rows);
    }

    void setLayers(List<LayerFacts> read, IntFunction<@Nullable Step> steps) {
        layers = List.copyOf(read);
        stepOfLayer = steps;
    }

    void setHere(int layer) {
        here = layer;
        show(path);
    }

    void show(ByteString of) {
        path = of;
        List<Touch> touches = Touch.of(layers, of);
        count.setText(touches.size() + " of " + layers.size());
        rows.getChildren().clear();
        for (int i = touches.size() - 1; i >= Math.max(0, touches.size() - MOST_ROWS); i--) {
            rows.getChildren().add(row(touches.get(i)));
        }
    }

    private static String words(Touch touch) {
        if (!touch.words().isEmpty()) {
            return touch.words();
        }
        return touch.size() > 0 ? HumanSize.exact(touch.size()) : Badge.word(touch.kind());
    }

    private HBox row(Touch touch) {
        Label size = new Label(words(touch));
        size.getStyleClass().add(touch.words().isEmpty() ? "mono" : "secondary");
        HBox facts =
                new HBox(
                        6,
                        new Badge(touch.kind()),
                        new LayerChip(touch.layer(), touch.layer() == here),
                        size);
        facts.setAlignment(Pos.CENTER_LEFT);
        Step step = stepOfLayer.apply(touch.layer());
        Label command =
                new Label(step == null ? "" : Escapes.text(step.keyword() + " " + step.command()));
        command.getStyleClass().addAll("secondary", "muted");
        VBox words = new VBox(2, facts, command);
        HBox row = new HBox(words);
        row.getStyleClass().add("touch-row");
        row.pseudoClassStateChanged(HERE, touch.layer() == here);
        row.setFocusTraversable(true);
        row.setAccessibleText(
                "Layer " + touch.layer() + ", " + Badge.word(touch.kind()) + ", " + size.getText());
        row.setOnMouseClicked(event -> chosen.accept(touch.layer()));
        row.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        chosen.accept(touch.layer());
                        event.consume();
                    }
                });
        return row;
    }
}
