package dev.stratoscope.app.view.difference;

import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/** One line of code in colours, with plates behind the pieces that differ. */
final class MarkedLine extends Region {
    private final TextFlow text = new TextFlow();
    private final Path plates = new Path();
    private final List<int[]> marks = new ArrayList<>();
    private int length;

    MarkedLine() {
        getStyleClass().add("marked-line");
        plates.getStyleClass().add("plate");
        plates.setManaged(false);
        plates.setStroke(null);
        getChildren().setAll(plates, text);
    }

    void clear() {
        text.getChildren().clear();
        marks.clear();
        length = 0;
        requestLayout();
    }

    /** Adds a piece at the end; its words are safe to show. */
    void add(String words, String style, boolean marked) {
        if (words.isEmpty()) {
            return;
        }
        Text piece = new Text(words);
        piece.getStyleClass().addAll("code", style);
        text.getChildren().add(piece);
        if (marked && !marks.isEmpty() && marks.getLast()[1] == length) {
            marks.getLast()[1] += words.length();
        } else if (marked) {
            marks.add(new int[] {length, length + words.length()});
        }
        length += words.length();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double height = text.prefHeight(-1);
        text.resizeRelocate(
                0, Math.rint((getHeight() - height) / 2), text.prefWidth(-1) + 1, height);
        text.layout();
        plates.getElements().clear();
        for (int[] mark : marks) {
            plates.getElements().addAll(text.getRangeShape(mark[0], mark[1], false));
        }
        plates.relocate(0, 0);
        plates.setLayoutX(text.getLayoutX());
        plates.setLayoutY(text.getLayoutY());
    }
}
