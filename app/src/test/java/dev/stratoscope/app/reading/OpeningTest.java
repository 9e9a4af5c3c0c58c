package dev.stratoscope.app.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

final class OpeningTest {
    @TempDir private Path home = Path.of("");

    @Test
    void aTryThatWasCancelledLeavesTheImageOfTheNextOneOpen() throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            ImageSource file = ImageSource.of(engine.write(draft(), "a.tar"));
            engine.store().load(file, null, Progress.NONE);
            Opening opening = new Opening(engine, ImageSource.stored("demo/a:1"), null);
            opening.open(Progress.NONE);
            Meter late = new Meter("Opening");
            late.cancel();
            assertThrows(InterruptedIOException.class, () -> opening.open(late));
            assertTrue(engine.store().find("demo/a:1").inUse());
            opening.close();
            assertFalse(engine.store().find("demo/a:1").inUse());
        }
    }

    private static ImageDraft draft() {
        return Drafts.of("demo/a:1", List.of());
    }
}
