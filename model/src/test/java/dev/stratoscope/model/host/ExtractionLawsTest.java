package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.RandomLayers;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Of whatever layers, what is extracted is what their tree says. */
class ExtractionLawsTest {
    private static final int SEEDS = 150;

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatIsExtractedIsTheTree(Packing packing, @TempDir Path folder) throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            TestImage image = TestImage.of(RandomLayers.of(seed).toArray(TestImage.Layer[]::new));
            Pulled pulled;
            FileTree tree;
            try {
                pulled = Pulled.of(packing, image.tars());
                tree = pulled.tree();
            } catch (ImageFormatException e) {
                continue;
            }
            Path to = Files.createDirectory(folder.resolve("s" + seed));
            pulled.extract("", to);
            Map<String, String> found = Listing.of(to);
            found.remove(".");
            assertEquals(expected(tree, found), found, "seed " + seed);
            for (int at = 1; at < tree.size(); at++) {
                if (tree.linkTarget(at) >= 0) {
                    Path one = to.resolve(tree.path(at).toString());
                    Path other = to.resolve(tree.path(tree.linkTarget(at)).toString());
                    assertEquals(ino(one), ino(other), "seed " + seed);
                }
            }
        }
    }

    private static Object ino(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    /** Implied folders have no time of their own, so the one found counts. */
    private static Map<String, String> expected(FileTree tree, Map<String, String> found) {
        Map<String, String> all = new TreeMap<>();
        for (int at = 1; at < tree.size(); at++) {
            String path = tree.path(at).toString();
            int file = tree.linkTarget(at) < 0 ? at : tree.linkTarget(at);
            Attributes said = tree.attributes(file);
            String mode = Integer.toOctalString(said.mode());
            all.put(
                    path,
                    switch (tree.type(file)) {
                        case DIRECTORY ->
                                tree.isImplied(at)
                                        ? Objects.requireNonNull(found.get(path))
                                                .replaceFirst("^d \\d+", "d 755")
                                        : "d " + mode + " " + said.mtimeSeconds();
                        case SYMLINK -> "l " + said.mtimeSeconds() + " " + said.link();
                        default ->
                                "f %s %d %s"
                                        .formatted(
                                                mode,
                                                said.mtimeSeconds(),
                                                digest(tree, file).shortHex());
                    });
        }
        return all;
    }

    private static Digest digest(FileTree tree, int file) {
        return Objects.requireNonNull(tree.digest(file));
    }
}
