package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.BrokenLinksException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** Travelling through a stack, one behaviour a test. */
class TimelineTest {
    @Test
    void noLayersAreAnEmptyRoot() throws IOException {
        Timeline timeline = timeline();
        assertEquals(0, timeline.layers());
        assertEquals(1, timeline.whole().size());
        assertEquals(EntryType.DIRECTORY, timeline.whole().type(0));
        assertEquals(0, timeline.between(-1, -1).paths());
    }

    @Test
    void theWholeOfOneLayerIsUnchanged() throws IOException {
        Changeset whole = timeline(layer().file("d/f", "text")).whole();
        assertEquals(List.of("  d", "  d/f"), rows(whole));
        assertEquals(new ChangeCounts(0, 0, 0, 0), whole.counts());
        assertEquals(4, whole.total(0));
        assertEquals(4, whole.totalBefore(0));
    }

    @Test
    void aLayerAgainstItselfIsThePlainTree() throws IOException {
        Timeline timeline = timeline(layer().file("a", "1"), layer().whiteout("a").file("b", "2"));
        assertEquals(List.of("  a"), rows(timeline.between(0, 0)));
        assertEquals(List.of("  b"), rows(timeline.between(1, 1)));
    }

    @Test
    void whatCameAndWentIsDeletedInTheWholeWithItsLastStateAndItsRemover() throws IOException {
        Changeset whole =
                timeline(
                                layer().file("base", "1"),
                                layer().file("tmp/x", "12"),
                                layer().file("tmp/x", "1234"),
                                layer().whiteout("tmp"),
                                layer().file("last", "1"))
                        .whole();
        assertEquals(List.of("  base", "A last", "D tmp", "D tmp/x"), rows(whole));
        int gone = whole.find(ByteString.of("tmp/x"));
        PathState was = whole.before(gone);
        assertNotNull(was);
        assertNull(whole.after(gone));
        assertEquals(2, was.layer());
        assertEquals(4, was.fileSize());
        assertEquals(4, whole.totalBefore(gone));
        assertEquals(3, whole.layer(gone));
        assertEquals(
                new Hiding(Hiding.Cause.WHITEOUT, ByteString.of("tmp"), EntryType.WHITEOUT),
                whole.hiding(gone));
        assertEquals(4, whole.totalBefore(whole.find(ByteString.of("tmp"))));
        assertEquals(1, whole.totalBefore(0), "of the lowest layer, as it is still there");
    }

    @Test
    void whatIsTheSameAgainIsUnchanged() throws IOException {
        Timeline timeline =
                timeline(
                        layer().file("f", "1"),
                        layer().file("f", "2"),
                        layer().whiteout("f"),
                        layer().file("f", "1"));
        Changeset there = timeline.between(0, 3);
        assertEquals(List.of("  f"), rows(there));
        assertFalse(there.leadsToChange(0));
        assertEquals(List.of("M f"), rows(timeline.between(3, 1)));
        assertEquals(List.of("A f"), rows(timeline.between(2, 0)));
    }

    @Test
    void whatIsGoneWasRemovedByTheFirstThatDidSo() throws IOException {
        Timeline timeline =
                timeline(
                        layer().file("f", "1"),
                        layer().whiteout("f"),
                        layer().file("f", "1"),
                        layer().whiteout("f"));
        int at = timeline.whole().find(ByteString.of("f"));
        assertEquals(1, timeline.between(0, 3).layer(at));
        assertEquals(3, timeline.between(2, 3).layer(at));
        assertEquals(3, timeline.whole().layer(at));
        assertEquals(1, timeline.between(2, 1).layer(at), "it was gone as of the lower layer");
        assertEquals(-1, timeline.between(0, -1).layer(at), "it was not there yet");
        assertNull(timeline.between(0, -1).hiding(at));
    }

    @Test
    void theFirstNameLeftCountsWhereTheFileIsGone() throws IOException {
        Timeline timeline =
                timeline(
                        layer().file("z/f", "1234").hardLink("a", "z/f").hardLink("b", "z/f"),
                        layer().whiteout("z"),
                        layer().whiteout("a"));
        Changeset changes = timeline.upTo(0);
        int a = changes.find(ByteString.of("a"));
        int b = changes.find(ByteString.of("b"));
        assertEquals(List.of(0L, 0L, 4L), sizes(timeline, 0, a, b));
        assertEquals(List.of(4L, 0L, 4L), sizes(timeline, 1, a, b));
        assertEquals(List.of(0L, 4L, 4L), sizes(timeline, 2, a, b));
        assertEquals(EntryType.FILE, timeline.upTo(1).type(a));
        PathState other = timeline.upTo(1).after(b);
        assertNotNull(other);
        assertEquals(ByteString.of("a"), other.sameAs());
        assertEquals(4, other.fileSize());
    }

