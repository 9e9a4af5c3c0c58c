package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The file tree with its scope switch, search, chips and footer. Filtering runs in the background;
 * the table keeps what it shows until the new rows are there. Lives on the JavaFX thread.
 */
public final class FilesPane extends BorderPane {
    /**
     * More paths than this are filtered in the background; fewer are done before the next frame.
     */
    private static final int AT_ONCE = 50_000;

    /** Changes of a layer up to this number are shown with every folder open. */
    private static final int UNFOLDED_AT_ONCE = 600;

    private final JobScope jobs;
    private final FileTable table;
    private final FileTools tools;
    private final FileBar bar;
    private final FileFooter footer = new FileFooter();
    private final Label message = new Label();
    private final StackPane body;
    private final ObjectProperty<@Nullable FileSelection> selected =
            new SimpleObjectProperty<>(null);
    private @Nullable FileRows rows;
    private @Nullable FileFilter filter;
    private FileOrder order = FileOrder.BY_NAME;
    private @Nullable Job filtering;
    private boolean showing;
    private boolean telling;
    private @Nullable ByteString wantedPath;

    /** A path that is selected: a node of a changeset. */
    public record FileSelection(Changeset changes, int node) {}

    /**
     * A pane without a tree.
     *
     * @param scope the scope, shared with the stack
     */
    public FilesPane(JobScope jobs, ObjectProperty<Scope> scope) {
        this.jobs = jobs;
        getStyleClass().add("pane");
        table = new FileTable(this::toggle, this::sortBy, this::selectLayer);
        tools = new FileTools(table, jobs, new Changing(), this::goTo);
        bar = new FileBar(scope, this::onKinds, this::onText);
        footer.onShowAll(() -> bar.showUnchanged(true));
        message.getStyleClass().add("muted");
        message.setWrapText(true);
        message.setMaxWidth(360);
        body = new StackPane(table, tools.columnsButton(), message);
        VBox.setVgrow(body, Priority.ALWAYS);
        setTop(bar);
        setCenter(new VBox(tools.path(), body));
        setBottom(footer);
        say("");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            if (!showing) {
                                onSelect(row);
                            }
                        });
    }

    /** The selected path; null when there is none. */
    public ObjectProperty<@Nullable FileSelection> selectedProperty() {
        return selected;
    }

    /** The nodes of all selected rows, from top to bottom. */
    public List<Integer> selectedNodes() {
        return tools.selectedNodes();
    }

    /** Which columns stand beside the name; changes as a person chooses. */
    public ObjectProperty<ColumnChoice> columnsProperty() {
        return tools.columnsProperty();
    }

    /** Menus, keys and all else that stands around the rows. */
    public FileTools tools() {
        return tools;
    }

    /** The layer whose chips are marked; -1 for none. */
    public int here() {
        return table.here();
    }

    /** How owners are named. */
    public void setOwners(Function<Attributes, String> names) {
        table.setOwners(names);
    }

    /** Puts a control at the right end of the bar above the tree. */
    public void setTool(Node tool) {
        bar.setTool(tool);
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        bar.focusSearch();
    }

    /** Toggles the chip of a kind: 1 to 4 for A M m D. */
    public void toggleKind(int number) {
        bar.toggleKind(number);
    }

    /** Shows words instead of a tree. */
    public void say(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        table.setVisible(words.isEmpty() && rows != null);
        if (!words.isEmpty()) {
            Job before = filtering;
            if (before != null) {
                before.cancel();
            }
            rows = null;
            filter = null;
            footer.clear();
            tools.follow(null);
            selected.set(null);
        }
    }

    /**
     * Shows a tree.
     *
     * @param here the selected layer, whose chips are marked
     * @param usual the kinds of change that are shown unless a person wants others
     */
    public void show(Changeset changes, int here, Set<Kind> usual) {
        FileFilter kinds = FileFilter.ALL.withKinds(usual);
        FileFilter wanted =
                (bar.wantsAll() ? kinds.withUnchanged(true) : kinds)
                        .withText(bar.text(), FileFilter.Way.NAME);
        table.setHere(here);
        message.setVisible(false);
        FileRows before = rows;
        @Nullable ByteString path = before == null ? wantedPath : selectedPath();
        BitSet open = before == null ? new BitSet() : Reopening.of(before, changes);
        filter(changes, wanted, open, path);
    }

    /**
     * Selects a path as soon as a tree that has it is shown, opening the folders above it, whatever
     * was searched for before.
     */
    public void reveal(ByteString path) {
        bar.clearSearch();
        wantedPath = path;
        FileRows current = rows;
        if (current != null) {
            present(current, path);
        }
    }

    /**
     * Selects the first file whose content changed once the tree asked for last is shown, else the
     * first file.
     */
    public void selectTelling() {
        telling = true;
    }

    private void filter(
            Changeset changes, FileFilter wanted, BitSet open, @Nullable ByteString path) {
        filter = wanted;
        Job before = filtering;
        if (before != null) {
            before.cancel();
        }
        if (changes.size() <= AT_ONCE) {
            present(FileRows.of(changes, wanted, order, open), path);
            return;
        }
        filtering =
                jobs.start(
                        "Filtering " + changes.size() + " paths",
                        progress -> FileRows.of(changes, wanted, order, open),
                        made -> present(made.withOrder(order), path),
                        failure -> {});
    }

    private void present(FileRows rowsMade, @Nullable ByteString path) {
        FileRows before = rows;
        boolean another = before == null || !before.changes().equals(rowsMade.changes());
        boolean unfold =
                another && isChangedOnly(rowsMade) && rowsMade.keptPaths() <= UNFOLDED_AT_ONCE;
        FileRows made = unfold ? rowsMade.withAllOpen(true) : rowsMade;
        int node = path == null ? -1 : made.changes().find(path);
        if (telling && Telling.node(made) >= 0) {
            telling = false;
            node = Telling.node(made);
        }
        FileRows shown = node > 0 && made.rowOf(node) < 0 ? made.withPathOpen(node) : made;
        rows = shown;
        filter = shown.filter();
        showing = true;
        table.show(shown, node > 0 ? node : null);
        showing = false;
        table.setVisible(true);
        bar.show(shown);
        footer.show(shown);
        boolean nothing = shown.size() == 0;
        message.setVisible(nothing);
        if (nothing) {
            message.setText(
                    shown.pathsInScope() == 0
                            ? "This layer changes no files."
                            : "Nothing matches. Clear the search or turn a chip on.");
        }
        onSelect(table.getSelectionModel().getSelectedItem());
        int row = node > 0 ? shown.rowOf(node) : -1;
        if (row > 8) {
            table.scrollTo(row - 8);
        }
    }

    private static boolean isChangedOnly(FileRows made) {
        return !made.filter().kinds().contains(Kind.UNCHANGED);
    }

    private void onSelect(@Nullable FileRow row) {
        if (row != null) {
            wantedPath = row.changes().path(row.node());
        }
        tools.tell(footer::select);
        tools.follow(row);
        selected.set(row == null ? null : new FileSelection(row.changes(), row.node()));
    }

    private void toggle(FileRow row) {
        FileRows current = rows;
        if (current != null) {
            replace(current.withOpen(row.node(), !row.isOpen()), row.node());
        }
    }

    private void selectLayer(int layer) {
        tools.selectLayer(layer);
    }

    /** Selects a folder above the selected path; for the root nothing is, and the top is shown. */
    private void goTo(int node) {
        FileRows current = rows;
        if (current == null) {
            return;
        }
        if (node == 0) {
            table.getSelectionModel().clearSelection();
            table.scrollTo(0);
        } else {
            present(current, current.changes().path(node));
        }
        table.requestFocus();
    }

    /** What menus and keys change of the rows. */
    private final class Changing implements TreeActs.Tree {
        @Override
        public void toggle(FileRow row) {
            FilesPane.this.toggle(row);
        }

        @Override
        public void openBelow(int node, boolean isOpen) {
            FileRows current = rows;
            FileFilter wanted = filter;
            if (current != null && wanted != null) {
                BitSet open = current.openFolders();
                BitSet below = Below.of(current.changes(), node);
                if (isOpen) {
                    open.or(below);
                } else {
                    open.andNot(below);
                }
                filter(current.changes(), wanted, open, selectedPath());
            }
        }

        @Override
        public void filterByOwner(String owner) {
            FileRows current = rows;
            FileFilter wanted = filter;
            if (current != null && wanted != null) {
                filter(
                        current.changes(),
                        wanted.withOwner(owner),
                        current.openFolders(),
                        selectedPath());
            }
        }
    }

    private void sortBy(FileOrder wanted) {
        if (wanted.equals(order)) {
            return;
        }
        order = wanted;
        FileRows current = rows;
        FileRow row = table.getSelectionModel().getSelectedItem();
        if (current != null) {
            replace(current.withOrder(wanted), row == null ? -1 : row.node());
        }
    }

    private void replace(FileRows next, int selectedNode) {
        rows = next;
        showing = true;
        table.show(next, selectedNode < 0 ? null : selectedNode);
        showing = false;
    }

    private void onKinds() {
        FileRows current = rows;
        FileFilter wanted = filter;
        if (current != null && wanted != null) {
            filter(
                    current.changes(),
                    wanted.withKinds(bar.kinds()),
                    current.openFolders(),
                    selectedPath());
        }
    }

    private void onText(String text) {
        FileRows current = rows;
        FileFilter wanted = filter;
        if (current != null && wanted != null) {
            filter(
                    current.changes(),
                    wanted.withText(text, FileFilter.Way.NAME),
                    current.openFolders(),
                    selectedPath());
        }
    }

    private @Nullable ByteString selectedPath() {
        FileRow row = table.getSelectionModel().getSelectedItem();
        return row == null ? wantedPath : row.changes().path(row.node());
    }

    /** Runs an action on every change of the selected path. */
    public void onSelected(Consumer<@Nullable FileSelection> action) {
        selected.addListener((property, before, now) -> action.accept(now));
    }
}
