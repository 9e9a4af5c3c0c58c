package dev.stratoscope.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.ChangesetLines;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What holds for every two stacks, mostly such as have layers in common. */
class ComparisonLawsTest {
    private static final int PAIRS = 3_000;

    @FunctionalInterface
    private interface Law {
        void check(Side before, Side after, TreeDiff whole, String seed) throws IOException;
    }

    @Test
    void aSideIsTheSameAsItselfAndAsItsTwin() throws IOException {
        forAll(
                (before, _, _, seed) -> {
                    for (Side same : List.of(before, Sides.twin(before))) {
                        Comparison none = compare(before, same);
                        assertTrue(none.isEmpty(), seed);
                        assertEquals(1, none.size(), seed);
                        assertEquals(List.of(), none.asLayer(), seed);
                    }
                });
    }

    @Test
    void whatDiffersIsWhatDiffersBetweenTheWholeTrees() throws IOException {
        forAll(
                (before, after, whole, seed) -> {
                    Comparison found = compare(before, Sides.twin(after));
                    assertEquals(differing(whole), differing(found), seed);
                    assertEquals(whole.counts(), found.counts(), seed);
                    assertEquals(whole.kind(0), found.kind(0), seed);
                    assertEquals(whole.timeOnlyDirectories(), found.timeOnlyDirectories(), seed);
                });
    }

    @Test
    void everyNodeSaysWhatTheWholeTreesSay() throws IOException {
        forAll(
                (before, after, whole, seed) -> {
                    Comparison found = compare(before, after);
                    for (int at = 0; at < found.size(); at++) {
                        int in = whole.find(found.path(at));
                        assertEquals(line(whole, in), line(found, at), seed);
                        long more = whole.total(in) - whole.totalBefore(in);
                        assertEquals(more, found.difference(at), seed);
                    }
                });
    }

    @Test
    void nothingIsHeldThatIsNotAboveADifferenceOrANameOfAChangedFile() throws IOException {
        forAll(
                (before, after, _, seed) -> {
                    Comparison found = compare(before, after);
                    Set<ByteString> names = new HashSet<>();
                    for (int at = 1; at < found.size(); at++) {
                        addNames(names, found, at, found.before(at));
                        addNames(names, found, at, found.after(at));
                    }
                    for (int at = 1; at < found.size(); at++) {
                        boolean leaf = found.firstChild(at) == found.endOfChildren(at);
                        assertTrue(
                                !leaf || found.contains(at) || names.contains(found.path(at)),
                                seed + found.path(at));
                    }
                });
    }

    private static void addNames(
            Set<ByteString> names, Changeset changes, int at, @Nullable PathState state) {
        ByteString other = state == null ? null : state.sameAs();
        if (other != null) {
            names.add(other);
            names.add(changes.path(at));
        }
    }

    @Test
    void swappingSidesSwapsKinds() throws IOException {
        forAll(
                (before, after, _, seed) -> {
                    Comparison there = compare(before, after);
                    Comparison back = compare(after, before);
                    assertEquals(there.size(), back.size(), seed);
                    for (int at = 0; at < there.size(); at++) {
                        assertEquals(there.path(at), back.path(at), seed);
                        assertEquals(swapped(there.kind(at)), back.kind(at), seed);
                        assertEquals(there.difference(at), -back.difference(at), seed);
                        assertEquals(there.total(at), back.totalBefore(at), seed);
                    }
                });
    }

    @Test
    void theDifferenceAsALayerIsThatOfTheWholeTrees() throws IOException {
        forAll(
                (before, after, whole, seed) ->
                        assertEquals(whole.asLayer(), compare(before, after).asLayer(), seed));
    }

    @Test
    void theDifferenceAppliedToTheOldSideGivesTheNewOne() throws IOException {
        forAll(
                (before, after, whole, seed) -> {
                    Map<String, String> applied = plain(whole.before());
                    Comparison found = compare(before, after);
                    for (int at = 0; at < found.size(); at++) {
                        String path = found.path(at).toString();
                        PathState now = found.after(at);
                        if (now == null) {
                            applied.remove(path);
                        } else if (found.contains(at)) {
                            applied.put(path, plain(now));
                        }
                    }
                    assertEquals(plain(whole.after()), applied, seed);
                });
    }

