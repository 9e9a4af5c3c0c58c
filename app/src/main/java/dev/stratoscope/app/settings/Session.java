package dev.stratoscope.app.settings;

import java.util.List;
import java.util.Objects;

/**
 * What was open when the program ended. Immutable.
 *
 * @param tabs the images, from the left
 * @param selected which of them was shown, from 0; negative for none of them
 */
public record Session(List<KeptTab> tabs, int selected, Frame frame) {
    /** Nothing was open. */
    public static final Session EMPTY = new Session(List.of(), -1, Frame.NONE);

    private static final int MOST_TABS = 64;

    /** What is missing or senseless in a file is left out. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    public Session {
        tabs =
                tabs == null
                        ? List.of()
                        : tabs.stream()
                                .filter(Objects::nonNull)
                                .filter(tab -> !tab.source().isBlank())
                                .limit(MOST_TABS)
                                .toList();
        selected = selected < tabs.size() ? selected : -1;
        frame = frame == null ? Frame.NONE : frame;
    }
}
