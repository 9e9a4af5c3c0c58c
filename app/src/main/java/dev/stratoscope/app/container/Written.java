package dev.stratoscope.app.container;

import dev.stratoscope.model.container.WritableLayer;

/**
 * What a container wrote, at one moment, ready to be shown. Immutable.
 *
 * @param number of the turn of looking, from 0; the same where nothing changed since
 */
record Written(WritableLayer layer, WrittenChanges changes, long number) {
    /** The first look; not on the JavaFX thread. */
    static Written first(WritableLayer layer) {
        return ready(new Written(layer, WrittenChanges.of(layer), 0));
    }

    /** A later look; not on the JavaFX thread. */
    Written next(WritableLayer later) {
        return ready(new Written(later, changes.next(later, System.nanoTime()), number + 1));
    }

    private static Written ready(Written made) {
        made.changes.prepare();
        return made;
    }

    /** The number of paths that differ from the image. */
    int paths() {
        return changes.paths();
    }
}
