package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.LiveLayer;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.container.StartFailedException;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.util.stream.IntStream;

/** A container that was made where nothing can be started, started where that can be. */
class ConvertedContainerTest extends ContainerFixture {
    @Test
    void whatWasWrittenBeforeIsThereWhenItRuns() throws IOException, InterruptedException {
        Containers here = containersOf(engine);
        Container made =
                engine.with(Codec.JOURNAL)
                        .containers()
                        .create(
                                new RunSpecBuilder(IMAGE)
                                        .command("sh", "-c", "cd data; echo $(busybox cat new) *")
                                        .tmpfs("/scratch")
                                        .build(),
                                Progress.NONE);
        try (FileSystem files = made.files(Progress.NONE)) {
            Files.writeString(files.getPath("/data/new"), "written");
            Files.delete(files.getPath("/data/old"));
            Files.createLink(files.getPath("/data/link"), files.getPath("/data/new"));
        }
        assertThrows(StartFailedException.class, () -> made.start(Progress.NONE));
        Container found = here.find(made.id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LiveLayer live = found.watch(Progress.NONE)) {
            long before = changed(live);
            assertEquals(
                    0,
                    found.startAndFollow(out, out, Progress.NONE),
                    out.toString(StandardCharsets.UTF_8));
            assertEquals("written link new other\n", out.toString(StandardCharsets.UTF_8));
            assertTrue(live.await(5_000));
            assertEquals(before, changed(live));
        }
        found.write(ByteString.of("data/new"), new byte[] {'x'});
        assertAllCanBeRemoved(here, "after the run");
    }

    private static long changed(LiveLayer live) throws IOException {
        var changes = live.now(Progress.NONE).changes();
        return IntStream.range(1, changes.size())
                .filter(at -> changes.kind(at) != Kind.UNCHANGED)
                .count();
    }
}
