package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;

import java.io.InterruptedIOException;
import java.util.List;

/**
 * Of what two stacks of layers show only the paths that are not the same, and the folders above
 * them. Immutable.
 *
 * <p>Both stacks are gone through in step, directory by directory. In each directory the layers
 * that still add to it are known for both sides, and a name that no other layers speak of than
 * those that both sides have in common, in the same order, is the same on both: it is not looked
 * at, nor is anything below it. So the work grows with what the layers say that only one side has,
 * and not with the trees. A hard link is the exception, as a layer can have a name of a file that
 * only layers below it hold: each such name is looked at where it leads to different files.
 *
 * <p>Of a file with several names all are here when one of them is not the same, or when it has
 * other names on one side than on the other, so that the trees by themselves tell which names are
 * those of one file.
 *
 * @param before the old side's part
 * @param after the new side's part
 */
public record TreePair(FileTree before, FileTree after) {
    /**
     * A stack of layers.
     *
     * @param layers bottom first; may be empty
     * @param diffIds as many; equal ones are those of the same layer
     */
    public record Stack(List<LayerIndex> layers, List<Digest> diffIds) {
        /** Copies the lists. */
        public Stack {
            layers = List.copyOf(layers);
            diffIds = List.copyOf(diffIds);
        }
    }

    /** Who says what is the same, and hears how far the work is. */
    public interface Judge {
        /** Whether what both sides have at a path counts as the same. */
        boolean isSame(StackEntry before, StackEntry after);

        /**
         * Some more paths were looked at.
         *
         * @throws InterruptedIOException to stop
         */
        void looked(int paths) throws InterruptedIOException;
    }

    /**
     * Looks for what is not the same.
     *
     * @throws BrokenLinksException when hard links' targets are in none of a stack's layers
     * @throws InterruptedIOException when the judge stops it
     */
    public static TreePair ofDifferences(Stack before, Stack after, Judge judge)
            throws ImageFormatException, InterruptedIOException {
        CommonLayers common = CommonLayers.of(before.diffIds(), after.diffIds());
        PairSide old = new PairSide(before.layers(), common.idsBefore(), common.inAfter());
        PairSide now = new PairSide(after.layers(), common.idsAfter(), common.inBefore());
        old.lookAtLooseLinks(now);
        PairWalk walk = new PairWalk(old, now, judge);
        walk.run();
        boolean oldNames = old.lookAtNames(now);
        boolean newNames = now.lookAtNames(old);
        if (oldNames || newNames) {
            walk = new PairWalk(old, now, judge);
            walk.run();
        }
        walk.keepNames();
        return walk.trees();
    }
}
