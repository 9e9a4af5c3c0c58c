package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.snapshot.InMemory;
import dev.stratoscope.model.tree.FileTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whatever is done to it, the union file system and the JDK's own say and show the same, and what
 * the writable layer has gives that tree when it is laid on the layers below.
 */
@EnabledOnOs(OS.LINUX)
class UnionLawsTest {
    private static final int ROUNDS = Integer.getInteger("stratoscope.union.rounds", 25);
    private static final int ACTS = 60;

    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void doesWhatTheOwnFileSystemDoes() {
        long seed = Long.getLong("stratoscope.union.seed", System.nanoTime());
        assertAll(
                LongStream.range(seed, seed + ROUNDS)
                        .mapToObj(each -> (Executable) () -> round(each)));
    }

    private void round(long seed) throws IOException {
        Random random = new Random(seed);
        String about = "stratoscope.union.seed=" + seed;
        Unions lower = Unions.of(layers(random));
        Path own = Files.createDirectories(folder.resolve(seed + "/own/root"));
        Path upper = folder.resolve(seed + "/upper");
        Map<String, String> shown;
        try (UnionFileSystem system = lower.open(upper)) {
            Path root = system.getPath("/");
            Files.setPosixFilePermissions(own, Files.getPosixFilePermissions(root));
            copy(root, own);
            assertEquals(TreePicture.of(own), TreePicture.of(root), about);
            for (int i = 0; i < ACTS; i++) {
                long act = random.nextLong();
                String here = about + " act " + i;
                String expected = RandomActs.act(new Random(act), own);
                assertEquals(expected, RandomActs.act(new Random(act), root), here);
                if (i % 10 == 9) {
                    assertEquals(TreePicture.of(own), TreePicture.of(root), here);
                }
            }
            shown = TreePicture.timed(system);
            FileTree merged = lower.with(system.upperIndex(Limits.DEFAULT));
            assertEquals(shown, TreePicture.of(merged), about);
        }
        try (UnionFileSystem system = lower.open(upper)) {
            assertEquals(shown, TreePicture.timed(system), about);
            assertEquals(TreePicture.of(own), TreePicture.of(system.getPath("/")), about);
        }
    }

    /** One to three layers over each other, without hard links, which break when written to. */
    static TestImage.Layer[] layers(Random random) {
        List<TestImage.Layer> layers = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            TestImage.Layer layer = TestImage.layer().directory("/", 0755);
            Set<String> folders = new HashSet<>(Set.of(""));
            Set<String> others = new HashSet<>();
            for (int entry = random.nextInt(12); entry >= 0; entry--) {
                List<String> in = folders.stream().sorted().toList();
                String name = "abcd".charAt(random.nextInt(4)) + "";
                String path = in.get(random.nextInt(in.size())) + name;
                if (path.length() > 5 || folders.contains(path + "/") || !others.add(path)) {
                    continue;
                }
                switch (random.nextInt(6)) {
                    case 0 -> layer.symlink(path, random.nextBoolean() ? "a" : "/b/c");
                    case 1 -> layer.whiteout(path);
                    case 2, 3 -> {
                        layer.directory(path, random.nextBoolean() ? 0755 : 0700);
                        others.remove(path);
                        folders.add(path + "/");
                        if (random.nextInt(4) == 0) {
                            layer.opaque(path);
                        }
                    }
                    default -> layer.file(path, "of layer " + i + path, 0640);
                }
            }
            layers.add(layer);
        }
        return layers.toArray(new TestImage.Layer[0]);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walked = Files.walk(from)) {
            for (Path path : walked.skip(1).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isSymbolicLink(path)) {
                    String target = Files.readSymbolicLink(path).toString();
                    Files.createSymbolicLink(copy, Sample.target(to, target));
                } else {
                    Files.copy(
                            path,
                            copy,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(path));
                }
            }
        }
    }
}
