package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.tree.Attributes;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What menus and keys do with the selected rows of a file table. On the JavaFX thread. */
final class TreeActs {
    /** More paths than this are put into words in the background. */
    private static final int AT_ONCE = 2_000;

    private final FileTable table;
    private final JobScope jobs;
    private final Tree tree;
    private FileActs acts = FileActs.NONE;

    /** What changes which rows there are. */
    interface Tree {
        /** Opens or closes a folder. */
        void toggle(FileRow row);

        /** Opens or closes a folder with all below it. */
        void openBelow(int node, boolean isOpen);

        /** Leaves out what does not belong to an owner: {@code uid:gid}. */
        void filterByOwner(String owner);
    }

    TreeActs(FileTable table, JobScope jobs, Tree tree) {
        this.table = table;
        this.jobs = jobs;
        this.tree = tree;
    }

    void set(FileActs others) {
        acts = others;
    }

    /** The row that was selected last; null when there is none. */
    @Nullable FileRow row() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** What the layer of a row is called. */
    String layerName(FileRow row) {
        return table.layerName(row.layer());
    }

    /** The nodes of all selected rows, from top to bottom. */
    List<Integer> selected() {
        List<Integer> nodes = new ArrayList<>();
        for (FileRow row : table.getSelectionModel().getSelectedItems()) {
            if (row != null) {
                nodes.add(row.node());
            }
        }
        return nodes;
    }

    /** The same as values that outlive the rows. */
    List<FileSelection> selections() {
        FileRow row = row();
        return row == null
                ? List.of()
                : selected().stream().map(node -> new FileSelection(row.changes(), node)).toList();
    }

    /** Opens a folder or closes it; looks into all else. */
    void enter() {
        FileRow row = row();
        if (row != null && row.hasChildren()) {
            tree.toggle(row);
        } else {
            look(true);
        }
    }

    void toggle() {
        with(tree::toggle);
    }

    void openBelow(boolean isOpen) {
        with(row -> tree.openBelow(row.node(), isOpen));
    }

    void look(boolean large) {
        with(row -> acts.lookInto(selection(row), large));
    }

    void space() {
        with(row -> acts.space(selections()));
    }

    /** What else can be done with the selected paths. */
    List<Act> more() {
        return row() == null ? List.of() : acts.more(selections());
    }

    FileActs acts() {
        return acts;
    }

    void showTouches() {
        with(row -> acts.showTouches(selection(row)));
    }

    void selectLayer(int layer) {
        if (layer >= 0) {
            acts.selectLayer(layer);
        }
    }

    void extract() {
        with(row -> acts.extract(selections()));
    }

    List<Path> files() {
        return row() == null ? List.of() : acts.files(selections());
    }

    void filterByOwner() {
        with(row -> tree.filterByOwner(FileText.numbers(row.attributes())));
    }

    /** The owner of a row, by name. */
    String owner(FileRow row) {
        return FileText.of(FileColumn.OWNER, row, table.owners());
    }

    void copyPaths() {
        copy(FileCopy::paths);
    }

    void copyNames() {
        copy(FileCopy::names);
    }

    void copyTable() {
        List<FileColumn> columns = table.columns().visible();
        Function<Attributes, String> owners = table.owners();
        copy(copy -> copy.table(columns, owners));
    }

    void copyJson() {
        copy(FileCopy::json);
    }

    private void copy(Function<FileCopy, String> words) {
        FileRow row = row();
        if (row == null) {
            return;
        }
        FileCopy copy = new FileCopy(row.rows(), selected());
        Supplier<String> text = () -> words.apply(copy);
        if (copy.nodes().size() <= AT_ONCE) {
            Actions.copy(text.get());
            return;
        }
        jobs.start(
                String.format("Copying %,d paths", copy.nodes().size()),
                progress -> text.get(),
                Actions::copy,
                failure -> {
                    if (!(failure instanceof CancellationException)) {
                        Notices.from(table).say(Problems.of("", failure).reason());
                    }
                });
    }

    private void with(Consumer<FileRow> action) {
        FileRow row = row();
        if (row != null) {
            action.accept(row);
        }
    }

    private static FileSelection selection(FileRow row) {
        return new FileSelection(row.changes(), row.node());
    }
}
