package dev.stratoscope.app.container;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;

/** How many paths a later state of the same files changes. */
final class Waits {
    private Waits() {}

    /** The number of paths that differ in another way in {@code now} than in {@code before}. */
    static int between(Changeset before, Changeset now) {
        long came =
                now.changed()
                        .filter(
                                at -> {
                                    int was = before.find(now.path(at));
                                    return was < 0 || !WrittenChanges.isSame(before, was, now, at);
                                })
                        .count();
        long went =
                before.changed()
                        .filter(
                                at -> {
                                    int is = now.find(before.path(at));
                                    return is < 0 || now.kind(is) == Kind.UNCHANGED;
                                })
                        .count();
        return (int) (came + went);
    }
}