    @Test
    void whatIsIgnoredIsAllThatIsMissing() throws IOException {
        Ignored[] choices = {
            Ignored.NOTHING.withTimes(true),
            Ignored.NOTHING.withOwners(true),
            Ignored.NOTHING.withTimes(true).withOwners(true).withOrder(true)
        };
        forAll(
                (before, after, whole, seed) -> {
                    Map<String, String> all = kinds(compare(before, after));
                    for (Ignored ignored : choices) {
                        Map<String, String> expected = new TreeMap<>(all);
                        for (int at = 0; at < whole.size(); at++) {
                            if (whole.kind(at) == Kind.METADATA_ONLY
                                    && isOnly(ignored, whole.before(at), whole.after(at))) {
                                expected.remove(whole.path(at).toString());
                            }
                        }
                        Comparison found = Comparison.of(before, after, ignored, Progress.NONE);
                        assertEquals(expected, kinds(found), seed + ignored);
                        assertEquals(whole.total(0), found.total(0), seed + ignored);
                    }
                });
    }

    private static boolean isOnly(
            Ignored ignored, @Nullable PathState before, @Nullable PathState after) {
        if (before == null || after == null) {
            return false;
        }
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        return old.mode() == now.mode()
                && old.xattrs().equals(now.xattrs())
                && (ignored.times() || old.sameMtime(now))
                && (ignored.owners() || old.sameOwner(now));
    }

    private static Comparison compare(Side before, Side after) throws IOException {
        return Comparison.of(before, after, Ignored.NOTHING, Progress.NONE);
    }

    private static void forAll(Law law) throws IOException {
        int checked = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            List<LayerIndex> one = Sides.random(seed);
            List<LayerIndex> other =
                    seed % 10 < 8 ? Sides.likeness(one, seed) : Sides.random(seed + 1);
            Side before = Sides.of(0, one);
            Side after = Sides.of(0, other);
            FileTree old = tree(one);
            FileTree now = tree(other);
            if (old == null || now == null) {
                assertThrows(ImageFormatException.class, () -> compare(before, after));
                continue;
            }
            law.check(before, after, TreeDiff.between(old, now), "seed " + seed + " ");
            checked++;
        }
        assertTrue(checked > PAIRS / 2, "only " + checked + " pairs without broken links");
    }

    private static @Nullable FileTree tree(List<LayerIndex> layers) throws IOException {
        try {
            return FileTree.merge(layers);
        } catch (ImageFormatException e) {
            return null;
        }
    }

    private static Map<String, String> differing(Changeset changes) {
        Map<String, String> lines = new TreeMap<>();
        for (int at = 0; at < changes.size(); at++) {
            if (changes.kind(at) != Kind.UNCHANGED) {
                lines.put(changes.path(at).toString(), line(changes, at));
            }
        }
        return lines;
    }

    private static Map<String, String> kinds(Changeset changes) {
        Map<String, String> kinds = new TreeMap<>();
        for (int at = 0; at < changes.size(); at++) {
            if (changes.kind(at) != Kind.UNCHANGED) {
                kinds.put(changes.path(at).toString(), changes.kind(at).word());
            }
        }
        return kinds;
    }

    private static String line(Changeset changes, int at) {
        return "%s was %s is %s sums %d %d %s"
                .formatted(
                        changes.kind(at),
                        ChangesetLines.state(changes.before(at)),
                        ChangesetLines.state(changes.after(at)),
                        changes.totalBefore(at),
                        changes.total(at),
                        changes.leadsToChange(at));
    }

    private static Map<String, String> plain(FileTree tree) {
        TreeDiff all = TreeDiff.between(FileTree.EMPTY, tree);
        Map<String, String> plain = new TreeMap<>();
        for (int at = 0; at < all.size(); at++) {
            plain.put(all.path(at).toString(), plain(all.shown(at)));
        }
        return plain;
    }

    /** Which name of a file is shown as the file, and where an entry lies, is left out. */
    private static String plain(PathState state) {
        Attributes said = state.attributes();
        boolean file = state.entry() != null;
        return (file ? "file " + state.entry().digest() : state.type() + " " + said.link())
                + " "
                + Integer.toOctalString(said.mode())
                + " "
                + said.uid()
                + " "
                + said.mtimeSeconds();
    }

    private static Kind swapped(Kind kind) {
        return switch (kind) {
            case ADDED -> Kind.DELETED;
            case DELETED -> Kind.ADDED;
            default -> kind;
        };
    }
}