    @Test
    void aNameThatBecomesALinkToItsOtherNameGoesOnCounting() throws IOException {
        Timeline timeline =
                timeline(
                        layer().file("f", "1234").hardLink("g", "f"),
                        layer().hardLink("f", "g"),
                        layer().whiteout("g"));
        for (int layer = 0; layer < 3; layer++) {
            assertEquals(4, timeline.upTo(layer).total(0), "layer " + layer);
        }
    }

    @Test
    void layersBesideABrokenLinkCanBeAskedFor() throws IOException {
        Timeline timeline =
                timeline(
                        layer().file("f", "1"),
                        layer().hardLink("l", "missing"),
                        layer().whiteout("l"),
                        layer().file("g", "1"));
        assertEquals(List.of("A f"), rows(timeline.upTo(0)));
        BrokenLinksException refusal =
                assertThrows(BrokenLinksException.class, () -> timeline.upTo(1));
        assertEquals("l", refusal.item());
        assertThrows(BrokenLinksException.class, () -> timeline.only(2));
        assertEquals(List.of("  f", "A g"), rows(timeline.upTo(3)));
        assertEquals(List.of("A g"), rows(timeline.only(3)));
        Changeset whole = timeline.whole();
        assertEquals(List.of("  f", "A g", "D l"), rows(whole));
        PathState was = whole.before(whole.find(ByteString.of("l")));
        assertNotNull(was);
        assertEquals(EntryType.HARDLINK, was.type());
        assertEquals(ByteString.of("missing"), was.attributes().link());
        assertEquals(0, was.fileSize());
        assertNull(was.entry());
    }

    @Test
    void theNodesOfAllItsChangesetsAreTheSame() throws IOException {
        Timeline timeline = timeline(layer().file("a", "1"), layer().file("b", "2"));
        Changeset first = timeline.upTo(0);
        assertTrue(first.sharesNodes(timeline.only(1)));
        assertTrue(first.sharesNodes(timeline.lowest(1).whole()));
        assertFalse(first.sharesNodes(timeline(layer().file("a", "1")).upTo(0)));
        assertFalse(first.contains(first.find(ByteString.of("b"))));
    }

    @Test
    void theLowestLayersAreATimelineOfTheirOwn() throws IOException {
        Timeline timeline = timeline(layer().file("a", "1"), layer().file("b", "2"));
        assertEquals(List.of("  a"), rows(timeline.lowest(1).whole()));
        assertSame(timeline, timeline.lowest(2));
        assertThrows(IndexOutOfBoundsException.class, () -> timeline.lowest(3));
        assertThrows(IndexOutOfBoundsException.class, () -> timeline.lowest(1).upTo(1));
    }

    @Test
    void makingOneEndsWhenItIsCancelled() throws IOException {
        List<LayerIndex> layers = List.of(layer().file("a", "1").index());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> Timeline.of(layers, Progress.NONE));
        assertTrue(Thread.interrupted());
    }

    private static List<Long> sizes(Timeline timeline, int layer, int a, int b) throws IOException {
        Changeset changes = timeline.upTo(layer);
        return List.of(changes.total(a), changes.total(b), changes.total(0));
    }

    private static Timeline timeline(TestImage.Layer... layers) throws IOException {
        List<LayerIndex> indexes = new ArrayList<>();
        for (TestImage.Layer layer : layers) {
            indexes.add(layer.index());
        }
        return Timeline.of(indexes, Progress.NONE);
    }

    private static List<String> rows(Changeset changes) {
        List<String> rows = new ArrayList<>();
        for (int at = 1; at < changes.size(); at++) {
            if (changes.contains(at)) {
                rows.add(changes.path(at) + "\0" + changes.kind(at).letter());
            }
        }
        return rows.stream()
                .sorted()
                .map(row -> row.charAt(row.length() - 1) + " " + row.substring(0, row.length() - 2))
                .toList();
    }
}
