package dev.stratoscope.model.compare;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What was moved, and from where. */
class MovesTest {
    @Test
    void aFileOfTheSameBytesWasMoved() throws IOException {
        assertEquals(
                Map.of("new/f", "old/g"),
                moves(
                        layer().directory("new").file("old/g", "1").file("old/h", "2"),
                        layer().directory("new").file("old/h", "2").file("new/f", "1")));
    }

    @Test
    void anEmptyFileTellsNothing() throws IOException {
        assertEquals(Map.of(), moves(layer().file("a", ""), layer().file("b", "")));
    }

    @Test
    void theSameNameIsBetterThanANearPath() throws IOException {
        assertEquals(
                Map.of("a/b/name", "z/name"),
                moves(
                        layer().directory("a/b").file("a/b/other", "1").file("z/name", "1"),
                        layer().directory("a/b").directory("z").file("a/b/name", "1")));
    }

    @Test
    void theNearestOfEqualFilesIsTheSource() throws IOException {
        assertEquals(
                Map.of("a/b/new/f", "a/b/old/f"),
                moves(
                        layer().directory("a/b/new")
                                .file("a/b/old/f", "1")
                                .file("a/b/old/g", "other")
                                .file("0/f", "1")
                                .file("0/g", "2")
                                .file("z/f", "1")
                                .file("z/g", "3"),
                        layer().file("a/b/new/f", "1")
                                .file("a/b/old/g", "other")
                                .file("0/g", "2")
                                .file("z/g", "3")));
    }

    @Test
    void aDeletedFileIsTheSourceOfOne() throws IOException {
        assertEquals(
                Map.of("b", "a"),
                moves(layer().file("a", "1"), layer().file("b", "1").file("c", "1")));
    }

    @Test
    void aFolderComesWithAllThatIsInIt() throws IOException {
        assertEquals(
                Map.of(
                        "opt/tool", "usr/tool",
                        "opt/tool/bin", "usr/tool/bin",
                        "opt/tool/bin/run", "usr/tool/bin/run",
                        "opt/tool/bin/link", "usr/tool/bin/link",
                        "opt/tool/empty", "usr/tool/empty"),
                moves(
                        layer().directory("usr")
                                .directory("opt")
                                .file("usr/tool/bin/run", "1")
                                .symlink("usr/tool/bin/link", "run")
                                .file("usr/tool/empty", ""),
                        layer().directory("usr")
                                .directory("opt")
                                .file("opt/tool/bin/run", "1")
                                .symlink("opt/tool/bin/link", "run")
                                .file("opt/tool/empty", "")));
    }

    @Test
    void aFolderOfWhichHalfIsTheSameWasMoved() throws IOException {
        TestImage.Layer old = layer().file("old/a", "1").file("old/b", "2");
        assertEquals(
                Map.of("new", "old", "new/a", "old/a"),
                moves(old, layer().file("new/a", "1").file("new/b", "changed")));
        assertEquals(
                Map.of("new/a", "old/a"),
                moves(old, layer().file("new/a", "1").file("new/b", "changed").file("new/c", "3")));
    }

    @Test
    void twoFoldersAreNotTheSameFolderMoved() throws IOException {
        assertEquals(
                Map.of("b", "a", "b/f", "a/f", "b/g", "a/g"),
                moves(
                        layer().file("a/f", "1").file("a/g", "2"),
                        layer().file("b/f", "1")
                                .file("b/g", "2")
                                .file("c/f", "1")
                                .file("c/g", "2")));
    }

    @Test
    void aSymlinkByItselfIsNotMoved() throws IOException {
        assertEquals(Map.of(), moves(layer().symlink("a", "f"), layer().symlink("b", "f")));
    }

    @Test
    void manyEqualFilesFindTheirFolders() throws IOException {
        TestImage.Layer old = layer();
        TestImage.Layer now = layer();
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            String folder = "/p" + i;
            old.file("old" + folder + "/LICENSE", "same").file("old" + folder + "/code", "" + i);
            now.file("new" + folder + "/LICENSE", "same").file("new" + folder + "/code", "" + i);
            expected.put("new" + folder, "old" + folder);
            expected.put("new" + folder + "/LICENSE", "old" + folder + "/LICENSE");
            expected.put("new" + folder + "/code", "old" + folder + "/code");
        }
        expected.put("new", "old");
        assertEquals(expected, moves(old, now));
    }

    @Test
    void aRenamedFolderOfARandomTreeCameFromItsOldPath() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            TestImage.Layer old = layer();
            Set<String> folders = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                String folder = "top/d" + random.nextInt(4) + "/e" + random.nextInt(3);
                folders.add(folder);
                old.file(folder + "/f" + i, random.nextInt(5) == 0 ? "same" : "text " + i);
            }
            String from = folders.stream().sorted().toList().get(random.nextInt(folders.size()));
            String to = random.nextBoolean() ? "top/renamed" : "elsewhere";
            TestImage.Layer now = renamed(old, from, to);
            Comparison found = compare(old.directory("top"), now.directory("top"));
            int folder = found.find(ByteString.of(to));
            assertEquals(from, String.valueOf(found.movedFrom(folder)), "seed " + seed);
            for (int at = 0; at < found.size(); at++) {
                String path = found.path(at).toString();
                if (path.startsWith(to)) {
                    String was = from + path.substring(to.length());
                    assertEquals(was, String.valueOf(found.movedFrom(at)), "seed " + seed);
                } else {
                    assertEquals(null, found.movedFrom(at), "seed " + seed);
                }
            }
        }
    }

    @Test
    void onlyWhatWasAddedWasMovedAndOnlyFromWhatWasDeleted() throws IOException {
        int moved = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Comparison found;
            try {
                found =
                        Comparison.of(
                                Sides.of(0, Sides.random(2 * seed + 1)),
                                Sides.of(0, Sides.random(2 * seed + 3)),
                                Ignored.NOTHING,
                                Progress.NONE);
            } catch (IOException e) {
                continue;
            }
            Set<ByteString> sources = new HashSet<>();
            for (int at = 0; at < found.size(); at++) {
                ByteString source = found.movedFrom(at);
                if (source != null) {
                    moved++;
                    assertEquals(Kind.ADDED, found.kind(at));
                    assertEquals(Kind.DELETED, found.kind(found.find(source)));
                    assertTrue(sources.add(source), "twice from " + source);
                }
            }
        }
        assertTrue(moved > 100, "only " + moved);
    }

    private static TestImage.Layer renamed(TestImage.Layer layer, String from, String to) {
        TestImage.Layer renamed = layer();
        for (ImageDraft.Item item : layer.items()) {
            String path = item.path().toString();
            boolean inside = path.equals(from) || path.startsWith(from + "/");
            Attributes said = item.attributes();
            ByteString now =
                    inside ? ByteString.of(to + path.substring(from.length())) : item.path();
            assertEquals(EntryType.FILE, said.type());
            renamed.item(new ImageDraft.Item(now, said, item.content()));
        }
        return renamed;
    }

    private static Map<String, String> moves(TestImage.Layer before, TestImage.Layer after)
            throws IOException {
        Comparison found = compare(before, after);
        Map<String, String> moves = new TreeMap<>();
        for (int at = 0; at < found.size(); at++) {
            ByteString source = found.movedFrom(at);
            if (source != null) {
                moves.put(found.path(at).toString(), source.toString());
            }
        }
        return moves;
    }

    private static Comparison compare(TestImage.Layer before, TestImage.Layer after)
            throws IOException {
        return Comparison.of(Sides.of(before), Sides.of(after), Ignored.NOTHING, Progress.NONE);
    }
}
