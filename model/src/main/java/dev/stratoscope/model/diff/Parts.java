package dev.stratoscope.model.diff;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A path that some layers have a directory at. Immutable.
 *
 * @param directories pairs of a layer and its node there, the lowest first
 * @param wipes the layers that hide what those below have in it, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never changed, never compared
record Parts(int[] directories, int[] wipes) {
    private static final int[] NONE = {};

    /**
     * The directories at a path below another one.
     *
     * @param inherited the layers that hide all in the directory above
     * @param own those whose entries at the path hide what is below it
     */
    static Parts below(int[] directories, int[] inherited, int[] own) {
        if (inherited.length == 0 && own.length == 0) {
            return new Parts(directories, NONE);
        }
        int lowest = directories[0];
        int[] wipes =
                IntStream.concat(Arrays.stream(inherited), Arrays.stream(own))
                        .filter(wipe -> wipe > lowest)
                        .sorted()
                        .distinct()
                        .toArray();
        return new Parts(directories, wipes);
    }

    /** How many layers have it. */
    int count() {
        return directories.length / 2;
    }

    int layer(int part) {
        return directories[2 * part];
    }

    int node(int part) {
        return directories[2 * part + 1];
    }

    /** The lowest layer that hides what one below it has here; {@code otherwise} when none does. */
    int gone(int otherwise) {
        return wipes.length == 0 ? otherwise : wipes[0];
    }
}
