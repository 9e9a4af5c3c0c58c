package dev.stratoscope.app.compare;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Remark;
import dev.stratoscope.app.view.ribbon.Ribbon;
import dev.stratoscope.app.view.ribbon.RibbonStacks;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.ChangeCounts;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two stacks with their title, which counts what became of the layers and steps. */
final class StacksPane extends BorderPane {
    /** Narrower ones cannot be read. */
    static final double LEAST = 300;

    private static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0);

    private final RibbonStacks stacks = new RibbonStacks();
    private final Remark hint = new Remark("");
    private List<Ribbon> shown = List.of();

    StacksPane() {
        getStyleClass().add("pane");
        Label title = new Label("Layers aligned");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, hint);
        head.getStyleClass().add("pane-title");
        setTop(head);
        setCenter(stacks);
        setMinWidth(LEAST);
    }

    RibbonStacks stacks() {
        return stacks;
    }

    /**
     * Shows two images.
     *
     * @param counts how many paths differ between the layers of a pair, as far as that is known
     */
    void show(@Nullable Compared compared, Map<StepPair, ChangeCounts> counts) {
        if (compared == null) {
            shown = List.of();
            stacks.show(List.of(), List.of(), shown);
            hint.setText("");
            return;
        }
        List<Ribbon> ribbons = ribbons(compared, counts);
        shown = ribbons;
        stacks.show(compared.left().shown(), compared.right().shown(), ribbons);
        hint.setText(words(ribbons));
    }

    /** The steps whose ribbon is selected; null for none. */
    @Nullable StepPair selected() {
        Ribbon ribbon = stacks.selectedProperty().get();
        return ribbon == null ? null : ribbon.pair();
    }

    /** Selects the ribbon of two steps, if there is one. */
    void select(StepPair pair) {
        shown.stream()
                .filter(ribbon -> ribbon.pair().equals(pair))
                .findFirst()
                .ifPresent(stacks.selectedProperty()::set);
    }

    private static List<Ribbon> ribbons(Compared compared, Map<StepPair, ChangeCounts> counts) {
        List<Ribbon> ribbons = new ArrayList<>();
        for (StepPair pair : compared.steps().pairs()) {
            ChangeCounts count = counts.get(pair);
            ribbons.add(new Ribbon(pair, isSame(compared, pair, count), count));
        }
        return ribbons;
    }

    private static boolean isSame(Compared compared, StepPair pair, @Nullable ChangeCounts count) {
        if (!pair.isBoth()) {
            return false;
        }
        if (pair.isSameLayer()) {
            return true;
        }
        if (compared.hasLayers(pair)) {
            return NONE.equals(count);
        }
        ImageStep before = compared.left().steps().get(pair.before());
        ImageStep after = compared.right().steps().get(pair.after());
        return before.createdBy().strip().equals(after.createdBy().strip());
    }

    /** {@code 5 same, 4 changed, 1 added}. */
    private static String words(List<Ribbon> ribbons) {
        int same = 0;
        int changed = 0;
        int added = 0;
        int removed = 0;
        for (Ribbon ribbon : ribbons) {
            if (ribbon.isSame()) {
                same++;
            } else if (ribbon.pair().isBoth()) {
                changed++;
            } else if (ribbon.pair().before() < 0) {
                added++;
            } else {
                removed++;
            }
        }
        List<String> parts = new ArrayList<>();
        part(parts, same, "same");
        part(parts, changed, "changed");
        part(parts, added, "added");
        part(parts, removed, "removed");
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(HumanSize.grouped(count) + " " + word);
        }
    }
}
