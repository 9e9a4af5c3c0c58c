package dev.stratoscope.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * A tab that was open. Immutable.
 *
 * @param source what it showed, as a person would write it
 * @param platform which of several images was meant; null for the program's choice
 * @param title what stood on it
 * @param other what the source was compared with; null where it was shown by itself
 */
public record KeptTab(
        String source,
        @Nullable String platform,
        String title,
        KeptPlace place,
        @Nullable KeptOther other) {

    /** An image that is shown by itself. */
    public KeptTab(String source, @Nullable String platform, String title, KeptPlace place) {
        this(source, platform, title, place, null);
    }

    /** What is missing in a file becomes empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    public KeptTab {
        source = source == null ? "" : source;
        title = title == null ? source : title;
        place = place == null ? KeptPlace.NOWHERE : place;
    }
}
