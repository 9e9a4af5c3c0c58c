package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

/** Says why a path is hidden. */
public final class HidingWords {
    private HidingWords() {}

    /** A few words such as {@code removed by .wh.lock}; empty when nothing hides it. */
    public static String of(@Nullable Hiding hiding) {
        if (hiding == null) {
            return "";
        }
        String at = Escapes.text(hiding.at());
        return switch (hiding.cause()) {
            case WHITEOUT -> "removed by .wh." + at.substring(at.lastIndexOf('/') + 1);
            case OPAQUE -> "hidden by the opaque " + (at.isEmpty() ? "root" : at);
            case REPLACED -> at + " was replaced";
        };
    }
}
