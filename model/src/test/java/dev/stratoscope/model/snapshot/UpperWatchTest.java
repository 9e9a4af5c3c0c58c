package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UpperWatchTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private OverlaySnapshot active =
            new OverlaySnapshot("", Path.of(""), Path.of(""), java.util.List.of());

    @BeforeEach
    void mounts() throws Exception {
        Mounts.assumePossible(folder);
        Stacks stack = Stacks.of(TestImage.layer().directory("d").file("d/f", "1").file("g", "1"));
        active =
                (OverlaySnapshot)
                        new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                .prepare("a", stack.lowers(), stack, Progress.NONE);
    }

    private static String text(LayerIndex index) {
        StringBuilder text = new StringBuilder();
        for (int node = 1; node < index.size(); node++) {
            text.append(index.path(node))
                    .append(' ')
                    .append(index.type(node))
                    .append(index.isOpaque(node) ? " opaque " : " ")
                    .append(index.digest(node).shortHex())
                    .append(' ')
                    .append(index.attributes(node).mtime())
                    .append('\n');
        }
        return text.toString();
    }

    private String scanned() throws IOException {
        return text(active.scan(null, Limits.DEFAULT, Progress.NONE).index());
    }

    @Test
    void whatAMountedContainerWritesIsTold() throws Exception {
        try (Active.Watch watch = active.watch()) {
            assertTrue(watch.await(0));
            assertNull(watch.layer(Progress.NONE).lastWrite());
            assertFalse(watch.await(50));
            for (String step :
                    new String[] {
                        "echo 2 > d/f",
                        "echo 3 >> d/f",
                        "mkdir -p n/e/w; echo 1 > n/e/w/f",
                        "echo 2 > n/e/w/f",
                        "rm -r d; mkdir d",
                        "mv n m",
                        "echo 3 >> m/e/w/f; rm g",
                        "chmod 700 m/e"
                    }) {
                Mounts.run(active, step);
                assertTrue(watch.await(5000), step);
                UpperLayer layer = watch.layer(Progress.NONE);
                while (watch.await(40)) {
                    layer = watch.layer(Progress.NONE);
                }
                assertEquals(scanned(), text(layer.index()), step);
            }
        }
    }

    @Test
    void whatIsUnchangedIsNotReadAgain() throws Exception {
        Files.writeString(active.upper().resolve("old"), "1");
        Thread.sleep(150);
        UpperLayer one = active.scan(null, Limits.DEFAULT, Progress.NONE);
        Files.writeString(active.upper().resolve("new"), "2");
        UpperLayer two = active.scan(one, Limits.DEFAULT, Progress.NONE);
        UpperLayer three = active.scan(two, Limits.DEFAULT, Progress.NONE);
        assertSame(fact(one, "old"), fact(three, "old"));
        assertNotSame(fact(two, "new"), fact(three, "new"), "it may have been written since");
        assertEquals(text(two.index()), text(three.index()));
    }

    private static Object fact(UpperLayer layer, String name) {
        return ((UpperContents) layer.contents())
                .known()
                .get(ByteString.EMPTY)
                .get(ByteString.of(name));
    }

    @Test
    void hugeHolesAreNotRead() throws Exception {
        Mounts.run(active, "truncate -s 8G h; echo a >> h");
        UpperLayer layer = active.scan(null, Limits.DEFAULT, Progress.NONE);
        int node = layer.index().find(ByteString.of("h"));
        assertEquals((8L << 30) + 2, layer.index().fileSize(node));
        assertNull(layer.index().digest(node));
    }

    @Test
    void whatNoLayerHoldsIsLeftOut() throws Exception {
        Files.writeString(active.upper().resolve(".wh.g"), "");
        Tools.run("sh", "-c", "cd '%s' && mkdir x && mknod x/y c 0 0".formatted(active.upper()));
        LayerIndex index = active.scan(null, Limits.DEFAULT, Progress.NONE).index();
        assertEquals(-1, index.find(ByteString.of("g")));
        assertTrue(index.isWhiteout(index.find(ByteString.of("x/y"))));
    }
}
