package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;

import java.util.BitSet;

/**
 * What is kept when the kind of change alone decides. A node is looked at when it is asked for:
 * nothing costs as much as the image has paths.
 */
final class KeptKinds extends Kept {
    private final boolean everything;
    private final boolean everyChangeOnly;
    private final boolean unchanged;
    private final BitSet asked = new BitSet();
    private final BitSet leading = new BitSet();

    KeptKinds(Changeset changes, FileFilter filter) {
        super(changes, filter);
        int kinds = filter.kinds().size();
        unchanged = filter.kinds().contains(Kind.UNCHANGED);
        everything = kinds == Kind.values().length;
        everyChangeOnly = kinds == Kind.values().length - 1 && !unchanged;
    }

    /** The most nodes that may have to be looked at before the first row is known. */
    static int mostSteps(Changeset changes, FileFilter filter) {
        int kinds = filter.kinds().size();
        boolean oneLeftOut = kinds == Kind.values().length - 1;
        boolean told =
                oneLeftOut
                        && (!filter.kinds().contains(Kind.UNCHANGED)
                                || !filter.kinds().contains(Kind.DELETED));
        return kinds == Kind.values().length || told ? 0 : changed(changes);
    }

    @Override
    boolean isWanted(int at) {
        return changes().contains(at) && filter().kinds().contains(changes().kind(at));
    }

    @Override
    boolean isKept(int at) {
        if (everything) {
            return changes().leadsToContained(at);
        }
        if (everyChangeOnly) {
            return changes().leadsToChange(at);
        }
        return isWanted(at) || (canLead(at) && leadsToWanted(at));
    }

    /** Below a deleted path are none but deleted ones, and none unchanged below a new one. */
    private boolean canLead(int at) {
        Changeset changes = changes();
        if (changes.firstChild(at) == changes.endOfChildren(at)) {
            return false;
        }
        if (changes.contains(at) && changes.kind(at) == Kind.DELETED) {
            return false;
        }
        return changes.leadsToChange(at) || (unchanged && changes.leadsToContained(at));
    }

    /** Goes depth first, without a stack, to the first wanted node below one. */
    private boolean leadsToWanted(int top) {
        if (asked.get(top)) {
            return leading.get(top);
        }
        Changeset changes = changes();
        int at = changes.firstChild(top);
        while (true) {
            if (isWanted(at) || (asked.get(at) && leading.get(at))) {
                remember(changes.parent(at), top);
                return true;
            }
            if (!asked.get(at) && canLead(at)) {
                at = changes.firstChild(at);
                continue;
            }
            int parent = changes.parent(at);
            while (at + 1 == changes.endOfChildren(parent)) {
                asked.set(parent);
                if (parent == top) {
                    return false;
                }
                at = parent;
                parent = changes.parent(at);
            }
            at++;
        }
    }

    private void remember(int from, int top) {
        int at = from;
        while (true) {
            asked.set(at);
            leading.set(at);
            if (at == top) {
                return;
            }
            at = changes().parent(at);
        }
    }

    @Override
    int matches() {
        return filter().kinds().stream().mapToInt(kind -> count(changes(), kind)).sum();
    }

    @Override
    Kept fresh() {
        return new KeptKinds(changes(), filter());
    }

    @Override
    int hidden(Kind kind) {
        return 0;
    }

    @Override
    BitSet leading() {
        return new BitSet();
    }
}
