package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Scrutiny;
import dev.stratoscope.model.tree.StackEntry;
import dev.stratoscope.model.tree.TreePair;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.List;

/**
 * How the files of two sides differ. Contains the paths that differ; has nodes as well for the
 * folders above them, and for the other names of files that several paths are names of where those
 * names changed. Nothing is held of what is the same, and layers that both sides have are not gone
 * through: {@link TreePair} says how. A layer of a path is numbered as in the image it is of.
 *
 * <p>A directory of which only the time differs, mostly since something in it was added or removed,
 * is {@link Kind#METADATA_ONLY} like any other path; {@link #timeOnlyDirectories} says how many of
 * those there are and {@link #isTimeOnlyDirectory} which, so that they can be told apart.
 */
public final class Comparison implements Changeset {
    private final TreeDiff diff;
    private final List<LayerIndex> oldLayers;
    private final int lowestBefore;
    private final int lowestAfter;
    private final Moves moves;
    private volatile @Nullable FolderCounts folderCounts;
    private volatile @Nullable OldTotals oldTotals;

    private Comparison(Side before, Side after, TreeDiff diff, Moves moves) {
        this.diff = diff;
        this.oldLayers = before.layers();
        this.lowestBefore = before.lowest();
        this.lowestAfter = after.lowest();
        this.moves = moves;
    }

    /**
     * Compares two sides. The work and the memory grow with what the layers say that only one side
     * has, and with what differs, but not with what both have in common.
     *
     * @param progress advanced by the paths that were looked at
     * @throws ImageFormatException when hard links' targets are in none of a side's layers
     * @throws InterruptedIOException when cancelled
     */
    public static Comparison of(Side before, Side after, Ignored ignored, Progress progress)
            throws ImageFormatException, InterruptedIOException {
        Scrutiny scrutiny = ignored.scrutiny();
        TreePair pair =
                TreePair.ofDifferences(
                        new TreePair.Stack(before.layers(), before.diffIds()),
                        new TreePair.Stack(after.layers(), after.diffIds()),
                        judge(scrutiny, progress));
        progress.advance(0);
        TreeDiff diff = TreeDiff.between(pair.before(), pair.after(), scrutiny);
        return new Comparison(before, after, diff, Moves.of(diff, progress));
    }

    private static TreePair.Judge judge(Scrutiny scrutiny, Progress progress) {
        return new TreePair.Judge() {
            @Override
            public boolean isSame(StackEntry before, StackEntry after) {
                return Kind.between(before, after, scrutiny) == Kind.UNCHANGED;
            }

            @Override
            public void looked(int paths) throws InterruptedIOException {
                progress.advance(paths);
            }
        };
    }

    /** Whether no path differs, nor the root. */
    public boolean isEmpty() {
        return kind(0) == Kind.UNCHANGED && paths() == 0;
    }

    @Override
    public int size() {
        return diff.size();
    }

    @Override
    public int parent(int at) {
        return diff.parent(at);
    }

    @Override
    public int firstChild(int at) {
        return diff.firstChild(at);
    }

    @Override
    public int endOfChildren(int at) {
        return diff.endOfChildren(at);
    }

    /** Whether the path differs. */
    @Override
    public boolean contains(int at) {
        return kind(at) != Kind.UNCHANGED;
    }

    @Override
    public boolean leadsToContained(int at) {
        return contains(at) || leadsToChange(at);
    }

    @Override
    public Kind kind(int at) {
        return diff.kind(at);
    }

    @Override
    public boolean leadsToChange(int at) {
        return diff.leadsToChange(at);
    }

    @Override
    public @Nullable PathState before(int at) {
        return SideState.of(diff.before(at), lowestBefore);
    }

    @Override
    public @Nullable PathState after(int at) {
        return SideState.of(diff.after(at), lowestAfter);
    }

    /**
     * The layer that brought what is shown; of a deleted path the old side's. As in that side's
     * image, from 0 at the bottom; -1 when no layer speaks of it.
     */
    @Override
    public int layer(int at) {
        return shown(at).layer();
    }

