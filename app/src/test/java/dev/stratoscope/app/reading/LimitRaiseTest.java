package dev.stratoscope.app.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;

final class LimitRaiseTest {
    @Test
    void aLimitThatWasMetIsRaisedTenfold() {
        LimitRaise raise = LimitRaise.of(new LimitException("layer", "entries", 20_000));
        assertEquals(new LimitRaise(Limit.ENTRIES, 200_000), raise);
        assertEquals("Raise entries to 200,000", words(raise));
        assertEquals(
                Limits.DEFAULT.with("entries", 200_000),
                raise == null ? null : raise.in(Limits.DEFAULT));
    }

    @Test
    void itIsFoundBehindAnotherFailure() {
        LimitException met = new LimitException("layer", "layers", 5);
        assertEquals("Raise layers to 50", words(LimitRaise.of(new IOException("wrapped", met))));
    }

    @Test
    void itStopsWhereTheEngineCannotGoOn() {
        long most = Limit.LAYERS.most();
        assertEquals(
                new LimitRaise(Limit.LAYERS, most),
                LimitRaise.of(new LimitException("image", "layers", most - 1)));
        assertNull(LimitRaise.of(new LimitException("image", "layers", most)));
        assertEquals(
                new LimitRaise(Limit.INDEX_BYTES, Long.MAX_VALUE),
                LimitRaise.of(new LimitException("layer", "indexBytes", Long.MAX_VALUE / 2)));
    }

    @Test
    void anotherFailureHasNoLimitToRaise() {
        assertNull(LimitRaise.of(new IOException("damaged")));
    }

    private static String words(@Nullable LimitRaise raise) {
        return raise == null ? "" : raise.words();
    }
}
