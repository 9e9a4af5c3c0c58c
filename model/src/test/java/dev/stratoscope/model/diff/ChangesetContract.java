package dev.stratoscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What holds for every changeset, whatever it is made of. */
public interface ChangesetContract {
    /** Changesets to look at; some with hard links, removals, and changes of every kind. */
    List<Changeset> changesets() throws IOException;

    @Test
    default void nodesAreOneTreeWithSortedChildren() throws IOException {
        for (Changeset changes : changesets()) {
            assertEquals(-1, changes.parent(0));
            int next = 1;
            for (int at = 0; at < changes.size(); at++) {
                assertEquals(next, changes.firstChild(at));
                for (int child = next; child < changes.endOfChildren(at); child++) {
                    assertEquals(at, changes.parent(child));
                    assertTrue(
                            child == next
                                    || changes.name(child - 1).compareTo(changes.name(child)) < 0);
                }
                next = changes.endOfChildren(at);
            }
            assertEquals(changes.size(), next);
        }
    }

    @Test
    default void everyPathIsFoundAtItsNode() throws IOException {
        for (Changeset changes : changesets()) {
            assertEquals(ByteString.EMPTY, changes.path(0));
            assertEquals(0, changes.find(ByteString.EMPTY));
            for (int at = 1; at < changes.size(); at++) {
                String above = changes.path(changes.parent(at)).toString();
                String path = (above.isEmpty() ? "" : above + "/") + changes.name(at);
                assertEquals(path, changes.path(at).toString());
                assertEquals(at, changes.find(changes.path(at)));
                assertEquals(-1, changes.find(ByteString.of(path + "/nothing")));
            }
        }
    }

    @Test
    default void namesAreCopiedInOrder() throws IOException {
        for (Changeset changes : changesets()) {
            byte[] names = new byte[7];
            int[] ends = new int[3];
            for (int at = 0; at < changes.size(); ) {
                int copied = changes.copyNames(at, changes.size(), names, ends);
                assertTrue(copied > 0);
                for (int i = 0; i < copied; i++) {
                    int start = i == 0 ? 0 : ends[i - 1];
                    ByteString name = ByteString.of(names, start, ends[i]);
                    assertEquals(changes.name(at + i), name);
                }
                at += copied;
            }
        }
    }

    @Test
    default void aKindIsThatOfTheTwoStates() throws IOException {
        for (Changeset changes : changesets()) {
            for (int at = 0; at < changes.size(); at++) {
                PathState before = changes.before(at);
                PathState after = changes.after(at);
                if (before == null && after == null) {
                    assertFalse(changes.contains(at));
                    continue;
                }
                assertEquals(before == null, changes.kind(at) == Kind.ADDED);
                assertEquals(after == null, changes.kind(at) == Kind.DELETED);
                assertEquals(after == null ? before : after, changes.shown(at));
                assertEquals(changes.shown(at).type(), changes.type(at));
                if (after == null) {
                    assertNotNull(changes.shown(at).attributes());
                } else {
                    assertEquals(after.layer(), changes.layer(at));
                    assertNull(changes.hiding(at));
                }
            }
        }
    }

    @Test
    default void aHardLinkLeadsToTheFileItSaysItIs() throws IOException {
        for (Changeset changes : changesets()) {
            for (int at = 0; at < changes.size(); at++) {
                PathState after = changes.after(at);
                ByteString other = after == null ? null : after.sameAs();
                assertEquals(after != null && after.type() == EntryType.HARDLINK, other != null);
                if (after != null && other != null) {
                    PathState file = changes.after(changes.find(other));
                    assertNotNull(file);
                    assertNull(file.sameAs());
                    assertEquals(file.entry(), after.entry());
                    assertEquals(file.fileSize(), after.fileSize());
                }
            }
        }
    }

    @Test
    default void pathsAndKindsAreCountedWithoutTheRoot() throws IOException {
        for (Changeset changes : changesets()) {
            Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
            int paths = 0;
            for (int at = 1; at < changes.size(); at++) {
                if (changes.contains(at)) {
                    paths++;
                    kinds.merge(changes.kind(at), 1, Integer::sum);
                }
            }
            assertEquals(paths, changes.paths());
            assertEquals(
                    new ChangeCounts(
                            kinds.getOrDefault(Kind.ADDED, 0),
                            kinds.getOrDefault(Kind.MODIFIED, 0),
                            kinds.getOrDefault(Kind.METADATA_ONLY, 0),
                            kinds.getOrDefault(Kind.DELETED, 0)),
                    changes.counts());
        }
    }

    @Test
    default void whatLeadsToAChangeHasOneBelow() throws IOException {
        for (Changeset changes : changesets()) {
            boolean[] leads = new boolean[changes.size()];
            for (int at = changes.size() - 1; at > 0; at--) {
                leads[at] |= changes.contains(at) && changes.kind(at) != Kind.UNCHANGED;
                leads[changes.parent(at)] |= leads[at];
                assertEquals(leads[at], changes.leadsToChange(at));
            }
            assertEquals(leads[0], changes.leadsToChange(0));
        }
    }

    @Test
    default void totalsAreThoseOfWhatIsContained() throws IOException {
        for (Changeset changes : changesets()) {
            long[] totals = new long[changes.size()];
            for (int at = changes.size() - 1; at >= 0; at--) {
                totals[at] += changes.contains(at) ? ownSize(changes.after(at)) : 0;
                assertEquals(totals[at], changes.total(at), changes.path(at).toString());
                if (at > 0) {
                    totals[changes.parent(at)] += totals[at];
                }
            }
        }
    }

    private static long ownSize(@Nullable PathState state) {
        if (state == null) {
            return 0;
        }
        return switch (state.type()) {
            case FILE -> state.fileSize();
            case SYMLINK -> state.attributes().link().length();
            default -> 0;
        };
    }
}
