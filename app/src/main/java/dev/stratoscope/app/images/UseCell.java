package dev.stratoscope.app.images;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.table.ActCell;
import dev.stratoscope.app.view.table.RowActs;
import dev.stratoscope.model.image.KeptImage;

import javafx.scene.control.Label;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** What an image is used by, or what is wrong with it, beside what can be done with it. */
final class UseCell extends ActCell<ImageRow> {
    private static final double ROOM_FOR_BUTTONS = 280;

    UseCell(RowActs<ImageRow> acts) {
        super(acts, ROOM_FOR_BUTTONS);
    }

    @Override
    protected void say(ImageRow row, Label label) {
        String problem = row.image().problem();
        if (problem != null) {
            label.setText(Escapes.text(problem));
            label.getStyleClass().add("deleted-text");
        } else if (row.image().isUsed()) {
            label.setText(words(row.image()));
            label.setGraphic(Icons.of(MaterialDesignC.CIRCLE_MEDIUM));
            label.getStyleClass().add("use");
        }
    }

    /** {@code open}, {@code by web}, {@code open, by 3 containers}. */
    private static String words(KeptImage image) {
        List<String> containers = image.containers();
        String by =
                switch (containers.size()) {
                    case 0 -> "";
                    case 1 -> "by " + Escapes.text(containers.getFirst());
                    default -> "by " + containers.size() + " containers";
                };
        return !image.inUse() ? by : by.isEmpty() ? "open" : "open, " + by;
    }
}
