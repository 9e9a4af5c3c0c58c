package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same image in every container and compression is the same image: ids, digests, sizes, tree
 * and bytes.
 */
class FormatMatrixTest {
    private static final TestImage IMAGE =
            TestImage.of(
                    layer().directory("etc")
                            .file("etc/motd", "hi")
                            .file("big", "0123456789".repeat(20_000))
                            .symlink("etc/link", "motd")
                            .hardLink("etc/again", "etc/motd")
                            .directory("tmp", 01777)
                            .file("tmp/x", "x"),
                    layer().whiteout("tmp/x").file("ünï/cödé", "é").owner(70_000).file("empty", ""),
                    layer().whiteout("tmp/x").file("ünï/cödé", "é").owner(70_000).file("empty", ""),
                    layer().opaque("etc").file("etc/new", "new".repeat(500)));

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}, layers {1}, outer {2}")
    @MethodSource("matrix")
    void everyContainerHoldsTheSameImage(TestArchive.Kind kind, Packing layers, Packing outer)
            throws IOException {
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            byte[] config = config(engine);
            List<byte[]> tars = IMAGE.tars();
            TestArchive archive = TestArchive.of(kind, config, tars, layers);
            Path file = folder.resolve("archive");
            if (kind.isFolder()) {
                archive.folder(file);
            } else {
                archive.tar(file, outer);
            }
            check(engine.open(ImageSource.of(file), null, Progress.NONE), config, tars, layers);
        }
    }

    @Test
    void whatTheEngineWritesIsTheSameImageToo() throws IOException {
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(IMAGE.draft("test/image:1"), "own.tar");
            byte[] config = config(engine);
            for (String transport : List.of("", "docker-archive:", "oci-archive:")) {
                ImageSource source = ImageSource.parse(transport + file);
                OpenImage opened = engine.open(source, null, Progress.NONE);
                check(opened, config, IMAGE.tars(), Packing.NONE);
                assertTrue(opened.image().names().contains("test/image:1"), transport);
            }
        }
    }

    private byte[] config(Engine engine) throws IOException {
        Path file = engine.write(IMAGE.draft("test/image:1"), "config-source.tar");
        OpenImage opened = engine.open(ImageSource.of(file), null, Progress.NONE);
        return opened.image().config().bytes();
    }

    private static void check(OpenImage opened, byte[] config, List<byte[]> tars, Packing layers)
            throws IOException {
        assertArrayEquals(config, opened.image().config().bytes());
        assertEquals(Digest.sha256(config), opened.image().id());
        List<Digest> diffIds = tars.stream().map(Digest::sha256).toList();
        assertEquals(diffIds, opened.image().config().diffIds());
        assertEquals(tars.size(), opened.layerCount());
        List<LayerFacts> facts = opened.layers(Progress.NONE);
        for (int i = 0; i < facts.size(); i++) {
            byte[] stored = layers.pack(tars.get(i));
            LayerFacts layer = facts.get(i);
            assertEquals(diffIds.get(i), layer.diffId());
            assertEquals(ChainId.of(diffIds).get(i), layer.chainId());
            assertEquals(Digest.sha256(stored), layer.blob().digest());
            assertEquals(stored.length, layer.blob().size());
            assertEquals(tars.get(i).length, layer.index().tarSize());
            assertTrue(layer.blob().mediaType().value().endsWith(".tar" + layers.suffix()));
            try (InputStream tar = opened.image().layers().get(i).open();
                    InputStream blob = opened.image().layers().get(i).blob()) {
                assertArrayEquals(tars.get(i), tar.readAllBytes());
                assertArrayEquals(stored, blob.readAllBytes());
            }
        }
        FileTree tree = opened.tree(Progress.NONE);
        Map<String, String> wanted = Shown.of(IMAGE.tree());
        assertEquals(wanted, Shown.of(tree));
        assertEquals(IMAGE.tree().totals()[0], tree.totals()[0]);
        assertEquals(List.of(), opened.verify(Progress.NONE));
        for (int at = 0; at < tree.size(); at++) {
            Entry entry = tree.entry(at);
            if (entry != null) {
                checkBytes(opened, entry);
            }
        }
    }

    private static void checkBytes(OpenImage opened, Entry entry) throws IOException {
        try (InputStream in = opened.contents().open(entry, 0)) {
            assertEquals(entry.digest(), Digest.sha256(in.readAllBytes()), entry.path().toString());
        }
        long from = entry.size() / 2;
        try (InputStream in = opened.contents().open(entry, from)) {
            assertEquals(entry.size() - from, in.readAllBytes().length);
        }
    }

    static Stream<Arguments> matrix() {
        List<Arguments> all = new ArrayList<>();
        for (TestArchive.Kind kind : TestArchive.Kind.values()) {
            for (Packing layers : Packing.values()) {
                for (Packing outer : Packing.values()) {
                    if (!kind.isFolder() || outer == Packing.NONE) {
                        all.add(Arguments.of(kind, layers, outer));
                    }
                }
            }
        }
        return all.stream();
    }

    @Test
    void openingReadsInPlaceAndWritesNothing() throws IOException {
        Path home = folder.resolve("home");
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            byte[] config =
                    "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"
                            .getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("a.tar.gz");
            TestArchive.of(TestArchive.Kind.DOCKER_25, config, List.of(), Packing.NONE)
                    .tar(file, Packing.GZIP);
            OpenImage opened = engine.open(ImageSource.of(file), null, Progress.NONE);
            assertEquals(1, opened.tree(Progress.NONE).size());
            assertTrue(Files.notExists(home));
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }
}
