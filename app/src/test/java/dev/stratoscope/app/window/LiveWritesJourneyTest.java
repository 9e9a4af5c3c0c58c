package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ExecSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a running container writes, seen as it writes. */
class LiveWritesJourneyTest extends ContainerWindowTest {
    private static final int WRITES = 5;

    /** Writes a file for each name that it reads, and says so when the write has returned. */
    private static final String WRITER = "while read name; do echo hi > /$name; echo $name; done";

    @BeforeEach
    void load() throws Exception {
        loadTool();
    }

    @Test
    void whatARunningContainerWritesIsShownWithinASecondAndMarkedAsNew() throws Exception {
        Container busy = start("busy", "sleep", "1000");
        show(busy);
        showPart("Changes");
        waitUntil("it was looked at", () -> reads("The container wrote nothing yet"));
        List<Long> millis = new ArrayList<>();
        PipedOutputStream names = new PipedOutputStream();
        try (PipedInputStream read = new PipedInputStream(names)) {
            Lines written = new Lines();
            ExecSpec writer = ExecSpec.of(false, "sh", "-c", WRITER);
            Future<Integer> end =
                    WaitForAsyncUtils.async(
                            () ->
                                    busy.exec(
                                            writer,
                                            read,
                                            written,
                                            OutputStream.nullOutputStream()));
            for (int i = 0; i < WRITES; i++) {
                String name = "written" + i;
                names.write((name + "\n").getBytes(StandardCharsets.UTF_8));
                names.flush();
                assertEquals(name, written.await());
                long begun = System.nanoTime();
                shown(name);
                millis.add((System.nanoTime() - begun) / 1_000_000);
            }
            assertReads("just now");
            picture("container-live");
            names.close();
            assertEquals(0, end.get(20, TimeUnit.SECONDS));
        }
        // The machine may be busy with something else once.
        long late = millis.stream().filter(each -> each >= 1_000).count();
        assertTrue(late <= 1, millis + " ms");
    }

    /** Lines, each from the moment its end was written. */
    private static final class Lines extends OutputStream {
        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            if (one == '\n') {
                whole.add(begun.toString(StandardCharsets.UTF_8));
                begun.reset();
            } else {
                begun.write(one);
            }
        }

        @Nullable String await() throws InterruptedException {
            return whole.poll(20, TimeUnit.SECONDS);
        }
    }
}
