package dev.stratoscope.app.view.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that is looked at, or a member of one.
 *
 * @param preview what was read of it
 * @param label what the trail calls it, ready to be shown
 * @param size its whole length in bytes, of which {@code preview} may have less; -1 where only
 *     reading it all would tell
 */
record Level(Preview preview, String label, long size) {
    /** The ways it can be looked at, the best first. */
    List<Mode> modes() {
        List<Mode> modes = new ArrayList<>();
        if (preview.picture() != null) {
            modes.add(Mode.PICTURE);
        }
        if (preview.parcel() != null) {
            modes.add(Mode.MEMBERS);
        }
        if (preview.code() != null) {
            modes.add(Mode.TEXT);
        }
        modes.add(Mode.HEX);
        return modes;
    }

    /** Whether all of a text can be read that was not. */
    boolean canLoadAll() {
        return preview.code() != null && preview.isCut() && preview.size() <= Preview.MOST_TEXT;
    }
}
