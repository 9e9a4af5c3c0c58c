package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HistoryText;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.model.image.HistoryRow;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.IntSupplier;

/** The cells of the history. */
final class HistoryCells {
    private static final int MOST_TOOLTIP = 4000;

    private HistoryCells() {}

    /** Words. */
    static final class Text extends TableCell<HistoryRow, HistoryRow> {
        private final Function<HistoryRow, String> words;

        Text(Function<HistoryRow, String> words) {
            this.words = words;
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words.apply(row));
        }
    }

    /** The command: what a builder put before it steps back, the keyword stands out. */
    static final class Command extends TableCell<HistoryRow, HistoryRow> {
        private final Label wrapping = new Label();
        private final Label keyword = new Label();
        private final Label rest = new Label();
        private final HBox box = new HBox(wrapping, keyword, rest);

        Command() {
            wrapping.getStyleClass().addAll("mono", "muted");
            keyword.getStyleClass().addAll("mono", "strong");
            rest.getStyleClass().add("mono");
            wrapping.setMinWidth(Region.USE_PREF_SIZE);
            keyword.setMinWidth(Region.USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            rest.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty || row.createdBy().isBlank()) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            String command = HistoryText.command(row);
            int start = Instruction.start(command);
            String own = command.substring(start);
            int space = own.indexOf(' ');
            String word = space < 0 ? own : own.substring(0, space);
            boolean isKeyword = Instruction.isKeyword(word);
            wrapping.setText(Escapes.text(command.substring(0, start)));
            keyword.setText(isKeyword ? word : "");
            rest.setText(Escapes.text(isKeyword ? own.substring(word.length()) : own));
            setAccessibleText(Escapes.text(command));
            setTooltip(own.length() > 40 ? tooltip(command) : null);
            setGraphic(box);
        }

        private static Tooltip tooltip(String command) {
            boolean cut = command.length() > MOST_TOOLTIP;
            String words = cut ? command.substring(0, MOST_TOOLTIP) + "…" : command;
            Tooltip tooltip = new Tooltip(Escapes.text(words));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(640);
            return tooltip;
        }
    }

    /** The layer; a short line for a step without one. */
    static final class Chip extends TableCell<HistoryRow, HistoryRow> {
        private final LayerChip chip = new LayerChip();
        private final Region line = new Region();
        private final IntSupplier here;

        Chip(IntSupplier here) {
            this.here = here;
            line.getStyleClass().add("no-layer");
        }

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            chip.show(row.layer(), row.layer() == here.getAsInt());
            setGraphic(row.layer() < 0 ? line : chip);
            setAccessibleText(row.layer() < 0 ? "no layer" : "layer " + row.layer());
        }
    }
}
