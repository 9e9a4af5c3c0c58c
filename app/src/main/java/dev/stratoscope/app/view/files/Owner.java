package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;

import java.io.InterruptedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One that paths belong to.
 *
 * @param number the user's number
 * @param name as the image names that user; the number where it has no name
 */
record Owner(long number, String name) {
    private static final int STEP = 1 << 12;

    /**
     * All that paths of a changeset belong to, by number.
     *
     * @param names gives {@code user:group}
     */
    static List<Owner> in(Changeset changes, Function<Attributes, String> names, Progress progress)
            throws InterruptedIOException {
        Map<Long, Owner> owners = new HashMap<>();
        Progress looking = progress.child("Looking for owners", changes.size());
        for (int at = 1; at < changes.size(); at++) {
            if (changes.contains(at)) {
                Attributes said = changes.shown(at).attributes();
                if (!owners.containsKey(said.uid())) {
                    String pair = names.apply(said);
                    int end = pair.indexOf(':');
                    String name = end < 0 ? pair : pair.substring(0, end);
                    owners.put(said.uid(), new Owner(said.uid(), name));
                }
            }
            if (at % STEP == 0) {
                looking.advance(STEP);
            }
        }
        return owners.values().stream().sorted(Comparator.comparingLong(Owner::number)).toList();
    }

    /** Whether the image has a name for it. */
    boolean isNamed() {
        return !name.equals(String.valueOf(number));
    }
}