    /** Never known: what removed a path is in neither image. */
    @Override
    public @Nullable Hiding hiding(int at) {
        return null;
    }

    /**
     * The old path of a file that was added and has the bytes of a deleted one, or of a folder that
     * was added and at least half of whose files come from the same places below one deleted
     * folder; also of what such a folder brought along. No deleted path is the source of two. Files
     * that are empty, and hollow ones, which have no digest, only come along with folders.
     */
    @Override
    public @Nullable ByteString movedFrom(int at) {
        int source = moves.source(at);
        return source < 0 ? null : diff.path(source);
    }

    @Override
    public ByteString name(int at) {
        return diff.name(at);
    }

    @Override
    public int copyNames(int from, int to, byte[] into, int[] ends) {
        return diff.copyNames(from, to, into, ends);
    }

    @Override
    public ByteString path(int at) {
        return diff.path(at);
    }

    /**
     * The bytes that the new side has at a path and below it, what is the same on both sides
     * included; as docker counts. The first call lays all layers of the old side over each other,
     * see {@link #prepare}.
     */
    @Override
    public long total(int at) {
        return totalBefore(at) + difference(at);
    }

    /** As {@link #total}, of the old side. */
    @Override
    public long totalBefore(int at) {
        return old().bytes(at);
    }

    private OldTotals old() {
        OldTotals known = oldTotals;
        if (known == null) {
            known = OldTotals.of(diff, oldLayers);
            oldTotals = known;
        }
        return known;
    }

    /** The number of all paths of the old side, the root left out; see {@link #prepare}. */
    public int pathsBefore() {
        return old().paths();
    }

    /** As {@link #pathsBefore}, of the new side. */
    public int pathsAfter() {
        return pathsBefore() + counts().added() - counts().deleted();
    }

    /**
     * The number of regular files that have the same content at the same path on both sides; see
     * {@link #prepare}.
     */
    public int commonFiles() {
        return old().commonFiles();
    }

    /**
     * By how many bytes the new side has more at a path and below it than the old one; negative
     * when it has fewer. As docker counts: regular files once whatever their names. Known at once.
     */
    public long difference(int at) {
        return diff.total(at) - diff.totalBefore(at);
    }

    /** The number of paths that differ, the root left out. */
    @Override
    public int paths() {
        ChangeCounts counts = counts();
        return counts.added() + counts.modified() + counts.metadataOnly() + counts.deleted();
    }

    @Override
    public ChangeCounts counts() {
        return diff.counts();
    }

    /** The numbers of paths by kind below a folder, itself left out. Known at once. */
    public ChangeCounts counts(int at) {
        FolderCounts known = folderCounts;
        if (known == null) {
            known = FolderCounts.of(diff);
            folderCounts = known;
        }
        return known.below(at);
    }

    /**
     * How many of the metadata-only paths are directories whose time alone differs: the shadow of a
     * change inside.
     */
    public int timeOnlyDirectories() {
        return diff.timeOnlyDirectories();
    }

    /** Whether a path is one of {@link #timeOnlyDirectories}. */
    public boolean isTimeOnlyDirectory(int at) {
        return diff.isTimeOnlyDirectory(at);
    }

    /**
     * The layer that, on top of the old side, shows the new one, as {@link TreeDiff#asLayer}. Where
     * something is ignored, it shows what the new side has except for that.
     */
    public List<LayerEntry> asLayer() {
        return diff.asLayer().stream()
                .map(
                        entry ->
                                new LayerEntry(
                                        entry.path(),
                                        entry.attributes(),
                                        SideState.raised(entry.file(), lowestAfter)))
                .toList();
    }

    /** Finds the totals, in time in proportion to the old image; all else is known at once. */
    @Override
    public void prepare() {
        totalBefore(0);
        leadsToChange(0);
        counts(0);
    }
}
