package dev.stratoscope.app.build;

import dev.stratoscope.model.build.PlannedStage;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stages as boxes, those that wait for others to the right of them. */
final class StageGraph extends Pane {
    private static final double BOX_HEIGHT = 44;
    private static final double MOST_WIDTH = 190;
    private static final double LEAST_WIDTH = 84;
    private static final double GAP = 8;
    private static final double LEAST_EDGE = 18;
    private static final double ARROW = 4;

    private final List<StageBox> boxes = new ArrayList<>();
    private final List<Node> edges = new ArrayList<>();
    private List<PlannedStage> stages = List.of();
    private int[] columns = {};
    private int[] rows = {};
    private int across;
    private int down;

    StageGraph() {
        getStyleClass().add("stage-graph");
    }

    /** Shows the stages as they are at a time. */
    void show(BuildShow show, Instant now) {
        if (!show.stages().equals(stages)) {
            arrange(show.stages());
        }
        for (int i = 0; i < stages.size(); i++) {
            boxes.get(i).show(show, stages.get(i), now);
        }
    }

    private void arrange(List<PlannedStage> all) {
        stages = all;
        columns = new int[all.size()];
        rows = new int[all.size()];
        across = 0;
        down = 0;
        boxes.clear();
        int[] filled = new int[all.size() + 1];
        for (PlannedStage stage : all) {
            int column = 0;
            for (int need : stage.needs()) {
                column = Math.max(column, columns[need] + 1);
            }
            columns[stage.index()] = column;
            rows[stage.index()] = filled[column]++;
            across = Math.max(across, column + 1);
            down = Math.max(down, filled[column]);
            boxes.add(new StageBox());
        }
        getChildren().setAll(boxes);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return down == 0 ? 0 : 16 + down * (BOX_HEIGHT + GAP) - GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 24 + across * (LEAST_WIDTH + LEAST_EDGE) - LEAST_EDGE;
    }

    @Override
    protected void layoutChildren() {
        if (across == 0) {
            return;
        }
        double room = getWidth() - 24;
        double width =
                Math.clamp((room - (across - 1) * LEAST_EDGE) / across, LEAST_WIDTH, MOST_WIDTH);
        double edge = across < 2 ? 0 : Math.max(LEAST_EDGE, (room - across * width) / (across - 1));
        getChildren().removeAll(edges);
        edges.clear();
        for (int i = 0; i < boxes.size(); i++) {
            double x = 12 + columns[i] * (width + edge);
            double y = 8 + rows[i] * (BOX_HEIGHT + GAP);
            boxes.get(i).resizeRelocate(snapPositionX(x), y, snapSizeX(width), BOX_HEIGHT);
        }
        for (PlannedStage stage : stages) {
            for (int need : stage.needs()) {
                connect(boxes.get(need), boxes.get(stage.index()));
            }
        }
        getChildren().addAll(0, edges);
    }

    private void connect(StageBox from, StageBox to) {
        double x1 = from.getLayoutX() + from.getWidth();
        double y1 = Math.floor(from.getLayoutY() + BOX_HEIGHT / 2) + 0.5;
        double x2 = to.getLayoutX();
        double y2 = Math.floor(to.getLayoutY() + BOX_HEIGHT / 2) + 0.5;
        double bend = Math.floor(x2 - LEAST_EDGE / 2) + 0.5;
        Polyline line = new Polyline(x1, y1, bend, y1, bend, y2, x2 - ARROW, y2);
        line.getStyleClass().add("stage-edge");
        Polygon tip = new Polygon(x2, y2, x2 - 2 * ARROW, y2 - ARROW, x2 - 2 * ARROW, y2 + ARROW);
        tip.getStyleClass().add("stage-arrow");
        line.setManaged(false);
        tip.setManaged(false);
        edges.add(line);
        edges.add(tip);
    }
}
