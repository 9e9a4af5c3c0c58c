package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Badge;
import dev.stratoscope.model.diff.Kind;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A chip for each kind of change, and the button for sizes and owners. Where words have no room the
 * chips keep their letters and numbers.
 */
final class ChipLine extends HBox {
    private static final List<Kind> CHIPS =
            List.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);
    private static final double GAP = 8;
    private static final double INSIDE = 6;
    private static final double ONE_LINE = 4000;

    private final ToggleButton all = new ToggleButton();
    private final Label allCount = new Label();
    private final Map<Kind, ToggleButton> chips = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> counts = new EnumMap<>(Kind.class);
    private final List<Label> words = new ArrayList<>();
    private final FlowPane flow = new FlowPane(GAP, 6);
    private final FactsButton facts;
    private final Consumer<Set<Kind>> wished;
    private boolean brief;

    /** The width of the words, when they were last seen. */
    private double spelled;

    private boolean fitting;

    /**
     * Chips that are on.
     *
     * @param wished told other kinds of change
     * @param head what kinds are called
     */
    ChipLine(Consumer<Set<Kind>> wished, FactsButton facts, FilesHead head) {
        this.wished = wished;
        this.facts = facts;
        getStyleClass().addAll("pane-bar", "last", "chip-bar");
        if (head.hasUnchanged()) {
            flow.getChildren().add(chip(all, allCount, new Label("All")));
        }
        all.setTooltip(new Tooltip("Every path; off leaves out the unchanged ones"));
        all.setOnAction(event -> all(all.isSelected()));
        for (Kind kind : CHIPS) {
            ToggleButton chip = new ToggleButton();
            Label count = new Label();
            Label word = new Label(head.word(kind));
            words.add(word);
            chips.put(kind, chip);
            counts.put(kind, count);
            flow.getChildren().add(chip(chip, count, new Badge(kind), word));
            chip.setSelected(true);
            chip.setOnAction(event -> wished.accept(kinds()));
            chip.setTooltip(
                    new Tooltip(
                            "Show or hide paths: "
                                    + head.word(kind).toLowerCase(Locale.ROOT)
                                    + " (key "
                                    + (CHIPS.indexOf(kind) + 1)
                                    + ")"));
        }
        HBox.setHgrow(flow, Priority.ALWAYS);
        flow.setMinWidth(0);
        getChildren().setAll(flow, facts);
        widthProperty().addListener((property, before, now) -> fit());
        facts.textProperty().addListener((property, before, now) -> fit());
    }

    /** Leaves out the button for sizes and owners. */
    void withoutFacts() {
        facts.setVisible(false);
        facts.setManaged(false);
        getStyleClass().add("alone");
    }

    /** Presses the chip of a kind: 1 to 4; other numbers do nothing. */
    void toggle(int number) {
        if (number >= 1 && number <= CHIPS.size()) {
            ToggleButton chip = chips.get(CHIPS.get(number - 1));
            if (chip != null) {
                chip.fire();
            }
        }
    }

    /** Shows which kinds are shown, and how many paths there are of each. */
    void show(FileRows rows) {
        allCount.setText(String.format("%,d", rows.pathsInScope()));
        all.setSelected(rows.filter().kinds().contains(Kind.UNCHANGED));
        counts.forEach((kind, label) -> label.setText(String.format("%,d", rows.count(kind))));
        chips.forEach((kind, chip) -> chip.setSelected(rows.filter().kinds().contains(kind)));
        fit();
    }

    /** Shows no numbers. */
    void clear() {
        allCount.setText("");
        counts.values().forEach(count -> count.setText(""));
        fit();
    }

    /** First the button loses its words, as its icon says enough; then the chips lose theirs. */
    private void fit() {
        if (getWidth() <= 0 || fitting) {
            return;
        }
        // The button changes its words meanwhile, and of that it tells.
        fitting = true;
        try {
            fitToWidth();
        } finally {
            fitting = false;
        }
    }

    private void fitToWidth() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - getSpacing();
        double own = 0;
        for (Node chip : flow.getChildren()) {
            own += (own > 0 ? GAP : 0) + chip.prefWidth(-1);
        }
        if (!brief || spelled == 0) {
            // What is not seen has no style, and so another width.
            spelled = words.stream().mapToDouble(word -> word.prefWidth(-1) + INSIDE).sum();
        }
        double full = brief ? own + spelled : own;
        if (!facts.isManaged()) {
            setBrief(full > room);
            flow.setPrefWrapLength(ONE_LINE);
            return;
        }
        boolean fits = full + facts.width(true) <= room;
        setBrief(!fits);
        double shown = fits ? full : full - spelled;
        facts.setBrief(shown + facts.width(false) > room);
        // The height of a line is asked for without its width: it has to wrap where it will.
        flow.setPrefWrapLength(Math.max(1, room - facts.width(shown + facts.width(false) > room)));
    }

    private void setBrief(boolean wanted) {
        brief = wanted;
        for (Label word : words) {
            word.setVisible(!wanted);
            word.setManaged(!wanted);
        }
    }

    private void all(boolean wanted) {
        wished.accept(wanted ? EnumSet.allOf(Kind.class) : kinds());
    }

    private Set<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (all.isSelected()) {
            kinds.add(Kind.UNCHANGED);
        }
        chips.forEach(
                (kind, chip) -> {
                    if (chip.isSelected()) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }

    private static ToggleButton chip(ToggleButton chip, Label count, Node... name) {
        if (name[name.length - 1] instanceof Label word) {
            chip.accessibleTextProperty()
                    .bind(Bindings.concat(word.getText(), " ", count.textProperty()));
        }
        count.getStyleClass().addAll("count", "mono");
        HBox content = new HBox(INSIDE, name);
        content.getChildren().add(count);
        content.setAlignment(Pos.CENTER);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setGraphic(content);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
