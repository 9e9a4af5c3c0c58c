package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.view.files.FileOrder.By;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

final class SiblingOrderTest {
    private static final Instant OLD = Instant.parse("2025-01-31T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir Path folder;
    private Changeset changes;

    @BeforeEach
    void makeImage() throws IOException {
        LayerDraft base =
                new LayerDraft(OLD)
                        .file("gone", 0644, "x".repeat(50))
                        .file("grown", 0644, "x".repeat(10))
                        .file("moded", 0644, "same")
                        .file("shrunk", 0600, "x".repeat(90))
                        .file("still", 0755, "x".repeat(70));
        LayerDraft top =
                new LayerDraft(NEW)
                        .owner(7)
                        .whiteout("gone")
                        .file("grown", 0644, "y".repeat(40))
                        .file("moded", 0600, "same")
                        .file("shrunk", 0600, "y".repeat(20))
                        .symlink("link", "still")
                        .directory("dir", 0700);
        ImageDraft draft =
                Drafts.of(
                        "demo/order:1",
                        List.of(new Step("base", base.items()), new Step("RUN x", top.items())));
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(draft, "order.tar");
            OpenImage image = engine.open(ImageSource.of(file), null, Progress.NONE);
            changes = image.timeline(2, Progress.NONE).upTo(1);
        }
    }

    @Test
    void foldersComeFirstByName() {
        assertEquals("dir gone grown link moded shrunk still", sorted(By.NAME, false));
    }

    @Test
    void whatGrewMostIsTheFirstOrTheLast() {
        assertEquals("shrunk gone dir moded still link grown", sorted(By.GROWTH, false));
        assertEquals("grown link dir moded still gone shrunk", sorted(By.GROWTH, true));
    }

    @Test
    void whatIsGoneGoesByTheSizeItHad() {
        assertEquals("still gone grown shrunk link moded dir", sorted(By.SIZE, true));
    }

    @Test
    void kindsOfChangeComeInTheOrderOfTheChips() {
        assertEquals("dir link grown shrunk moded gone still", sorted(By.CHANGE, false));
    }

    @Test
    void ownersGoByTheirNumbers() {
        assertEquals("gone still dir grown link moded shrunk", sorted(By.OWNER, false));
    }

    @Test
    void newerComesAfterOlder() {
        assertEquals("gone still dir grown link moded shrunk", sorted(By.MODIFIED, false));
    }

    @Test
    void linksComeBeforeWhatLeadsNowhere() {
        assertEquals("link dir gone grown moded shrunk still", sorted(By.LINK, false));
    }

    @Test
    void typesGoByTheirWords() {
        assertEquals("dir gone grown moded shrunk still link", sorted(By.TYPE, false));
    }

    @Test
    void layersGoFromTheBottom() {
        assertEquals("still dir gone grown link moded shrunk", sorted(By.LAYER, false));
    }

    private String sorted(By by, boolean descending) {
        int first = changes.firstChild(0);
        int count = changes.endOfChildren(0) - first;
        int[] nodes = new int[count + 3];
        for (int i = 0; i < count; i++) {
            nodes[i] = first + i;
        }
        new SiblingOrder(changes, new FileOrder(by, descending)).sort(nodes, count);
        StringJoiner names = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            names.add(changes.name(nodes[i]).toString());
        }
        return names.toString();
    }
}
