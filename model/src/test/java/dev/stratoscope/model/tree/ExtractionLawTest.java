package dev.stratoscope.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * For random layers, what merging shows is what is on disk after applying them one by one to a real
 * directory: types, modes, contents, targets, names of one file, times of files, and owners where
 * the test runs as root.
 */
class ExtractionLawTest {
    private static final int STACKS = 400;

    @TempDir Path folder;

    @Test
    void mergingEqualsApplyingLayersToARealDirectory() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("unix"),
                "no unix attributes here: merging is not compared with a real directory");
        boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
        Map<EntryType, Integer> seen = new HashMap<>();
        int links = 0;
        for (long seed = 0; seed < STACKS; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            Path target = Files.createDirectory(folder.resolve("s" + seed));
            Extraction extraction = new Extraction(target, root);
            for (int top = 0; top < layers.size(); top++) {
                extraction.apply(layers.get(top).items());
                FileTree tree = merged(layers.subList(0, top + 1));
                assertEquals(
                        lines(onDisk(target, tree, root)),
                        lines(shown(tree, root)),
                        told(seed, layers));
                for (int at = 0; at < tree.size(); at++) {
                    seen.merge(tree.type(at), 1, Integer::sum);
                    links += tree.linkTarget(at) >= 0 ? 1 : 0;
                }
            }
            deleteAll(target);
        }
        assertTrue(seen.size() >= 4 && links > 10, seen + " " + links);
    }

    private static FileTree merged(List<TestImage.Layer> layers) throws IOException {
        return TestImage.of(layers.toArray(TestImage.Layer[]::new)).tree();
    }

    private static Map<String, String> shown(FileTree tree, boolean owners) {
        Map<String, String> shown = new TreeMap<>();
        Map<Integer, String> firstNames = new HashMap<>();
        for (int at = 1; at < tree.size(); at++) {
            Attributes said = tree.attributes(at);
            Entry file = tree.entry(at);
            int inode = tree.linkTarget(at) >= 0 ? tree.linkTarget(at) : at;
            String path = tree.path(at).toString();
            firstNames.merge(inode, path, (a, b) -> a.compareTo(b) < 0 ? a : b);
            String own = tree.isOtherName(at) ? "" : own(said, owners, file != null);
            String content =
                    file != null
                            ? "file " + file.size() + " " + tree.digest(at)
                            : said.type().word() + " " + said.link();
            shown.put(path, content + own);
        }
        for (int at = 1; at < tree.size(); at++) {
            int inode = tree.linkTarget(at) >= 0 ? tree.linkTarget(at) : at;
            shown.merge(tree.path(at).toString(), " = " + firstNames.get(inode), String::concat);
        }
        return shown;
    }

    private static String own(Attributes said, boolean owners, boolean file) {
        return (said.type() == EntryType.SYMLINK ? "" : " %o".formatted(said.mode()))
                + (owners ? " " + said.uid() : "")
                + (file ? " " + said.mtimeSeconds() : "");
    }

    private static Map<String, String> onDisk(Path root, FileTree tree, boolean owners)
            throws IOException {
        Map<String, String> shown = new TreeMap<>();
        Map<Object, String> firstNames = new HashMap<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.filter(path -> !path.equals(root)).toList();
        }
        for (Path path : all) {
            String name = root.relativize(path).toString();
            Map<String, Object> stat =
                    Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS);
            boolean file = Boolean.TRUE.equals(stat.get("isRegularFile"));
            boolean link = Boolean.TRUE.equals(stat.get("isSymbolicLink"));
            firstNames.merge(
                    String.valueOf(stat.get("ino")), name, (a, b) -> a.compareTo(b) < 0 ? a : b);
            String content =
                    file
                            ? "file "
                                    + Files.size(path)
                                    + " "
                                    + Digest.sha256(Files.readAllBytes(path))
                            : link ? "symlink " + Files.readSymbolicLink(path) : "dir ";
            int node = tree.find(ByteString.of(name));
            boolean otherName = node >= 0 && tree.isOtherName(node);
            int mode = stat.get("mode") instanceof Integer bits ? bits & 07777 : -1;
            String own =
                    (link ? "" : " %o".formatted(mode))
                            + (owners ? " " + stat.get("uid") : "")
                            + (file ? " " + Files.getLastModifiedTime(path).toMillis() / 1000 : "");
            shown.put(name, content + (otherName ? "" : own));
        }
        for (Path path : all) {
            String inode = Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS) + "";
            shown.merge(
                    root.relativize(path).toString(),
                    " = " + firstNames.get(inode),
                    String::concat);
        }
        return shown;
    }

    private static void deleteAll(Path target) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(target)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static String lines(Map<String, String> shown) {
        StringBuilder lines = new StringBuilder();
        shown.forEach((path, line) -> lines.append(path).append(": ").append(line).append('\n'));
        return lines.toString();
    }

    private static String told(long seed, List<TestImage.Layer> layers) {
        StringBuilder text = new StringBuilder("seed " + seed + "\n");
        for (TestImage.Layer layer : layers) {
            text.append("layer\n");
            for (ImageDraft.Item item : layer.items()) {
                text.append("  ").append(item.attributes().type().word());
                text.append(' ').append(item.path()).append(' ').append(item.attributes().link());
                text.append(" %o\n".formatted(item.attributes().mode()));
            }
        }
        return text.toString();
    }
}
