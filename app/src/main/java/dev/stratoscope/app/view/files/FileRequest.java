package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a person asks of the tree: kinds of change, a search, an order, one path. The answer is made
 * in the background and shown when it is there. Lives on the JavaFX thread.
 */
final class FileRequest {
    private final FilesHead head;
    private final FileBar bar;
    private final Filtering filtering;
    private final ShownFiles shown;
    private final KindChoice chosen = new KindChoice();
    private Consumer<String> complaining = words -> {};
    private Consumer<FileRows> told = rows -> {};
    private @Nullable FileFilter filter;
    private FileOrder order;
    private @Nullable ByteString revealed;

    /** Asks for nothing yet. */
    FileRequest(FilesHead head, FileBar bar, Filtering filtering, ShownFiles shown) {
        this.head = head;
        FileColumn by = head.sortedBy();
        order = by == null ? FileOrder.BY_NAME : new FileOrder(by.by(), true);
        this.bar = bar;
        this.filtering = filtering;
        this.shown = shown;
    }

    /** Sets what is told why a search cannot be done, and what is told the rows shown. */
    void onAnswer(Consumer<String> complain, Consumer<FileRows> tell) {
        complaining = complain;
        told = tell;
    }

    /** Whether a text, a size or an owner is searched for. */
    boolean isSearching() {
        FileFilter wanted = filter;
        return wanted != null && wanted.isSearching();
    }

    /** Whether what is searched for cannot be understood. */
    boolean isWrong() {
        FileFilter wanted = filter;
        return wanted != null && !wanted.complaint().isEmpty();
    }

    /** Asks for nothing any more, as there is no tree. */
    void clear() {
        filtering.cancel();
        filter = null;
    }

    /** Asks the same of another tree; {@code usual} kinds where nobody chose. */
    void show(Changeset changes, Set<Kind> usual) {
        FileFilter kinds = FileFilter.ALL.withKinds(chosen.in(head.scope(), usual));
        FileRows before = shown.rows();
        BitSet open = before == null ? new BitSet() : Reopening.of(before, changes);
        filter(changes, bar.filter(kinds), open, shown.path());
    }

    /** Asks the same of a later state of the same files: nothing on the screen moves for it. */
    void later(Changeset changes, Set<Kind> usual) {
        FileRows before = shown.rows();
        FileFilter wanted = filter;
        if (before == null || wanted == null) {
            show(changes, usual);
            return;
        }
        shown.later(changes);
        filter(changes, wanted, Reopening.later(before, changes), shown.path());
    }

    /** Asks for a path, whatever was searched for before and whichever kinds are shown. */
    void reveal(ByteString path) {
        FileFilter wanted = filter;
        boolean searching = isSearching();
        shown.want(path);
        revealed = path;
        bar.clearSearch();
        FileRows current = shown.rows();
        if (current != null && wanted != null && searching) {
            filter(current.changes(), bar.filter(wanted), current.openFolders(), path);
        } else if (current != null) {
            present(current, path);
        }
    }

    /** Searches for what the bar says now. */
    void search() {
        FileFilter wanted = filter;
        if (wanted != null) {
            refilter(bar.filter(wanted));
        }
    }

    /** Shows other kinds of change, in this scope from now on. */
    void showKinds(Set<Kind> kinds) {
        FileFilter wanted = filter;
        if (wanted != null) {
            revealed = null;
            chosen.choose(head.scope(), kinds);
            refilter(wanted.withKinds(kinds));
        }
    }

    /** Turns on the kinds of those matches that are left out. */
    void showHidden() {
        FileRows current = shown.rows();
        if (current != null) {
            showKinds(KindChoice.withHidden(current));
        }
    }

    /** Turns on unchanged paths. */
    void showUnchanged() {
        FileFilter wanted = filter;
        if (wanted != null) {
            showKinds(wanted.withUnchanged(true).kinds());
        }
    }

    /** Ends a search; without one turns on every kind. */
    void showEverything() {
        FileFilter wanted = filter;
        if (wanted != null && !wanted.isSearching()) {
            showKinds(EnumSet.allOf(Kind.class));
        } else {
            bar.clearSearch();
            search();
        }
    }

    private void refilter(FileFilter wanted) {
        FileRows current = shown.rows();
        if (current != null && !wanted.equals(filter)) {
            filter(current.changes(), wanted, current.openFolders(), shown.path());
        }
    }

    private void filter(
            Changeset changes, FileFilter wanted, BitSet open, @Nullable ByteString path) {
        filter = wanted;
        String wrong = wanted.complaint();
        bar.setInvalid(!wrong.isEmpty());
        if (!wrong.isEmpty()) {
            filtering.cancel();
            complaining.accept(wrong);
            FileRows current = shown.rows();
            if (current != null && current.changes().equals(changes)) {
                return;
            }
        }
        FileFilter possible = wrong.isEmpty() ? wanted : wanted.withText("", FileFilter.Way.NAME);
        filtering.filter(changes, possible, order, open, made -> present(made, path));
    }

    private void present(FileRows made, @Nullable ByteString path) {
        ByteString wished = revealed;
        boolean wishes = wished != null && path != null && wished.equals(path);
        if (!wishes) {
            revealed = null;
        }
        Kind hidden = wishes && path != null ? hiding(made, path) : null;
        FileFilter wanted = filter;
        if (hidden != null && wanted != null) {
            Set<Kind> kinds = EnumSet.of(hidden);
            kinds.addAll(wanted.kinds());
            filter(made.changes(), wanted.withKinds(kinds), made.openFolders(), path);
        } else {
            shown.show(made, path, told);
        }
    }

    /** The kind that has to be turned on for a path to be shown; null when none has. */
    private static @Nullable Kind hiding(FileRows rows, ByteString path) {
        Changeset changes = rows.changes();
        int node = changes.find(path);
        if (node <= 0 || !changes.contains(node) || rows.isKept(node)) {
            return null;
        }
        return rows.filter().kinds().contains(changes.kind(node)) ? null : changes.kind(node);
    }

    /** Orders siblings otherwise. */
    void sortBy(FileOrder wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            reshape(all -> all.withOrder(wanted));
        }
    }

    /** Changes the rows in the background: opens folders, or orders them. */
    void reshape(UnaryOperator<FileRows> change) {
        FileRows current = shown.rows();
        if (current != null) {
            filtering.reshape(current, change, shown::reshape);
        }
    }
}
