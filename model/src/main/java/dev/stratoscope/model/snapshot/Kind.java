package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.Stat;

import org.jspecify.annotations.Nullable;

/** What an upper folder says of a name. */
enum Kind {
    /** Nothing, or something that no layer holds. */
    NOTHING,
    /** It is gone. */
    WHITEOUT,
    /** A folder. */
    FOLDER,
    /** Anything else. */
    FILE;

    /** Of what the system says; null where nothing has the name. */
    static Kind of(@Nullable Stat stat) {
        if (stat == null || stat.type() == null) {
            return NOTHING;
        }
        if (stat.isWhiteout()) {
            return WHITEOUT;
        }
        return stat.isDirectory() ? FOLDER : FILE;
    }
}
