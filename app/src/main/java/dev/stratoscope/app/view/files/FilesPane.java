package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The file tree with its scope switch, search, chips and footer. Searching runs in the background;
 * the table keeps what it shows until the new rows are there. Lives on the JavaFX thread.
 */
public final class FilesPane extends BorderPane {
    private static final double ROOM_FOR_PATH = 260;

    private final FilesHead head;
    private final FileTable table;
    private final FileTools tools;
    private final FileBar bar;
    private final FileFooter footer;
    private final FileDrop drop;
    private final NothingFound nothing = new NothingFound(this::showHidden, this::showEverything);
    private final Filtering filtering;
    private final OwnerChoice owners;
    private final ShownFiles shown;
    private final FileRequest request;
    private int here = -1;

    /** A path that is selected: a node of a changeset. */
    public record FileSelection(Changeset changes, int node) {}

    /**
     * A pane without a tree.
     *
     * @param scope the scope, shared with the stack
     */
    public FilesPane(JobScope jobs, ObjectProperty<Scope> scope) {
        this(jobs, new ImageHead(scope));
    }

    /** A pane without a tree, of what a head says. */
    public FilesPane(JobScope jobs, FilesHead head) {
        this.head = head;
        footer = new FileFooter(head.hasUnchanged());
        getStyleClass().add("pane");
        table = new FileTable(head, this::toggle, this::sortBy, this::selectLayer);
        drop = new FileDrop(table);
        tools = new FileTools(table, jobs, new Changing(), this::goTo);
        shown = new ShownFiles(table, this::follow);
        FileBar.Wishes wishes =
                new FileBar.Wishes(
                        this::showKinds,
                        this::search,
                        this::step,
                        this::enter,
                        this::lookForOwners);
        bar = new FileBar(head, wishes, new FoldingMenu(this).button());
        filtering = new Filtering(jobs, footer::failed);
        owners = new OwnerChoice(jobs, bar::setOwners);
        request = new FileRequest(head, bar, filtering, shown);
        request.onAnswer(footer::complain, this::tell);
        setTop(bar);
        StackPane body = new StackPane(table, tools.columnsButton(), nothing, drop);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox rowsBelowPath = new VBox(tools.path(), body);
        Focus.prefer(rowsBelowPath, body);
        setCenter(rowsBelowPath);
        setBottom(footer);
        say("");
        heightProperty().addListener((property, before, now) -> fit(now.doubleValue()));
        PaneKeys keys = new PaneKeys(this);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::anywhere);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::inTable);
        table.addEventFilter(KeyEvent.KEY_TYPED, keys::typedInTable);
    }

    /** The selected path; null when there is none. */
    public ObjectProperty<@Nullable FileSelection> selectedProperty() {
        return shown.selectedProperty();
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
        shown.selectedProperty().addListener((property, before, now) -> action.accept(now));
    }

    /** How owners are named: {@code user:group}. */
    public void setOwners(Function<Attributes, String> names) {
        table.setOwners(names);
        filtering.setOwners(names);
        owners.setNames(names);
    }

    /** Gives a column other words for its head. */
    public void setTitle(FileColumn column, String title) {
        table.columns().setTitle(column, title);
    }

    /** Sets which layer is the writable one of a container; -1 for none. */
    public void setWritable(int layer) {
        table.setWritable(layer);
    }

    /** Puts a control at the right end of the bar above the tree. */
    public void setTool(Node tool) {
        bar.setTool(tool);
    }

    /** Puts a node between the bar and the tree, such as what is compared. */
    public void setHeading(Node heading) {
        setTop(new VBox(bar, heading));
    }

    /** Takes files of this machine that are dropped on the rows; null takes none. */
    public void setDrops(@Nullable FileDrops drops) {
        drop.set(drops);
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
        return request.isSearching();
    }

    /** Shows words instead of a tree. */
    public void say(String words) {
        nothing.say(words);
        table.setVisible(words.isEmpty() && shown.rows() != null);
        if (!words.isEmpty()) {
            request.clear();
            shown.clear();
            footer.clear();
            bar.clear();
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
        request.show(changes, usual);
        filtering.rehearse(changes);
    }

    /**
     * Shows a later state of the files that are shown: what is selected, open and in view stays so.
     */
    public void update(Changeset changes, int layer, Set<Kind> usual) {
        here = layer;
        table.setHere(layer);
        nothing.say("");
        request.later(changes, usual);
    }

    /** Draws anew what the rows say. */
    public void refresh() {
        table.refresh();
    }

    /**
     * Selects a path as soon as a tree that has it is shown, opening the folders above it, whatever
     * was searched for before. Where its kind of change is not shown, it is from then on.
     */
    public void reveal(ByteString path) {
        request.reveal(path);
    }

    /**
     * Selects the first file whose content changed once the tree asked for last is shown, else the
     * first file.
     */
    public void selectTelling() {
        shown.wantTelling();
    }

    /** Says that a tree is the one that was asked for last; others are passed on the way to it. */
    public void await(Changeset changes) {
        shown.await(changes);
    }

    /** The tree asked for last is the one that is shown. */
    public void stay() {
        shown.stay(this::tell);
    }

    private void search() {
        request.search();
    }

    private void showKinds(Set<Kind> kinds) {
        request.showKinds(kinds);
    }

    private void showHidden() {
        request.showHidden();
    }

    private void showEverything() {
        request.showEverything();
    }

    private void lookForOwners() {
        FileRows current = shown.rows();
        if (current != null) {
            owners.look(current.changes());
        }
    }

    private void tell(FileRows rows) {
        bar.show(rows);
        if (!request.isWrong()) {
            footer.show(rows, request::showUnchanged, request::showHidden);
        }
        boolean answered = Focus.isIn(nothing);
        nothing.show(rows, head, here);
        if (answered && !nothing.isVisible()) {
            enter();
        }
    }

    private void follow(@Nullable FileRow row) {
        tools.tell(footer::select);
        tools.follow(row);
    }

    /** The path is told in the details, too; rows matter more where there is room for few. */
    private void fit(double height) {
        boolean shown = head.showsPath() && height >= ROOM_FOR_PATH;
        tools.path().setVisible(shown);
        tools.path().setManaged(shown);
    }

    private void toggle(FileRow row) {
        shown.toggle(row);
    }

    private void enter() {
        shown.enter();
    }

    private void selectLayer(int layer) {
        tools.selectLayer(layer);
    }

    /** Selects a folder above the selected path; for the root nothing is, and the top is shown. */
    private void goTo(int node) {
        FileRows current = shown.rows();
        if (current == null) {
            return;
        }
        if (node == 0) {
            shown.goToTop();
        } else {
            shown.show(current, current.changes().path(node), this::tell);
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
        request.sortBy(wanted);
    }

    private void reshape(UnaryOperator<FileRows> change) {
        request.reshape(change);
    }

    private void step(boolean forward) {
        FileRows current = shown.rows();
        if (current == null || !current.filter().isSearching()) {
            bar.focusSearch();
            return;
        }
        String words = shown.step(current, forward);
        if (!words.isEmpty()) {
            footer.say(words);
        }
    }
}
