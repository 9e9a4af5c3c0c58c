package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** Which entries a difference becomes, and in which order. */
class DiffLayerTest {
    @Test
    void whiteoutsComeBeforeSiblingsAndParentsBeforeAll() throws IOException {
        assertEquals(
                List.of("d/", "d/.wh.gone", "d/.wh.tree", "d/a", "d/z", "new/", "new/f"),
                paths(
                        layer().directory("d")
                                .file("d/gone", "1")
                                .file("d/same", "2")
                                .file("d/tree/f", "3")
                                .file("d/z", "4"),
                        layer().directory("d")
                                .file("d/a", "5")
                                .file("d/same", "2")
                                .file("d/z", "6")
                                .directory("new")
                                .file("new/f", "7")));
    }

    @Test
    void aDirectoryThatBecomesAFileNeedsNoWhiteouts() throws IOException {
        assertEquals(List.of("d"), paths(layer().file("d/a", "1"), layer().file("d", "2")));
        assertEquals(List.of("d/", "d/a"), paths(layer().file("d", "2"), layer().file("d/a", "1")));
    }

    @Test
    void theRootIsWrittenOnlyWhenItChanged() throws IOException {
        assertEquals(
                List.of("./"), paths(layer().directory(".", 0755), layer().directory(".", 0700)));
        assertEquals(
                List.of(".wh.f"),
                paths(layer().directory(".").file("f", "1"), layer().directory(".")));
    }

    @Test
    void namesOfOneFileComeTogether() throws IOException {
        List<LayerEntry> entries =
                entries(layer().file("z", "1"), layer().file("z", "1").hardLink("a", "z"));
        assertEquals("a", entries.get(0).path().toString());
        assertEquals(EntryType.FILE, entries.get(0).attributes().type());
        assertEquals(1, entries.get(0).attributes().size());
        assertEquals("z", entries.get(1).path().toString());
        assertEquals(EntryType.HARDLINK, entries.get(1).attributes().type());
        assertEquals("a", entries.get(1).attributes().link().toString());
        assertNull(entries.get(1).file());
    }

    @Test
    void namesThatCameApartAreAllWrittenAnew() throws IOException {
        TestImage.Layer linked = layer().file("a", "1").hardLink("b", "a");
        TestImage.Layer apart = layer().file("a", "1").file("b", "1");
        assertEquals(List.of("a", "b"), paths(linked, apart));
        assertEquals(List.of("a", "b"), paths(apart, linked));
        assertEquals(List.of(), paths(linked, linked));
    }

    @Test
    void aDeepChangeNamesEveryDirectoryAboveIt() throws IOException {
        String deep = "d/".repeat(3_000);
        List<String> paths = paths(layer().file(deep + "f", "1"), layer().file(deep + "f", "2"));
        assertEquals(3_001, paths.size());
        assertEquals(deep + "f", paths.getLast());
    }

    private static List<String> paths(TestImage.Layer before, TestImage.Layer after)
            throws IOException {
        return entries(before, after).stream().map(entry -> entry.path().toString()).toList();
    }

    private static List<LayerEntry> entries(TestImage.Layer before, TestImage.Layer after)
            throws IOException {
        return TreeDiff.between(TestImage.of(before).tree(), TestImage.of(after).tree()).asLayer();
    }
}
