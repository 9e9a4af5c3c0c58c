package dev.stratoscope.app.image;

import dev.stratoscope.app.view.canvas.Motion;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

/**
 * Files and the lower panel over each other: the panel is a strip below, the lower part of a split,
 * or all but the line that the files fold to.
 */
final class LowerDock extends BorderPane {
    private static final double HALF = 0.52;
    private static final Duration UNFOLDING = Duration.millis(120);

    private final SplitPane split;
    private final Node folded;
    private final LowerPanel lower;
    private double divider = HALF;

    /**
     * The two.
     *
     * @param folded stands for the files while the panel is raised
     */
    LowerDock(Node files, Node folded, LowerPanel lower) {
        this.folded = folded;
        this.lower = lower;
        split = new SplitPane(files);
        split.setOrientation(Orientation.VERTICAL);
        lower.setMinHeight(120);
        lower.sizeProperty().addListener((property, before, now) -> arrange(before, now));
        arrange(LowerPanel.Size.STRIP, LowerPanel.Size.STRIP);
    }

    private void arrange(LowerPanel.Size before, LowerPanel.Size now) {
        if (before == LowerPanel.Size.HALF && !split.getDividers().isEmpty()) {
            divider = split.getDividerPositions()[0];
        }
        boolean inFiles = split.isFocusWithin() && !lower.isFocusWithin();
        boolean inLower = lower.isFocusWithin();
        split.getItems().remove(lower);
        lower.setMinHeight(now == LowerPanel.Size.STRIP ? USE_PREF_SIZE : 120);
        if (lower.equals(getCenter())) {
            setCenter(null);
        }
        setTop(now == LowerPanel.Size.RAISED ? folded : null);
        setBottom(now == LowerPanel.Size.STRIP ? lower : null);
        switch (now) {
            case STRIP -> setCenter(split);
            case RAISED -> setCenter(lower);
            case HALF -> {
                setCenter(split);
                split.getItems().add(lower);
                unfold(before == LowerPanel.Size.STRIP);
            }
        }
        if (now == LowerPanel.Size.STRIP ? inLower : inLower || (inFiles && now != before)) {
            focus(now, inFiles);
        }
    }

    /** The focus must not go down with what is folded: keys would reach nobody. */
    private void focus(LowerPanel.Size now, boolean inFiles) {
        boolean toFiles = now == LowerPanel.Size.STRIP || (now == LowerPanel.Size.HALF && inFiles);
        Node side = toFiles ? split.getItems().getFirst() : lower;
        Node table = side.lookup(".table-view");
        Node list = table == null ? side.lookup(".list-view") : table;
        (list == null ? side : list).requestFocus();
    }

    private void unfold(boolean moves) {
        var window = getScene() == null ? null : getScene().getWindow();
        boolean still = !moves || window == null || !window.isShowing() || Motion.isReduced();
        if (still) {
            split.setDividerPositions(divider);
            return;
        }
        split.setDividerPositions(1);
        var position = split.getDividers().getFirst().positionProperty();
        new Timeline(
                        new KeyFrame(
                                UNFOLDING, new KeyValue(position, divider, Interpolator.EASE_OUT)))
                .play();
    }
}
