package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.build.Miss;

/** Why a step is not taken from the cache, in words. */
final class MissText {
    private static final int MOST = 60;

    private MissText() {}

    /** One line. */
    static String of(Miss miss) {
        String first = miss.differing().isEmpty() ? "" : of(miss.differing().getFirst());
        int more = Math.max(0, miss.differing().size() - 1) + miss.more();
        String rest = more == 0 ? "" : " and " + more + " more";
        return switch (miss.cause()) {
            case NEW -> "nothing like it was built before";
            case NOT_ASKED -> "the cache is not used";
            case PARENT -> "a step before it changed";
            case INSTRUCTION -> "the instruction changed";
            case ARGUMENT -> "a variable changed: " + first + rest;
            case FILE -> "files changed: " + first + rest;
            case MOUNT -> "a mount changed: " + first + rest;
            case GONE -> "its layer is no longer in the store";
        };
    }

    private static String of(Miss.Difference one) {
        String name = Escapes.text(one.name());
        if (one.before() == null) {
            return name + " is new";
        }
        if (one.after() == null) {
            return name + " is gone";
        }
        return one.before().length() + one.after().length() > MOST
                ? name
                : name + " was " + Escapes.text(one.before()) + ", is " + Escapes.text(one.after());
    }
}
