package dev.stratoscope.app.view.difference;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A line with its number and a sign before it, of which a piece is seen. */
final class HalfLine extends Region {
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final double SIGN = 18;
    private static final double PADDING = 8;

    private final Label[] numbers;
    private final Label sign = new Label();
    private final MarkedLine line = new MarkedLine();
    private final Pane window = new Pane(line);
    private double numberWidth;
    private double shift;

    /** What a line is. */
    enum Change {
        /** The same on both sides. */
        NONE,
        /** Only on the old side. */
        REMOVED,
        /** Only on the new side. */
        ADDED,
        /** No line at all, beside one of the other side. */
        ABSENT
    }

    /**
     * A half without a line.
     *
     * @param columns how many numbers stand before the line
     */
    HalfLine(int columns) {
        getStyleClass().add("half-line");
        numbers = new Label[columns];
        for (int i = 0; i < columns; i++) {
            numbers[i] = new Label();
            numbers[i].getStyleClass().addAll("mono", "line-number");
            numbers[i].setAlignment(Pos.CENTER_RIGHT);
            getChildren().add(numbers[i]);
        }
        sign.getStyleClass().addAll("mono", "sign");
        sign.setAlignment(Pos.CENTER);
        line.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(window.widthProperty());
        clip.heightProperty().bind(window.heightProperty());
        window.setClip(clip);
        getChildren().addAll(sign, window);
    }

    MarkedLine line() {
        return line;
    }

    void show(Change change, String... texts) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i].setText(texts[i]);
        }
        sign.setText(
                switch (change) {
                    case REMOVED -> "-";
                    case ADDED -> "+";
                    case NONE, ABSENT -> "";
                });
        pseudoClassStateChanged(REMOVED, change == Change.REMOVED);
        pseudoClassStateChanged(ADDED, change == Change.ADDED);
        pseudoClassStateChanged(ABSENT, change == Change.ABSENT);
        if (change == Change.ABSENT) {
            line.clear();
        }
    }

    /** Gives numbers so much room and shows the line from so many pixels on. */
    void place(double width, double from) {
        numberWidth = width;
        shift = from;
        requestLayout();
    }

    /** How many pixels stand before a line. */
    static double gutter(double numberWidth, int columns) {
        return columns * (numberWidth + PADDING) + SIGN + PADDING;
    }

    @Override
    protected void layoutChildren() {
        double x = PADDING;
        for (Label number : numbers) {
            number.resizeRelocate(x, 0, numberWidth, getHeight());
            x += numberWidth + PADDING;
        }
        sign.resizeRelocate(x - PADDING / 2, 0, SIGN, getHeight());
        x += SIGN;
        window.resizeRelocate(x, 0, Math.max(0, getWidth() - x), getHeight());
        line.resizeRelocate(-shift, 0, Math.max(1, line.prefWidth(-1)), getHeight());
    }
}
