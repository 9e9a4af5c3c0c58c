package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.LayerChip;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Above both sides: what each is of, its layer, its length, and what wrote it. */
final class SideHeads extends Region {
    /** Longer titles are cut where there is little room. */
    private static final int MOST_WHOLE = 16;

    /** Narrower sides name the instruction alone. */
    private static final double ROOM_FOR_WORDS = 400;

    private static final String BY = "by";

    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private boolean pair;

    SideHeads() {
        getStyleClass().add("side-heads");
        getChildren().setAll(left, right);
        managedProperty().bind(visibleProperty());
        for (HBox side : new HBox[] {left, right}) {
            side.getStyleClass().add("side-head");
            side.setAlignment(Pos.CENTER_LEFT);
        }
    }

    /** Shows both versions, or the one that there is. */
    void show(@Nullable Version before, @Nullable Version after) {
        pair = before != null && after != null;
        fill(left, before == null ? after : before);
        fill(right, after);
        right.setVisible(pair);
        setVisible(before != null || after != null);
        requestLayout();
    }

    private static void fill(HBox side, @Nullable Version version) {
        side.getChildren().clear();
        if (version == null) {
            return;
        }
        boolean more = version.layer() >= 0 || version.state().entry() != null;
        Label title = label(version.title() + (more ? "," : ""));
        title.setMinWidth(version.title().length() > MOST_WHOLE ? 0 : USE_PREF_SIZE);
        int layer = version.layer();
        if (!version.title().equals("L" + layer)) {
            side.getChildren().add(title);
        }
        if (layer >= 0) {
            LayerChip chip = new LayerChip(layer, false);
            chip.setMinWidth(USE_PREF_SIZE);
            side.getChildren().add(chip);
        }
        if (version.state().entry() != null) {
            String comma = version.instruction().isEmpty() ? "" : ",";
            Label size = label(HumanSize.grouped(version.state().fileSize()) + " B" + comma);
            size.setMinWidth(USE_PREF_SIZE);
            side.getChildren().add(size);
        }
        if (!version.instruction().isEmpty()) {
            String words = Escapes.text(version.instruction());
            Label by = label("written by");
            by.setMinWidth(USE_PREF_SIZE);
            by.getStyleClass().add(BY);
            Label instruction = label(words);
            instruction.getStyleClass().add("mono");
            instruction.setTooltip(new Tooltip(words));
            instruction.setMinWidth(0);
            HBox.setHgrow(instruction, Priority.SOMETIMES);
            side.getChildren().addAll(by, instruction);
        }
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - TextRows.BAR;
        double half = pair ? TextRows.half(width) : width;
        for (HBox side : List.of(left, right)) {
            for (Node node : side.getChildren()) {
                boolean fits = half >= ROOM_FOR_WORDS || !node.getStyleClass().contains(BY);
                node.setManaged(fits);
                node.setVisible(fits);
            }
        }
        left.resizeRelocate(0, 0, half, getHeight());
        right.resizeRelocate(width - half, 0, half, getHeight());
    }
}
