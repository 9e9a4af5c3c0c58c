package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The file tree with its scope switch, search, chips and footer. Searching runs in the background;
 * the table keeps what it shows until the new rows are there. Lives on the JavaFX thread.
 */
public final class FilesPane extends BorderPane {
    private final ObjectProperty<Scope> scope;
    private final FileTable table;
    private final FileTools tools;
    private final FileBar bar;
    private final FileFooter footer = new FileFooter();
    private final NothingFound nothing = new NothingFound(this::showHidden, this::showEverything);
    private final Filtering filtering;
    private final OwnerChoice owners;
    private final ObjectProperty<@Nullable FileSelection> selected =
            new SimpleObjectProperty<>(null);
    private final KindChoice chosen = new KindChoice();
    private final Stepping stepping = new Stepping();
    private @Nullable FileRows rows;
    private @Nullable FileFilter filter;
    private FileOrder order = FileOrder.BY_NAME;
    private int here = -1;
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
        this.scope = scope;
        getStyleClass().add("pane");
        table = new FileTable(this::toggle, this::sortBy, this::selectLayer);
        tools = new FileTools(table, jobs, new Changing(), this::goTo);
        FileBar.Wishes wishes =
                new FileBar.Wishes(
                        this::showKinds,
                        this::search,
                        this::step,
                        this::enterTable,
                        this::lookForOwners);
        bar = new FileBar(scope, wishes, new FoldingMenu(this));
        filtering = new Filtering(jobs, footer::failed);
        owners = new OwnerChoice(jobs, bar::setOwners);
        setTop(bar);
        StackPane body = new StackPane(table, tools.columnsButton(), nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox rowsBelowPath = new VBox(tools.path(), body);
        Focus.prefer(rowsBelowPath, body);
        setCenter(rowsBelowPath);
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
        PaneKeys keys = new PaneKeys(this);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::anywhere);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::inTable);
        table.addEventFilter(KeyEvent.KEY_TYPED, keys::typedInTable);
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

    /** Runs an action on every change of the selected path. */
    public void onSelected(Consumer<@Nullable FileSelection> action) {
        selected.addListener((property, before, now) -> action.accept(now));
    }

    /** How owners are named: {@code user:group}. */
    public void setOwners(Function<Attributes, String> names) {
        table.setOwners(names);
        filtering.setOwners(names);
        owners.setNames(names);
    }

    /** Puts a control at the right end of the bar above the tree. */
    public void setTool(Node tool) {
        bar.setTool(tool);
    }

    /** Puts a node between the bar and the tree, such as what is compared. */
    public void setHeading(Node heading) {
        setTop(new VBox(bar, heading));
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        bar.focusSearch();
    }

    /** Empties the search field and asks for no size and no owner any more. */
    public void clearSearch() {
        bar.clearSearch();
        search();
    }

    /** Toggles the chip of a kind: 1 to 4 for A M m D. */
    public void toggleKind(int number) {
        bar.toggleKind(number);
    }

    /** Opens every folder. */
    public void expandAll() {
        reshape(all -> all.withAllOpen(true));
    }

    /** Opens the selected folder and every one below it. */
    public void expandBelow() {
        FileRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            reshape(all -> all.withAllOpenBelow(row.node()));
        }
    }

    /** Closes every folder; the topmost one above the selected path is selected. */
    public void collapseAll() {
        reshape(all -> all.withAllOpen(false));
    }

    /** Closes every folder that does not lead to a path that differs. */
    public void collapseToChanges() {
        reshape(FileRows::withChangesOpen);
    }

    /** Selects the next path that a search found; without a search, goes to the search field. */
    public void findNext() {
        step(true);
    }

    /** Selects the previous path that a search found. */
    public void findPrevious() {
        step(false);
    }

    /** Sorts by a column, numbers from the largest down; by the same again, the other way round. */
    public void sortBy(FileColumn column) {
        table.columns().sortBy(column);
    }

    /** Sorts by name, folders first. */
    public void sortByName() {
        table.getSortOrder().clear();
    }

    /** Whether a text, a size or an owner is searched for. */
    boolean isSearching() {
        FileFilter wanted = filter;
        return wanted != null && wanted.isSearching();
    }

    /** Shows words instead of a tree. */
    public void say(String words) {
        nothing.say(words);
        table.setVisible(words.isEmpty() && rows != null);
        if (!words.isEmpty()) {
            filtering.cancel();
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
     * @param layer the selected layer, whose chips are marked
     * @param usual the kinds of change that are shown unless a person wants others in this scope
     */
    public void show(Changeset changes, int layer, Set<Kind> usual) {
        here = layer;
        table.setHere(layer);
        nothing.say("");
        FileFilter kinds = FileFilter.ALL.withKinds(chosen.in(scope.get(), usual));
        FileRows before = rows;
        BitSet open = before == null ? new BitSet() : Reopening.of(before, changes);
        filter(changes, bar.filter(kinds), open, before == null ? wantedPath : selectedPath());
    }

    /**
     * Selects a path as soon as a tree that has it is shown, opening the folders above it, whatever
     * was searched for before.
     */
    public void reveal(ByteString path) {
        FileFilter wanted = filter;
        boolean searching = wanted != null && wanted.isSearching();
        wantedPath = path;
        bar.clearSearch();
        FileRows current = rows;
        if (current != null && wanted != null && searching) {
            filter(current.changes(), bar.filter(wanted), current.openFolders(), path);
        } else if (current != null) {
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

    private void search() {
        FileFilter wanted = filter;
        if (wanted != null) {
            refilter(bar.filter(wanted));
        }
    }

    private void enterTable() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && rows != null) {
            table.getSelectionModel().select(0);
        }
    }

    private void lookForOwners() {
        FileRows current = rows;
        if (current != null) {
            owners.look(current.changes());
        }
    }

    private void showKinds(Set<Kind> kinds) {
        FileFilter wanted = filter;
        if (wanted != null) {
            chosen.choose(scope.get(), kinds);
            refilter(wanted.withKinds(kinds));
        }
    }

    /** Turns on the kinds of those matches that are left out. */
    private void showHidden() {
        FileRows current = rows;
        if (current != null) {
            showKinds(KindChoice.withHidden(current));
        }
    }

    private void showUnchanged() {
        FileFilter wanted = filter;
        if (wanted != null) {
            showKinds(wanted.withUnchanged(true).kinds());
        }
    }

    private void showEverything() {
        FileFilter wanted = filter;
        if (wanted != null && !wanted.isSearching()) {
            showKinds(EnumSet.allOf(Kind.class));
        } else {
            clearSearch();
        }
    }

    private void refilter(FileFilter wanted) {
        FileRows current = rows;
        if (current != null && !wanted.equals(filter)) {
            filter(current.changes(), wanted, current.openFolders(), selectedPath());
        }
    }

    private void filter(
            Changeset changes, FileFilter wanted, BitSet open, @Nullable ByteString path) {
        filter = wanted;
        String wrong = wanted.complaint();
        bar.setInvalid(!wrong.isEmpty());
        if (!wrong.isEmpty()) {
            filtering.cancel();
            footer.complain(wrong);
            FileRows current = rows;
            if (current != null && current.changes().equals(changes)) {
                return;
            }
        }
        FileFilter possible = wrong.isEmpty() ? wanted : wanted.withText("", FileFilter.Way.NAME);
        filtering.filter(changes, possible, order, open, made -> present(made, path));
    }

    private void present(FileRows made, @Nullable ByteString path) {
        FileRows before = rows;
        ScrollPlace place = before == null ? null : ScrollPlace.of(table, before);
        boolean another = before == null || !before.changes().equals(made.changes());
        boolean others =
                before == null || another || !before.filter().kinds().equals(made.filter().kinds());
        boolean unfold = others && made.isFewChanges();
        FileRows shown = unfold ? made.unfolded() : made;
        int node = path == null ? -1 : shown.changes().find(path);
        int tells = telling ? Telling.node(shown) : -1;
        if (tells >= 0) {
            telling = false;
            node = tells;
            place = null;
        }
        if (node > 0 && shown.isKept(node)) {
            shown = shown.withPathOpen(node);
        }
        boolean moved = before == null || before.rowOf(node) < 0;
        replace(shown, node);
        table.setVisible(true);
        bar.show(shown);
        if (filter == null || filter.complaint().isEmpty()) {
            footer.show(shown, this::showUnchanged, this::showHidden);
        }
        boolean answered = Focus.isIn(nothing);
        nothing.show(shown, scope.get(), here);
        if (answered && !nothing.isVisible()) {
            enterTable();
        }
        onSelect(table.getSelectionModel().getSelectedItem());
        int row = shown.rowOf(node);
        if (place != null && !(moved && row >= 0)) {
            place.restore(table, shown);
        } else if (row > 8) {
            table.scrollTo(row - 8);
        }
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
            reshape(all -> isOpen ? all.withAllOpenBelow(node) : all.withAllClosedBelow(node));
        }

        @Override
        public void filterByOwner(String owner) {
            bar.setOwner(owner);
            search();
        }
    }

    private void sortBy(FileOrder wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            reshape(all -> all.withOrder(wanted));
        }
    }

    private void reshape(UnaryOperator<FileRows> change) {
        FileRows current = rows;
        if (current != null) {
            filtering.reshape(
                    current,
                    change,
                    made -> {
                        ScrollPlace place = ScrollPlace.of(table, current);
                        FileRow row = table.getSelectionModel().getSelectedItem();
                        int node = row == null ? -1 : made.shownAbove(row.node());
                        replace(made, node);
                        onSelect(table.getSelectionModel().getSelectedItem());
                        if (place != null) {
                            place.restore(table, made);
                        }
                    });
        }
    }

    private void replace(FileRows next, int selectedNode) {
        rows = next;
        showing = true;
        table.show(next, selectedNode < 0 ? null : selectedNode);
        showing = false;
    }

    private void step(boolean forward) {
        FileRows current = rows;
        if (current == null || !current.filter().isSearching()) {
            bar.focusSearch();
            return;
        }
        Stepping.Step step =
                stepping.step(current, table.getSelectionModel().getSelectedIndex(), forward);
        if (step != null) {
            replace(step.rows(), step.node());
            onSelect(table.getSelectionModel().getSelectedItem());
            footer.say(step.words());
            ScrollPlace.reveal(table, step.rows().rowOf(step.node()));
        }
    }

    private @Nullable ByteString selectedPath() {
        FileRow row = table.getSelectionModel().getSelectedItem();
        return row == null ? wantedPath : row.changes().path(row.node());
    }
}
