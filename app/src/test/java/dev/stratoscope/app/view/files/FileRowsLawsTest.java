package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** What rows show is what looking at every path of a changeset, one by one, comes to. */
final class FileRowsLawsTest {
    private static final int FILTERS = 40;
    private static final int STEPS = 12;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsAreThoseThatEveryPathByItselfComesTo(long seed) throws IOException {
        Random random = new Random(seed);
        for (Changeset changes : RandomImage.changesets(folder, random)) {
            checkShortcuts(changes);
            for (int turn = 0; turn < FILTERS; turn++) {
                check(changes, filter(random), random);
            }
        }
    }

    /** What a changeset tells without looking at all nodes is what looking at them tells. */
    private static void checkShortcuts(Changeset changes) {
        Naive everything = new Naive(changes, FileFilter.ALL);
        List<Integer> changed = new ArrayList<>();
        for (int at = 1; at < changes.size(); at++) {
            assertEquals(everything.isKept(at), changes.leadsToContained(at), "node " + at);
            if (changes.contains(at) && changes.kind(at) != Kind.UNCHANGED) {
                changed.add(at);
            }
        }
        assertEquals(changed, changes.changed().boxed().toList());
    }

    private static void check(Changeset changes, FileFilter filter, Random random)
            throws IOException {
        Naive naive = new Naive(changes, filter);
        BitSet own = new BitSet();
        for (int i = 0; i < changes.size() / 3; i++) {
            own.set(random.nextInt(changes.size()));
        }
        FileRows rows = FilteredRows.of(changes, filter, own);
        BitSet open = (BitSet) own.clone();
        open.or(naive.leading());
        String what = filter + " of " + changes.size();
        assertEquals(naive.rows(open), shown(rows), what);
        assertEquals(naive.matches(), rows.matches(), what);
        for (int step = 0; step < STEPS && rows.size() > 0; step++) {
            int node = rows.node(random.nextInt(rows.size()));
            boolean opens = !rows.isOpen(node);
            open.set(node, opens);
            own.set(node, opens);
            rows = rows.withOpen(node, opens);
            assertEquals(naive.rows(open), shown(rows), "after a folder, " + what);
            assertEquals(own, rows.openFolders(), what);
        }
        rows = rows.withAllOpen(true);
        open.set(0, changes.size());
        assertEquals(naive.rows(open), shown(rows), "all open, " + what);
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            assertEquals(row, rows.rowOf(node), what);
            assertEquals(naive.hasChildren(node), rows.hasChildren(node), what);
        }
        assertEquals(naive.rows(new BitSet()), shown(rows.withAllOpen(false)), "closed, " + what);
        if (rows.size() > 0) {
            int node = rows.node(random.nextInt(rows.size()));
            BitSet above = new BitSet();
            for (int up = changes.parent(node); up > 0; up = changes.parent(up)) {
                above.set(up);
            }
            FileRows path = rows.withAllOpen(false).withPathOpen(node);
            assertEquals(naive.rows(above), shown(path), "a path, " + what);
            FileRows below = rows.withAllOpen(false).withPathOpen(node).withAllOpenBelow(node);
            for (int at = 1; at < changes.size(); at++) {
                for (int up = at; up > 0; up = changes.parent(up)) {
                    if (up == node) {
                        above.set(at);
                    }
                }
            }
            assertEquals(naive.rows(above), shown(below), "below, " + what);
        }
    }

    private static List<String> shown(FileRows rows) {
        List<String> shown = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            shown.add(rows.depth(row) + " " + rows.changes().path(rows.node(row)));
        }
        return shown;
    }

    private static FileFilter filter(Random random) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (random.nextInt(3) > 0) {
                kinds.add(kind);
            }
        }
        FileFilter filter = FileFilter.ALL.withKinds(kinds);
        return switch (random.nextInt(6)) {
            case 0 -> filter.withText("b", FileFilter.Way.NAME);
            case 1 -> filter.withText("a*", FileFilter.Way.NAME);
            case 2 -> filter.withText("/a/.*c$", FileFilter.Way.REGEX);
            case 3 -> filter.withSizes(random.nextInt(30), 30 + random.nextInt(60));
            default -> filter;
        };
    }

    /** Looks at every path. */
    private record Naive(Changeset changes, FileFilter filter) {
        boolean isWanted(int at) {
            if (!changes.contains(at) || !filter.kinds().contains(changes.kind(at))) {
                return false;
            }
            String path = "/" + changes.path(at);
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean named =
                    switch (filter.text()) {
                        case "" -> true;
                        case "b" -> name.contains("b");
                        case "a*" -> name.startsWith("a");
                        default -> path.contains("/a/") && path.endsWith("c");
                    };
            long size =
                    changes.kind(at) == Kind.DELETED
                            ? Math.max(changes.totalBefore(at), changes.shown(at).fileSize())
                            : changes.total(at);
            return named && size >= filter.smallest() && size <= filter.largest();
        }

        boolean isKept(int at) {
            return isWanted(at) || hasChildren(at);
        }

        boolean hasChildren(int at) {
            for (int child = changes.firstChild(at); child < changes.endOfChildren(at); child++) {
                if (isKept(child)) {
                    return true;
                }
            }
            return false;
        }

        int matches() {
            int count = 0;
            for (int at = 1; at < changes.size(); at++) {
                count += isWanted(at) ? 1 : 0;
            }
            return count;
        }

        BitSet leading() {
            BitSet leading = new BitSet();
            for (int at = 1; at < changes.size() && filter.isSearching(); at++) {
                leading.set(at, hasChildren(at));
            }
            return leading;
        }

        List<String> rows(BitSet open) {
            List<String> rows = new ArrayList<>();
            list(0, 0, open, rows);
            return rows;
        }

        private void list(int folder, int depth, BitSet open, List<String> rows) {
            for (boolean folders : new boolean[] {true, false}) {
                for (int at = changes.firstChild(folder);
                        at < changes.endOfChildren(folder);
                        at++) {
                    if (isKept(at) && folders == isFolder(at)) {
                        rows.add(depth + " " + changes.path(at));
                        if (open.get(at)) {
                            list(at, depth + 1, open, rows);
                        }
                    }
                }
            }
        }

        private boolean isFolder(int at) {
            return changes.type(at) == EntryType.DIRECTORY;
        }
    }
}
