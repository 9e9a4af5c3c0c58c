package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.diff.Kind;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/** Below the tree: how much of it is shown, where a search stands, and what is selected. */
final class FileFooter extends HBox {
    private final Label shown = new Label();
    private final Separator line = new Separator(Orientation.VERTICAL);
    private final Label hidden = new Label();
    private final Hyperlink show = new Hyperlink("Show");
    private final Label selection = new Label();
    private final boolean hasUnchanged;
    private Runnable showing = () -> {};

    /**
     * An empty footer.
     *
     * @param hasUnchanged whether unchanged paths can be shown, too
     */
    FileFooter(boolean hasUnchanged) {
        this.hasUnchanged = hasUnchanged;
        getStyleClass().addAll("pane-footer", "file-footer");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(
                event -> {
                    // The link is not gone to again when it says something else.
                    show.setVisited(false);
                    showing.run();
                });
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(shown, line, hidden, show, spacer, selection);
        clear();
    }

    /** What is shown is said in full before all else; what is selected gives way first. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double own = shown.prefWidth(-1);
        shown.setMinWidth(Math.min(Math.ceil(own), room));
        double rest = hidden.isManaged() ? hidden.prefWidth(-1) + show.prefWidth(-1) : 0;
        double gaps = getSpacing() * getManagedChildren().size();
        selection.setVisible(own + rest + gaps + selection.prefWidth(-1) <= room);
        super.layoutChildren();
    }

    void clear() {
        shown.setText("");
        hide("", showing);
        selection.setText("");
    }

    /** Says something instead of numbers: what is wrong with what is searched for. */
    void complain(String words) {
        shown.setText(words);
        hide("", showing);
    }

    /** Says why a search ended without rows. */
    void failed(Throwable reason) {
        complain(
                reason instanceof StackOverflowError
                        ? "This regular expression goes too deep. Write it without nested repeats."
                        : "The search failed: " + reason);
    }

    /** Says something instead of how much is shown. */
    void say(String words) {
        shown.setText(words);
    }

    /**
     * Says how much is shown.
     *
     * @param showUnchanged shows unchanged paths
     * @param showHidden shows matches that are left out by their kind
     */
    void show(FileRows rows, Runnable showUnchanged, Runnable showHidden) {
        int all = rows.pathsInScope();
        int unchanged = rows.count(Kind.UNCHANGED);
        int changed = all - unchanged;
        if (rows.filter().isSearching()) {
            String text = Escapes.text(rows.filter().text());
            String verb = rows.matches() == 1 ? " matches" : " match";
            shown.setText(count(rows.matches()) + (text.isEmpty() ? verb : verb + " " + text));
            hide(FilterWords.hidden(rows, hasUnchanged), showHidden);
            return;
        }
        if (!hasUnchanged) {
            shown.setText(count(changed) + (changed == 1 ? " differs" : " differ"));
            hide("", showUnchanged);
            return;
        }
        shown.setText(
                changed > 0 && unchanged > 0
                        ? String.format(
                                "%,d changed %s of %,d",
                                changed, changed == 1 ? "path" : "paths", all)
                        : count(all));
        boolean hides = unchanged > 0 && !rows.filter().kinds().contains(Kind.UNCHANGED);
        hide(hides ? String.format("%,d unchanged hidden.", unchanged) : "", showUnchanged);
    }

    private void hide(String words, Runnable action) {
        boolean hides = !words.isEmpty();
        showing = action;
        hidden.setText(words);
        for (Node node : List.of(line, hidden, show)) {
            node.setVisible(hides);
            node.setManaged(hides);
        }
    }

    private static String count(int paths) {
        return String.format("%,d %s", paths, paths == 1 ? "path" : "paths");
    }

    /** Says how many rows are selected and what they are together; nothing when none is. */
    void select(int rows, long bytes) {
        selection.setText(
                rows == 0 ? "" : String.format("%,d selected, %s", rows, HumanSize.spaced(bytes)));
    }
}
