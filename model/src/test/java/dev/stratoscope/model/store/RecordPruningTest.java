package dev.stratoscope.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.model.archive.IndexCache.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which records go when nobody needs them. */
class RecordPruningTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir Path folder;

    @Test
    void whatWasNotUsedForAMonthGoesUnlessAnImageNeedsIt() throws IOException {
        keep("needed", -40);
        keep("old", -40);
        keep("young", -20);
        long freed = at(0).prune((kind, key) -> kind == Kind.LAYER && key.equals("needed"));
        assertEquals(100 + RecordFile.HEAD, freed);
        assertNull(at(0).find(Kind.LAYER, "old"));
        assertNotNull(at(0).find(Kind.LAYER, "needed"));
        assertNotNull(at(0).find(Kind.LAYER, "young"));
    }

    @Test
    void toBeFoundIsToBeUsed() throws IOException {
        keep("used", -40);
        assertNotNull(at(-5).find(Kind.LAYER, "used"));
        assertEquals(0, at(0).prune((kind, key) -> false));
        assertNotNull(at(0).find(Kind.LAYER, "used"));
    }

    @Test
    void beyondTheMostBytesTheLeastRecentlyUsedGoFirst() throws IOException {
        keep("first", -3);
        keep("second", -2);
        keep("third", -1);
        long room = 2 * (100 + RecordFile.HEAD);
        assertEquals(
                100 + RecordFile.HEAD,
                new RecordPruning(NOW, (kind, key) -> false, room).run(at(0)));
        assertNull(at(0).find(Kind.LAYER, "first"));
        assertNotNull(at(0).find(Kind.LAYER, "second"));
    }

    @Test
    void aTimeInTheFutureIsNoReasonToStayForEver() throws IOException {
        keep("future", 4_000);
        assertEquals(0, at(0).prune((kind, key) -> false));
        assertNotNull(at(0).find(Kind.LAYER, "future"));
        assertEquals(100 + RecordFile.HEAD, at(40).prune((kind, key) -> false));
    }

    @Test
    void aFolderThatIsNotThereHasNothingToPrune() throws IOException {
        Path none = folder.resolve("none");
        assertEquals(0, new IndexFolder(none, Clock.systemUTC()).prune((kind, key) -> false));
    }

    private void keep(String key, int day) {
        assertNotNull(at(day).keep(Kind.LAYER, key, MemorySegment.ofArray(new byte[100])));
    }

    private IndexFolder at(int day) {
        Instant then = NOW.plus(Duration.ofDays(day));
        return new IndexFolder(folder, Clock.fixed(then, ZoneOffset.UTC));
    }
}
