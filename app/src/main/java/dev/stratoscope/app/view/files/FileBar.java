package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Kind;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Above the tree: the scope switch, the search field, a chip for each kind of change, and the
 * buttons for sizes, owners and folders.
 */
final class FileBar extends VBox {
    private static final List<Kind> CHIPS =
            List.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);

    /** Chips with numbers of five digits stand side by side on this many pixels. */
    private static final double ONE_LINE = 580;

    private final HBox top = new HBox();
    private final SearchField search;
    private final FactsButton facts;
    private final ToggleButton all = new ToggleButton();
    private final Label allCount = new Label();
    private final Map<Kind, ToggleButton> chips = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> counts = new EnumMap<>(Kind.class);
    private final Wishes wishes;

    /**
     * What is wished for with the controls of this bar.
     *
     * @param kinds told other kinds of change
     * @param search something else is searched for, as this bar says
     * @param step told whether the next match is wanted, or the previous one
     * @param down into the table
     * @param owners the owners that there are are to be offered
     */
    record Wishes(
            Consumer<Set<Kind>> kinds,
            Runnable search,
            Consumer<Boolean> step,
            Runnable down,
            Runnable owners) {}

    /**
     * A bar.
     *
     * @param folding opens and closes folders; stands beside the search field
     */
    FileBar(ObjectProperty<Scope> scope, Wishes wishes, Node folding) {
        this.wishes = wishes;
        search = new SearchField(wishes.search());
        search.onKeys(
                () -> wishes.step().accept(true), () -> wishes.step().accept(false), wishes.down());
        facts = new FactsButton(now -> wishes.search().run(), wishes.owners());
        Segments<Scope> scopes = new Segments<>(scope);
        scopes.add(Scope.THIS_LAYER, "This layer");
        scopes.add(Scope.UP_TO_HERE, "Up to here");
        scopes.add(Scope.WHOLE_IMAGE, "Whole image");
        scopes.add(Scope.COMPARED_WITH, "Compared with…");
        scopes.setMinWidth(USE_PREF_SIZE);
        top.getChildren().setAll(scopes, spacer(), search, folding);
        top.getStyleClass().add("pane-bar");
        FlowPane chipBox = new FlowPane(8, 6, chip(all, new Label("All"), allCount));
        all.setTooltip(new Tooltip("Every path; off leaves out the unchanged ones"));
        all.setOnAction(event -> all(all.isSelected()));
        for (Kind kind : CHIPS) {
            ToggleButton chip = new ToggleButton();
            Label count = new Label();
            chips.put(kind, chip);
            counts.put(kind, count);
            chipBox.getChildren().add(chip(chip, named(kind), count));
            chip.setSelected(true);
            chip.setOnAction(event -> wishes.kinds().accept(kinds()));
            chip.setTooltip(
                    new Tooltip(
                            "Show or hide paths: "
                                    + Badge.word(kind)
                                    + " (key "
                                    + (CHIPS.indexOf(kind) + 1)
                                    + ")"));
        }
        chipBox.setPrefWrapLength(ONE_LINE);
        HBox.setHgrow(chipBox, Priority.ALWAYS);
        HBox bottom = new HBox(chipBox, facts);
        bottom.getStyleClass().addAll("pane-bar", "last", "chip-bar");
        getChildren().setAll(top, bottom);
    }

    void setTool(Node tool) {
        top.getChildren().add(tool);
    }

    void focusSearch() {
        search.focus();
    }

    /** Empties the search field and what is asked for of sizes and owners. */
    void clearSearch() {
        facts.reset();
        search.clear();
    }

    /** A filter that searches for what this bar says. */
    FileFilter filter(FileFilter kinds) {
        return facts.facts().of(kinds.withText(search.text(), search.way()));
    }

    /** Asks for paths of an owner only: {@code uid:gid} or a name. */
    void setOwner(String owner) {
        facts.setOwner(owner);
    }

    /** Marks the search as one that cannot be understood. */
    void setInvalid(boolean invalid) {
        search.setInvalid(invalid);
    }

    /** Offers the owners that there are. */
    void setOwners(List<Owner> owners) {
        facts.setOwners(owners);
    }

    void toggleKind(int number) {
        ToggleButton chip =
                number >= 1 && number <= CHIPS.size() ? chips.get(CHIPS.get(number - 1)) : null;
        if (chip != null) {
            chip.fire();
        }
    }

    /** Shows which kinds are shown, and how many paths there are of each. */
    void show(FileRows rows) {
        allCount.setText(String.format("%,d", rows.pathsInScope()));
        all.setSelected(rows.filter().kinds().contains(Kind.UNCHANGED));
        counts.forEach((kind, label) -> label.setText(String.format("%,d", rows.count(kind))));
        chips.forEach((kind, chip) -> chip.setSelected(rows.filter().kinds().contains(kind)));
    }

    private void all(boolean wanted) {
        Set<Kind> kinds = kinds();
        if (wanted) {
            kinds = EnumSet.allOf(Kind.class);
        }
        wishes.kinds().accept(kinds);
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

    private static HBox named(Kind kind) {
        String word =
                switch (kind) {
                    case ADDED -> "Added";
                    case MODIFIED -> "Modified";
                    case METADATA_ONLY -> "Metadata";
                    case DELETED -> "Deleted";
                    case UNCHANGED -> "Unchanged";
                };
        HBox box = new HBox(new Badge(kind), new Label(word));
        box.setSpacing(6);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static ToggleButton chip(ToggleButton chip, Node name, Label count) {
        Node words = name instanceof HBox box ? box.getChildren().getLast() : name;
        if (words instanceof Label label) {
            chip.accessibleTextProperty()
                    .bind(Bindings.concat(label.textProperty(), " ", count.textProperty()));
        }
        count.getStyleClass().addAll("count", "mono");
        HBox content = new HBox(name, count);
        content.setSpacing(6);
        content.setAlignment(Pos.CENTER);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setGraphic(content);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
