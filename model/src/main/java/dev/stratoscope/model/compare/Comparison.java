package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;

/**
 * How the files of two sides differ. Holds the paths that differ and the folders they are in, and
 * nothing of what is the same. A layer of a path is numbered as in the image it is of.
 */
public final class Comparison implements Changeset {
    private final TreeDiff diff;

    private Comparison(TreeDiff diff) {
        this.diff = diff;
    }

    /**
     * Compares two sides.
     *
     * @param progress advanced by the paths that were looked at
     * @throws ImageFormatException when hard links' targets are in none of a side's layers
     * @throws InterruptedIOException when cancelled
     */
    public static Comparison of(Side before, Side after, Ignored ignored, Progress progress)
            throws ImageFormatException, InterruptedIOException {
        progress.advance(0);
        return new Comparison(
                TreeDiff.between(FileTree.merge(before.layers()), FileTree.merge(after.layers())));
    }

    /** Whether no path differs. */
    public boolean isEmpty() {
        return counts().equals(new ChangeCounts(0, 0, 0, 0));
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

    @Override
    public boolean contains(int at) {
        return true;
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
        return diff.before(at);
    }

    @Override
    public @Nullable PathState after(int at) {
        return diff.after(at);
    }

    @Override
    public int layer(int at) {
        return shown(at).layer();
    }

    @Override
    public @Nullable Hiding hiding(int at) {
        return null;
    }

    @Override
    public @Nullable ByteString movedFrom(int at) {
        return null;
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

    /** {@inheritDoc} What is the same counts too. */
    @Override
    public long total(int at) {
        return diff.total(at);
    }

    /** {@inheritDoc} What is the same counts too. */
    @Override
    public long totalBefore(int at) {
        return diff.totalBefore(at);
    }

    @Override
    public int paths() {
        return diff.paths();
    }

    @Override
    public ChangeCounts counts() {
        return diff.counts();
    }
}
