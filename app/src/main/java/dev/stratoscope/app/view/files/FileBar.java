package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Layout;
import dev.stratoscope.model.diff.Kind;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Above the tree: the scope switch, the search field, a chip for each kind of change, and the
 * buttons for sizes, owners and folders.
 */
final class FileBar extends VBox {
    private static final double ROOM_FOR_ONE_LINE = 600;

    private final HBox line = new HBox();
    private final ScopeLine top;
    private final ChipLine chips;
    private final SearchField search;
    private final FactsButton facts;

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
     * @param head what can be covered, and what kinds of change are called
     * @param folding opens and closes folders; stands beside the search field
     */
    FileBar(FilesHead head, Wishes wishes, Region folding) {
        search = new SearchField(wishes.search());
        search.onKeys(
                () -> wishes.step().accept(true), () -> wishes.step().accept(false), wishes.down());
        facts = new FactsButton(now -> wishes.search().run(), wishes.owners());
        top = new ScopeLine(head.scopes(), search, folding);
        chips = new ChipLine(wishes.kinds(), facts, head);
        if (head.scopes().getButtons().isEmpty()) {
            chips.withoutFacts();
            top.withoutScopes();
            HBox.setHgrow(chips, Priority.ALWAYS);
            widthProperty()
                    .addListener(
                            (property, before, now) -> Layout.arrange(this, before, this::fit));
        }
        getChildren().setAll(top, chips);
    }

    /** Without a switch chips and search stand in one line, where it has room for both. */
    private void fit() {
        boolean one = getWidth() >= ROOM_FOR_ONE_LINE;
        if (one == line.getChildren().isEmpty()) {
            getChildren().clear();
            line.getChildren().clear();
            if (one) {
                line.getChildren().setAll(chips, top);
                line.getStyleClass().setAll("file-bar-line");
                getChildren().setAll(line);
            } else {
                getChildren().setAll(top, chips);
            }
        }
    }

    void setTool(Node tool) {
        top.setTool(tool);
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
        chips.toggle(number);
    }

    /** Shows which kinds are shown, and how many paths there are of each. */
    void show(FileRows rows) {
        chips.show(rows);
    }

    /** There are no paths to count. */
    void clear() {
        chips.clear();
    }
}
