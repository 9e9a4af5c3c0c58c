package dev.stratoscope.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.compare.ConfigDifference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class HistoryRowsTest {
    private static ConfigChange change(
            String key, @Nullable String before, @Nullable String after) {
        return new ConfigChange(Section.HISTORY, key, before, after);
    }

    private static HistoryRows rows(ConfigChange... changes) {
        return HistoryRows.of(new ConfigDifference(List.of(changes)));
    }

    @Test
    void whatEveryBuildSaysAnewIsApart() {
        ConfigChange time = change("0 created", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        ConfigChange base = change("0 comment", "FROM 0123456789ab", "FROM ba9876543210");
        ConfigChange moved = change("3 -> 4 created", "2026-01-01T00:00:00Z", null);
        ConfigChange run = change("2", "RUN a", "RUN b");
        ConfigChange runTime = change("2 created", null, "2026-02-01T00:00:00Z");
        ConfigChange added = change("3", null, "COPY a b");
        HistoryRows rows = rows(time, base, run, runTime, added, moved);
        assertEquals(List.of(run, added), rows.telling());
        assertEquals(List.of(time, base, runTime, moved), rows.quiet());
        assertEquals("3 steps were created at another time.", rows.words());
    }

    @Test
    void aCommentOfAPersonIsTold() {
        ConfigChange comment = change("1 comment", "FROM 0123456789ab", "what I did");
        assertEquals(List.of(comment), rows(comment).telling());
        assertEquals("", rows().words());
    }
}
