package dev.stratoscope.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.ChangesetContract;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Comparisons are changesets; but their sums count what is the same on both sides as well. */
class ComparisonContractTest implements ChangesetContract {
    @Override
    public List<Changeset> changesets() throws IOException {
        List<Changeset> all = new ArrayList<>();
        for (long seed = 0; seed < 300; seed++) {
            List<LayerIndex> one = Sides.random(seed);
            List<LayerIndex> other = Sides.likeness(one, seed);
            try {
                FileTree.merge(one);
                FileTree.merge(other);
            } catch (ImageFormatException e) {
                continue;
            }
            all.add(
                    Comparison.of(
                            Sides.of(0, one),
                            Sides.of((int) seed % 3, other),
                            Ignored.NOTHING,
                            Progress.NONE));
        }
        return all;
    }

    @Test
    @Override
    public void totalsAreThoseOfWhatIsContained() throws IOException {
        for (Changeset changes : changesets()) {
            for (int at = 0; at < changes.size(); at++) {
                assertEquals(
                        ((Comparison) changes).difference(at),
                        changes.total(at) - changes.totalBefore(at));
            }
        }
    }
}
