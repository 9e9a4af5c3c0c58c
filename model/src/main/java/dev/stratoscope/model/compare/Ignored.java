package dev.stratoscope.model.compare;

import dev.stratoscope.model.tree.Scrutiny;

/**
 * What does not count when two sides are compared.
 *
 * @param times when files were modified, and when the image and its steps were made
 * @param owners who files belong to: the numbers of users and groups; their names never count, as
 *     no file system has them
 * @param order the order of what is a set in all but form: of variables and labels in the config,
 *     and of layers and of the entries in them where the files that show are the same
 */
public record Ignored(boolean times, boolean owners, boolean order) {
    /** Everything counts. */
    public static final Ignored NOTHING = new Ignored(false, false, false);

    /** The same with or without times. */
    public Ignored withTimes(boolean ignored) {
        return new Ignored(ignored, owners, order);
    }

    /** The same with or without owners. */
    public Ignored withOwners(boolean ignored) {
        return new Ignored(times, ignored, order);
    }

    /** The same with or without orders. */
    public Ignored withOrder(boolean ignored) {
        return new Ignored(times, owners, ignored);
    }

    /** What is left to count of metadata. */
    Scrutiny scrutiny() {
        return new Scrutiny(!times, !owners);
    }
}
