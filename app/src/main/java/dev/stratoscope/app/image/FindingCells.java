package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.model.image.Finding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

import java.util.function.Function;

/** The cells of the table of findings. */
final class FindingCells {
    private static final int LONG = 40;

    private FindingCells() {}

    /** The shape that tells severities apart without colour. */
    static Ikon icon(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignC.CLOSE_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Icon and word of the severity. */
    static final class Severity extends TableCell<Finding, Finding> {
        private final FontIcon icon = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
        private final Label word = new Label();
        private final HBox box = new HBox(6, icon, word);

        Severity() {
            box.getStyleClass().add("severity");
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (finding == null || empty) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(icon(finding.severity()));
            box.getStyleClass().setAll("severity", FindingTally.style(finding.severity()));
            word.setText(capital(FindingTally.word(finding.severity())));
            setGraphic(box);
        }
    }

    /** A text, whole in the tooltip where it is long. */
    static final class Text extends TableCell<Finding, Finding> {
        private final Function<Finding, String> text;

        Text(Function<Finding, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            String words = finding == null || empty ? null : Escapes.text(text.apply(finding));
            setText(words);
            setTooltip(words != null && words.length() > LONG ? wide(words) : null);
        }

        private static Tooltip wide(String words) {
            Tooltip tooltip = new Tooltip(words);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(640);
            return tooltip;
        }
    }

    /** The layer it is in. */
    static final class Chip extends TableCell<Finding, Finding> {
        private final LayerChip chip = new LayerChip();
        private final Function<Finding, @Nullable FindingPlace> places;

        Chip(Function<Finding, @Nullable FindingPlace> places) {
            this.places = places;
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            FindingPlace place = finding == null || empty ? null : places.apply(finding);
            chip.show(place == null ? -1 : place.layer(), false);
            Node shown = place != null ? chip : empty ? null : new Label("–");
            setGraphic(shown);
        }
    }
}
