package dev.stratoscope.model.diff;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a timeline is asked for are changesets. */
class TimelineContractTest implements ChangesetContract {
    @Override
    public List<Changeset> changesets() throws IOException {
        List<Changeset> all = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            List<LayerIndex> stack = new ArrayList<>();
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                stack.add(layer.index());
            }
            Timeline timeline = Timeline.of(stack, Progress.NONE);
            int top = stack.size() - 1;
            for (int layer = 0; layer <= top; layer++) {
                all.add(timeline.upTo(layer));
                all.add(timeline.only(layer));
                all.add(timeline.between(top, layer));
                all.add(timeline.between(-1, layer));
            }
            all.add(timeline.whole());
            all.add(timeline.lowest(top / 2 + 1).whole());
        }
        return all;
    }
}
