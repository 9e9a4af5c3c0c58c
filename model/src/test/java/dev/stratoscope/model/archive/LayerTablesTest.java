package dev.stratoscope.model.archive;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables of {@code ../shared/cases/tables} that concern layers, a test a row. */
class LayerTablesTest {
    private static final String OVERLAY = "TestDiffDirChangeWithOverlayfs";

    /**
     * What the table's origin leaves out because time and size are as they were. We compare
     * contents.
     */
    private static final Map<String, Set<String>> SEEN_BY_DIGEST =
            Map.of("TestUpdateWithSameTime", Set.of("Modify /file-same-time"));

    @TestFactory
    Stream<DynamicTest> whiteoutsInSequence() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<TestImage.Layer> layers = new ArrayList<>();
        for (JsonNode row : rows("layer_whiteouts_sequence")) {
            TestImage.Layer layer = layer();
            for (JsonNode entry : row.get("layer")) {
                String path = entry.asText();
                if (path.endsWith("/")) {
                    layer.directory(path);
                } else {
                    layer.file(path, "");
                }
            }
            layers.add(layer);
            List<TestImage.Layer> all = List.copyOf(layers);
            List<String> wanted = new ArrayList<>();
            row.get("tree_after").forEach(path -> wanted.add(path.asText()));
            tests.add(
                    DynamicTest.dynamicTest(
                            "layer " + all.size(),
                            () -> assertEquals(wanted, paths(Stack.of(all).tree()))));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> changes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        int number = 0;
        for (JsonNode row : rows("layer_changes")) {
            String name = row.path("name").asText("row " + number++);
            tests.add(
                    DynamicTest.dynamicTest(
                            name,
                            () -> {
                                if (name.equals(OVERLAY)) {
                                    checkUpper(row);
                                } else {
                                    checkChanges(name, row);
                                }
                            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> symlinksComeThroughADiff() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : rows("layer_symlink_roundtrip")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            "row " + tests.size(),
                            () -> {
                                TableTree base = new TableTree().with(row.get("base"));
                                TableTree changed = base.with(row.get("change"));
                                Stack before = Stack.of(List.of(base.layer()));
                                Stack after = Stack.of(List.of(changed.layer()));
                                TreeDiff diff = TreeDiff.between(before.tree(), after.tree());
                                FileTree applied = before.under(after.write(diff.asLayer())).tree();
                                assertEquals(Shown.of(after.tree()), Shown.of(applied));
                            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> invalidNamesAndLinks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : rows("layer_invalid_names_links")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row.get("name").asText(), () -> checkContained(row.get("layer"))));
        }
        return tests.stream();
    }

    private static void checkChanges(String name, JsonNode row) throws IOException {
        TableTree base = new TableTree().with(row.get("base"));
        TableTree changed = base.with(row.get("change"));
        TreeDiff diff =
                TreeDiff.between(
                        Stack.of(List.of(base.layer())).tree(),
                        Stack.of(List.of(changed.layer())).tree());
        Set<String> wanted = new TreeSet<>(SEEN_BY_DIGEST.getOrDefault(name, Set.of()));
        row.get("changes").forEach(c -> wanted.add(c.get(0).asText() + " " + c.get(1).asText()));
        Set<String> found = new TreeSet<>();
        for (int at = 1; at < diff.size(); at++) {
            boolean goneAbove = diff.afterNode(diff.parent(at)) < 0;
            boolean noFolder =
                    !goneAbove
                            && diff.after().type(diff.afterNode(diff.parent(at)))
                                    != EntryType.DIRECTORY;
            if (diff.kind(at) != Kind.UNCHANGED && !goneAbove && !noFolder) {
                String word =
                        switch (diff.kind(at)) {
                            case ADDED -> "Add";
                            case DELETED -> "Delete";
                            default -> "Modify";
                        };
                found.add(word + " /" + diff.side(at).path(diff.sideNode(at)));
            }
        }
        assertEquals(wanted, found);
    }

    /**
     * The change is an overlay's upper directory: a device 0/0 stands for a whiteout, an attribute
     * for an opaque mark. Every changed path is in the layer made of it, every removed one is gone.
     */
    private static void checkUpper(JsonNode row) throws IOException {
        TestImage.Layer upper = layer();
        for (var item : new TableTree().with(row.get("change")).layer().items()) {
            String path = item.path().toString();
            if (item.attributes().type().isDevice()) {
                upper.whiteout(path);
            } else {
                upper.item(item);
            }
            if (!item.attributes().xattrs().isEmpty()) {
                upper.opaque(path);
            }
        }
        TableTree base = new TableTree().with(row.get("base"));
        FileTree tree = Stack.of(List.of(base.layer(), upper)).tree();
        LayerIndex index = upper.index();
        for (JsonNode change : row.get("changes")) {
            String path = change.get(1).asText();
            int opaque = path.indexOf("/.wh..opq");
            ByteString clean =
                    ByteString.of(path.substring(1, opaque < 0 ? path.length() : opaque));
            if (opaque >= 0) {
                int folder = tree.find(clean);
                assertTrue(index.isOpaque(index.find(clean)));
                assertEquals(tree.firstChild(folder), tree.endOfChildren(folder), path);
            } else if (change.get(0).asText().equals("Delete")) {
                assertEquals(-1, tree.find(clean), path);
            } else {
                assertNotEquals(-1, index.find(clean), path);
                assertEquals(1, tree.layer(tree.find(clean)), path);
            }
        }
    }

    /** Refused, or every path and every link lies in the root, and no bytes come from elsewhere. */
    private static void checkContained(JsonNode entries) throws IOException {
        TestImage.Layer layer = layer();
        for (JsonNode entry : entries) {
            String path = entry.get("name").asText();
            String target = entry.get("target").asText();
            switch (entry.get("type").asText()) {
                case "file" -> layer.file(path, "", TableTree.mode(entry.get("mode")));
                case "symlink" -> layer.symlink(path, target);
                case "hardlink" -> layer.hardLink(path, target);
                default -> throw new IllegalArgumentException(entry.toString());
            }
        }
        Stack stack;
        try {
            stack = Stack.of(List.of(layer));
        } catch (ImageFormatException e) {
            assertEquals(1, e.getMessage().lines().count());
            return;
        }
        FileTree tree = stack.tree();
        for (int at = 1; at < tree.size(); at++) {
            String path = tree.path(at).toString();
            assertFalse(("/" + path + "/").contains("/../"), path);
            Entry file = tree.entry(at);
            assertTrue(file == null || file.size() == 0, path);
            assertNotEquals(EntryType.HARDLINK, tree.type(at), path);
        }
        assertEquals(-1, tree.find(ByteString.of("victim")));
    }

    /** All paths, directories with a slash, in the order of their bytes. */
    private static List<String> paths(FileTree tree) {
        TreeSet<String> paths = new TreeSet<>();
        for (int at = 1; at < tree.size(); at++) {
            paths.add(tree.path(at) + (tree.type(at) == EntryType.DIRECTORY ? "/" : ""));
        }
        return List.copyOf(paths);
    }

    private static JsonNode rows(String table) throws IOException {
        return SharedCases.json("tables/" + table + ".json").get("cases");
    }
}
