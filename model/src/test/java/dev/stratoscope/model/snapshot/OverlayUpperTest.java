package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.union.Upper;
import dev.stratoscope.model.union.UpperContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@link UpperContract} of overlayfs's form. */
class OverlayUpperTest implements UpperContract {
    @TempDir(factory = InMemory.class)
    Path folder;

    @BeforeEach
    void snapshot() throws Exception {
        Mounts.assumePossible(folder);
        Stacks nothing = Stacks.of(List.of());
        new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                .prepare("a", List.of(), nothing, Progress.NONE);
    }

    @Override
    public Upper open() throws IOException {
        return new Snapshots(folder.resolve("s"), Codec.OVERLAY).active("a").open();
    }
}
