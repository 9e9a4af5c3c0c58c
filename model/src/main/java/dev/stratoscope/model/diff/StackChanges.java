package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.stream.IntStream;

/** How a stack of layers differs between two of its layers. */
class StackChanges implements Changeset {
    final Timeline timeline;
    final StackNodes nodes;
    final LayerTouches touches;
    final int before;
    final int after;
    private volatile @Nullable Reach reach;

    /**
     * What is known once all that the layers between touch was looked at.
     *
     * @param leads the nodes that differ or lead to one that does
     * @param counts the numbers of paths by kind
     */
    private record Reach(BitSet leads, ChangeCounts counts) {}

    StackChanges(Timeline timeline, int before, int after) {
        this.timeline = timeline;
        this.nodes = timeline.nodes();
        this.touches = timeline.touches();
        this.before = before;
        this.after = after;
    }

    /** The layer as of which a path is what it was before. */
    int beforeLayer(int at) {
        return before;
    }

    private int versionBefore(int at) {
        return nodes.versionAt(at, beforeLayer(at));
    }

    private int versionAfter(int at) {
        return nodes.versionAt(at, after);
    }

    @Override
    public final int size() {
        return nodes.size();
    }

    @Override
    public final int parent(int at) {
        return nodes.parent(at);
    }

    @Override
    public final int firstChild(int at) {
        return nodes.firstChild(at);
    }

    @Override
    public final int endOfChildren(int at) {
        return nodes.endOfChildren(at);
    }

    @Override
    public final ByteString name(int at) {
        return nodes.name(at);
    }

    @Override
    public final int copyNames(int from, int to, byte[] into, int[] ends) {
        return nodes.copyNames(from, to, into, ends);
    }

    @Override
    public final ByteString path(int at) {
        return nodes.path(at);
    }

    @Override
    public final boolean sharesNodes(Changeset other) {
        return other instanceof StackChanges that && nodes.equals(that.nodes);
    }

    @Override
    public boolean contains(int at) {
        return nodes.isLive(versionAfter(at)) || nodes.isLive(versionBefore(at));
    }

    /** Where neither state has a path, it has none below. */
    @Override
    public boolean leadsToContained(int at) {
        return contains(at);
    }

    @Override
    public final IntStream changed() {
        return reach().leads().stream()
                .filter(at -> at > 0 && contains(at) && kind(at) != Kind.UNCHANGED);
    }

    @Override
    public final Kind kind(int at) {
        int old = versionBefore(at);
        int now = versionAfter(at);
        if (old == now) {
            return Kind.UNCHANGED;
        }
        if (!nodes.isLive(old)) {
            return nodes.isLive(now) ? Kind.ADDED : Kind.UNCHANGED;
        }
        if (!nodes.isLive(now)) {
            return Kind.DELETED;
        }
        if (Math.abs(now - old) == 1) {
            return nodes.kind(Math.max(old, now));
        }
        return Kind.between(
                timeline.entry(at, old, beforeLayer(at)), timeline.entry(at, now, after));
    }

    @Override
    public final @Nullable PathState before(int at) {
        return state(at, versionBefore(at), beforeLayer(at));
    }

    @Override
    public final @Nullable PathState after(int at) {
        return state(at, versionAfter(at), after);
    }

    private @Nullable PathState state(int at, int version, int asOf) {
        return nodes.isLive(version) ? new StackState(timeline, at, version, asOf) : null;
    }

    @Override
    public final EntryType type(int at) {
        int now = versionAfter(at);
        return nodes.isLive(now) ? timeline.type(at, now, after) : shown(at).type();
    }

    @Override
    public final int layer(int at) {
        int now = versionAfter(at);
        return nodes.isLive(now) ? nodes.layer(now) : removal(at);
    }

    /**
     * The layer that removed a path that is not there after: the first one above that of before. A
     * path that only comes later was removed by none, unless it had been there earlier.
     */
    private int removal(int at) {
        int old = versionBefore(at);
        int end = nodes.endOfVersions(at);
        if (beforeLayer(at) < after) {
            for (int version = old + 1; version < end; version++) {
                if (old >= 0 && !nodes.isLive(version)) {
                    return nodes.layer(version);
                }
            }
        }
        int now = versionAfter(at);
        return now < 0 ? -1 : nodes.layer(now);
    }

    @Override
    public final @Nullable Hiding hiding(int at) {
        if (nodes.isLive(versionAfter(at)) || !nodes.isLive(versionBefore(at))) {
            return null;
        }
        int by = removal(at);
        return by < 0 ? null : nodes.layers().get(by).hiding(path(at));
    }

    @Override
    public long total(int at) {
        return timeline.total(at, after);
    }

    @Override
    public long totalBefore(int at) {
        return timeline.total(at, beforeLayer(at));
    }

    @Override
    public final boolean leadsToChange(int at) {
        return reach().leads().get(at);
    }

    @Override
    public int paths() {
        return touches.existing(after) + counts().deleted();
    }

    @Override
    public final ChangeCounts counts() {
        return before + 1 == after ? touches.counts(after) : reach().counts();
    }

    @Override
    public void prepare() {
        reach();
    }

    private Reach reach() {
        Reach known = reach;
        if (known == null) {
            known = look();
            reach = known;
        }
        return known;
    }

    private Reach look() {
        return before + 1 == after ? lookAtOne() : lookAtAll();
    }

    /** One layer has one version of a node, which knows how it differs from the one before. */
    private Reach lookAtOne() {
        BitSet leads = new BitSet(nodes.size());
        int last = -1;
        for (int place = touches.start(after); place < touches.end(after); place++) {
            int at = touches.node(place);
            if (at > 0 && nodes.kind(nodes.versionAt(at, after)) != Kind.UNCHANGED) {
                leads.set(at);
                // Siblings are neighbours: the way up is gone once for all of them.
                if (nodes.parent(at) != last) {
                    last = nodes.parent(at);
                    lead(last, leads);
                }
            }
        }
        return new Reach(leads, touches.counts(after));
    }

    private void lead(int from, BitSet leads) {
        for (int on = from; on >= 0 && !leads.get(on); on = nodes.parent(on)) {
            leads.set(on);
        }
    }

    private Reach lookAtAll() {
        Tally tally = new Tally(1);
        BitSet leads = new BitSet(nodes.size());
        BitSet seen = new BitSet(nodes.size());
        for (int layer = Math.min(before, after) + 1; layer <= Math.max(before, after); layer++) {
            for (int place = touches.start(layer); place < touches.end(layer); place++) {
                int at = touches.node(place);
                Kind kind = at == 0 || seen.get(at) ? Kind.UNCHANGED : kind(at);
                if (kind != Kind.UNCHANGED) {
                    seen.set(at);
                    tally.add(0, kind, 1);
                    lead(at, leads);
                }
            }
        }
        return new Reach(leads, tally.counts(0));
    }
}
