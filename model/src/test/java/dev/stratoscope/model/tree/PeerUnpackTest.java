package dev.stratoscope.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Digest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random stacks of layers, unpacked by umoci and walked: the tree we show is the one on disk. */
class PeerUnpackTest {
    private static final int STACKS = 150;

    @TempDir Path folder;

    @Test
    void umociUnpacksTheTreeThatWeShow() throws IOException, InterruptedException {
        assumeTrue(Tools.has("umoci"), "umoci is not installed: its unpacking is not compared");
        assumeTrue(
                Files.getAttribute(folder, "unix:uid").equals(0),
                "not root: umoci's unpacking, owners and all, is not compared");
        for (long seed = 0; seed < STACKS; seed++) {
            List<TestImage.Layer> layers = TameLayers.of(seed);
            TestImage image = TestImage.of(layers.toArray(TestImage.Layer[]::new));
            Path home = Files.createDirectory(folder.resolve("stack" + seed));
            Path layout = home.resolve("layout");
            write(image, layout);
            Tools.run("umoci", "unpack", "--image", layout + ":1", home + "/bundle");
            Set<String> open = new HashSet<>();
            assertEquals(
                    MergeOracleTest.lines(shown(image, open)),
                    MergeOracleTest.lines(walked(home.resolve("bundle/rootfs"), open)),
                    MergeOracleTest.told(seed, layers));
        }
    }

    private static void write(TestImage image, Path layout)
            throws IOException, InterruptedException {
        try (Engine engine = Engine.open(layout.getParent(), Clock.systemUTC())) {
            Path archive = engine.write(image.draft("test/random:1"), "random.tar");
            Files.createDirectory(layout);
            Tools.run("tar", "-C", layout.toString(), "-xf", archive.toString());
        }
    }

    /** What the merged tree shows; {@code open} gets the paths of which no layer says it all. */
    private static Map<String, String> shown(TestImage image, Set<String> open) throws IOException {
        List<LayerIndex> layers = image.indexes();
        FileTree tree = image.tree();
        Map<String, String> shown = new TreeMap<>();
        for (int at = 0; at < tree.size(); at++) {
            String path = tree.path(at).toString();
            boolean link =
                    tree.layer(at) >= 0
                            && layers.get(tree.layer(at)).type(tree.nodeInLayer(at))
                                    == EntryType.HARDLINK;
            if (link || tree.isImplied(at)) {
                open.add(path);
            }
            String line = Shown.node(tree, at).replace(" implied", "");
            shown.put(path, comparable(line, open.contains(path)));
        }
        return shown;
    }

    private static Map<String, String> walked(Path root, Set<String> open) throws IOException {
        Map<String, String> walked = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = root.relativize(file).toString();
                walked.put(path, comparable(line(file), open.contains(path)));
            }
        }
        return walked;
    }

    /**
     * Without the times of directories, which umoci sets anew when a mark comes after what it is
     * about, and without the attributes of what is open.
     */
    private static String comparable(String line, boolean open) {
        String[] words = line.split(" ", 5);
        boolean directory = words[0].equals(EntryType.DIRECTORY.word());
        return words[0]
                + (open ? "" : " " + words[1] + " " + words[2])
                + (open || directory ? "" : " " + words[3])
                + (words.length > 4 ? " " + words[4] : "");
    }

    private static String line(Path file) throws IOException {
        Map<String, Object> said =
                Files.readAttributes(
                        file, "unix:mode,uid,gid,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        Instant time = ((FileTime) said.get("lastModifiedTime")).toInstant();
        EntryType type =
                Files.isSymbolicLink(file)
                        ? EntryType.SYMLINK
                        : Files.isDirectory(file) ? EntryType.DIRECTORY : EntryType.FILE;
        byte[] bytes = type == EntryType.FILE ? Files.readAllBytes(file) : new byte[0];
        Attributes attributes =
                new Attributes(
                        type,
                        (int) said.get("mode") & 07777,
                        (int) said.get("uid"),
                        (int) said.get("gid"),
                        "",
                        "",
                        bytes.length,
                        time.getEpochSecond(),
                        time.getNano(),
                        type == EntryType.SYMLINK
                                ? ByteString.of(Files.readSymbolicLink(file).toString())
                                : ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        String content =
                type == EntryType.FILE ? bytes.length + " " + Digest.sha256(bytes).shortHex() : "";
        return Shown.line(type, attributes, content);
    }
}
