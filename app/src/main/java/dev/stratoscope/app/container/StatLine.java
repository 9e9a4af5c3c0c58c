package dev.stratoscope.app.container;

import dev.stratoscope.app.view.canvas.Drawing;
import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.canvas.InkSheet;

import java.util.Arrays;
import java.util.List;

/** The last five minutes of a number, a sample a second, the newest at the right. */
final class StatLine extends Drawing {
    private static final int SAMPLES = 300;
    private static final double HEIGHT = 64;
    private static final InkSheet INKS = new InkSheet(StatInk.values());

    private final double[] values = new double[SAMPLES];
    private double least = 1;

    /** The colours it is drawn in. */
    private enum StatInk implements Ink {
        PANE("-st-stat-pane"),
        GRID("-st-stat-grid"),
        LINE("-st-stat-line"),
        UNDER("-st-stat-under");

        private final String property;

        StatInk(String property) {
            this.property = property;
        }

        @Override
        public String property() {
            return property;
        }
    }

    StatLine() {
        super(INKS);
        getStyleClass().add("stat-line");
        Arrays.fill(values, Double.NaN);
        setOverlay(List.of());
        setFocusTraversable(false);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Adds a sample; not a number leaves a gap. */
    void add(double value, double top) {
        System.arraycopy(values, 1, values, 0, SAMPLES - 1);
        values[SAMPLES - 1] = value;
        least = top;
        paint();
    }

    @Override
    protected void layoutChildren() {
        fitCanvas();
        paint();
    }

    @Override
    protected void draw() {
        double width = getWidth();
        double height = getHeight();
        pen().fill(pen().snapped(0, 0, width, height), 0, StatInk.PANE);
        for (int i = 0; i <= 2; i++) {
            pen().level(0, width, Math.min(height - 1, i * height / 2), 1, StatInk.GRID);
        }
        double top = least;
        for (double value : values) {
            top = value > top ? value * 1.1 : top;
        }
        double step = width / (SAMPLES - 1);
        for (int i = 1; i < SAMPLES; i++) {
            double before = values[i - 1];
            double now = values[i];
            if (Double.isNaN(now)) {
                continue;
            }
            double y = y(now, top, height);
            double from = Double.isNaN(before) ? y : y(before, top, height);
            double x = i * step;
            pen().fill(pen().snapped(x - step, Math.min(from, y), step, height), 0, StatInk.UNDER);
            pen().line(x - step, from, x, y, 1.5, StatInk.LINE);
        }
    }

    private static double y(double value, double top, double height) {
        return height - 1 - (height - 3) * value / top;
    }
}
