package dev.stratoscope.app.view.files;

import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Which of the changed paths are ticked. Paths with none below them that changed decide; folders
 * follow: all, some or none of what is below. What is ticked is known by its path, so that it stays
 * ticked in a later state of the same files. On the JavaFX thread.
 */
public final class Ticks {
    private final Set<ByteString> ticked = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Changeset changes;
    private int[] deciding = new int[0];
    private int[] on = new int[0];

    /** How far a path and all below it are ticked. */
    public enum State {
        /** Nothing is. */
        NONE,
        /** Something is, and something is not. */
        SOME,
        /** Everything is. */
        ALL
    }

    /** Adds what is told whenever something was ticked or not any more. */
    public void addListener(Runnable action) {
        listeners.add(action);
    }

    /** Takes in other changes; what is ticked stays so. */
    public void show(Changeset next) {
        changes = next;
        deciding = new int[next.size()];
        on = new int[next.size()];
        for (int at = next.size() - 1; at > 0; at--) {
            if (deciding[at] == 0 && isChanged(next, at)) {
                deciding[at] = 1;
            }
            deciding[next.parent(at)] += deciding[at];
        }
        count();
    }

    private static boolean isChanged(Changeset changes, int at) {
        return changes.contains(at) && changes.kind(at) != Kind.UNCHANGED;
    }

    private void count() {
        Changeset shown = changes;
        if (shown == null) {
            return;
        }
        Arrays.fill(on, 0);
        if (!ticked.isEmpty()) {
            for (int at = shown.size() - 1; at > 0; at--) {
                if (decides(shown, at) && ticked.contains(shown.path(at))) {
                    on[at] = 1;
                }
                on[shown.parent(at)] += on[at];
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Whether a node is ticked for itself. */
    private boolean decides(Changeset shown, int at) {
        if (deciding[at] != 1 || !isChanged(shown, at)) {
            return false;
        }
        for (int child = shown.firstChild(at); child < shown.endOfChildren(at); child++) {
            if (deciding[child] > 0) {
                return false;
            }
        }
        return true;
    }

    /** The node of a path that is at a node of other changes; -1 where it changed back. */
    public int same(Changeset others, int there) {
        Changeset shown = changes;
        return shown == null ? -1 : others.equals(shown) ? there : shown.find(others.path(there));
    }

    /** The node of other changes that has the path of one of these; -1 for none. */
    int there(int at, Changeset others) {
        Changeset shown = changes;
        return shown == null ? -1 : others.equals(shown) ? at : others.find(shown.path(at));
    }

    /** How far a node is ticked; 0 is all of them, and one that is not there is not. */
    public State of(int at) {
        if (at < 0 || at >= on.length || on[at] == 0) {
            return State.NONE;
        }
        return on[at] == deciding[at] ? State.ALL : State.SOME;
    }

    /** Whether nothing is ticked. */
    public boolean isEmpty() {
        return of(0) == State.NONE;
    }

    /**
     * Ticks a node with all below it, or takes the ticks away where all of it is ticked.
     *
     * @param counts which of the nodes this is about, such as those that a filter shows
     */
    public void toggle(int at, IntPredicate counts) {
        set(at, counts, !isAll(at, counts));
    }

    private boolean isAll(int top, IntPredicate counts) {
        Changeset shown = changes;
        if (shown == null) {
            return false;
        }
        int[] off = {0};
        walk(shown, top, at -> off[0] += counts.test(at) && on[at] == 0 ? 1 : 0);
        return off[0] == 0;
    }

    /** Ticks a node with all below it, or takes their ticks away. */
    public void set(int top, IntPredicate counts, boolean wanted) {
        Changeset shown = changes;
        if (shown == null) {
            return;
        }
        walk(
                shown,
                top,
                at -> {
                    if (!counts.test(at)) {
                        return;
                    }
                    if (wanted) {
                        ticked.add(shown.path(at));
                    } else {
                        ticked.remove(shown.path(at));
                    }
                });
        count();
    }

    /** Ticks nothing any more. */
    public void clear() {
        ticked.clear();
        count();
    }

    /** Goes through the deciding nodes at and below one. */
    private void walk(Changeset shown, int top, IntConsumer action) {
        if (decides(shown, top)) {
            action.accept(top);
            return;
        }
        for (int child = shown.firstChild(top); child < shown.endOfChildren(top); child++) {
            if (deciding[child] > 0) {
                walk(shown, child, action);
            }
        }
    }

    /**
     * The ticked paths in the order of the tree: those that decide, and the folders that changed
     * themselves and below which everything is ticked. A folder of which only the time changed is
     * none of them.
     */
    public Set<ByteString> paths() {
        Set<ByteString> paths = new LinkedHashSet<>();
        Changeset shown = changes;
        if (shown != null) {
            collect(shown, 0, paths);
        }
        return paths;
    }

    private void collect(Changeset shown, int at, Set<ByteString> into) {
        if (on[at] == 0) {
            return;
        }
        boolean own = at > 0 && isChanged(shown, at) && of(at) == State.ALL;
        boolean follows = own && !decides(shown, at);
        if (own && !(follows && isShadow(shown, at))) {
            into.add(shown.path(at));
        }
        for (int child = shown.firstChild(at); child < shown.endOfChildren(at); child++) {
            collect(shown, child, into);
        }
    }

    private static boolean isShadow(Changeset shown, int at) {
        Changeset told = shown instanceof Recent recent ? recent.changes() : shown;
        return told instanceof Comparison compared && compared.isTimeOnlyDirectory(at);
    }
}
