package dev.stratoscope.model.diff;

/**
 * How the whole of a stack differs from its lowest layer; with every path that any layer had, which
 * was before what it was last.
 */
final class WholeChanges extends StackChanges {
    WholeChanges(Timeline timeline) {
        super(timeline, Math.min(0, timeline.layers() - 1), timeline.layers() - 1);
    }

    @Override
    int beforeLayer(int at) {
        int now = nodes.versionAt(at, after);
        return now < 0 || nodes.isLive(now) ? before : nodes.layer(now) - 1;
    }
}
