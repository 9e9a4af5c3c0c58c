package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Images of peers' test suites: ids, layers and merged trees are those that were computed without
 * any tool of ours.
 */
class PeerImagesTest {
    /** Files that are no image archives of today, and what we show them as instead. */
    private static final Map<String, String> SHOWN_ANYHOW =
            Map.of(
                    "google__go-containerregistry/v1/tarball/testdata/no_manifest.tar",
                            "c47412cb682fcf4ae43f536a788069f78552f928a55eeb09ba1455e0f9a2306e",
                    "google__go-containerregistry/v1/tarball/testdata/content.tar", "content.tar");

    @TempDir Path home;

    @TestFactory
    Stream<DynamicTest> images() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file :
                SharedCases.json("facts/images-give.json").properties()) {
            String name = file.getKey();
            JsonNode images = file.getValue().path("images");
            if (SHOWN_ANYHOW.containsKey(name)) {
                tests.add(DynamicTest.dynamicTest(name + " is shown", () -> shown(name)));
                continue;
            }
            if (file.getValue().has("error") || images.isEmpty()) {
                tests.add(DynamicTest.dynamicTest(name + " is refused", () -> refused(name)));
            }
            for (JsonNode image : images) {
                tests.add(
                        DynamicTest.dynamicTest(
                                label(name, image), () -> check(name, images, image)));
            }
        }
        return tests.stream();
    }

    private static String label(String name, JsonNode image) {
        return name + " " + image.path("names") + " " + image.path("architecture").asText();
    }

    /** A layer's tar is one layer; what docker wrote before it had manifests is an image. */
    private void shown(String name) throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            ImageSource source = ImageSource.of(SharedCases.path(name));
            OpenImage opened = engine.open(source, null, Progress.NONE);
            assertEquals(1, opened.layers(Progress.NONE).size());
            String location = opened.image().layers().getFirst().location();
            assertTrue(location.startsWith(SHOWN_ANYHOW.get(name)), location);
            assertTrue(opened.tree(Progress.NONE).size() > 1);
        }
    }

    private void refused(String name) {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            ImageSource source = ImageSource.of(SharedCases.path(name));
            assertThrows(
                    ImageFormatException.class, () -> engine.open(source, null, Progress.NONE));
        }
    }

    private void check(String name, JsonNode all, JsonNode wanted) throws IOException {
        Path path = SharedCases.path(name);
        if (wanted.has("error")) {
            try (Engine engine = Engine.open(home, Clock.systemUTC())) {
                assertThrows(
                        ImageFormatException.class,
                        () ->
                                engine.open(ImageSource.of(path), null, Progress.NONE)
                                        .layers(Progress.NONE));
            }
            return;
        }
        boolean lies = false;
        boolean artifact = wanted.path("os").isNull();
        for (JsonNode layer : wanted.path("layers")) {
            lies |= !artifact && !layer.path("diffid_matches").asBoolean();
        }
        if (lies) {
            assertThrows(
                    ImageFormatException.class,
                    () -> open(path, name, all, wanted).layers(Progress.NONE));
            return;
        }
        OpenImage opened = open(path, name, all, wanted);
        assertEquals(wanted.path("image_id").asText(), opened.image().id().toString());
        layers(opened, wanted.path("layers"));
        assertEquals(String.join("\n", tree(wanted.path("tree"))), String.join("\n", tree(opened)));
    }

    private OpenImage open(Path path, String name, JsonNode all, JsonNode wanted)
            throws IOException {
        JsonNode names = wanted.path("names");
        String chosen = names.isArray() ? names.path(0).asText() : names.asText("");
        String transport =
                wanted.has("manifest")
                        ? (name.endsWith("/") ? "oci:" : "oci-archive:")
                        : "docker-archive:";
        boolean named = all.size() > 1 && !names.isNull() && !chosen.isEmpty();
        Platform platform =
                wanted.path("platform").isObject() && all.size() > 1 && !named
                        ? new Platform(
                                wanted.path("os").asText(),
                                wanted.path("architecture").asText(),
                                null)
                        : null;
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            String text = transport + path + (named ? ":" + chosen : "");
            return engine.open(ImageSource.parse(text), platform, Progress.NONE);
        }
    }

    private static void layers(OpenImage opened, JsonNode wanted) throws IOException {
        List<LayerFacts> layers = opened.layers(Progress.NONE);
        assertEquals(wanted.size(), layers.size());
        for (LayerFacts layer : layers) {
            JsonNode told = wanted.path(layer.number());
            assertEquals(told.path("blob").asText(), layer.blob().digest().toString());
            assertEquals(told.path("blob_size").asLong(), layer.blob().size());
            assertEquals(told.path("diffid").asText(), layer.diffId().toString());
            assertEquals(told.path("chainid").asText(), layer.chainId().toString());
            assertEquals(told.path("tar_size").asLong(), layer.index().tarSize());
            int whiteouts = 0;
            LayerIndex index = layer.index();
            for (int node = 0; node < index.size(); node++) {
                whiteouts += (index.isWhiteout(node) ? 1 : 0) + (index.isOpaque(node) ? 1 : 0);
            }
            assertEquals(told.path("whiteouts").asInt(), whiteouts);
            int unseen = whiteouts + (index.isImplied(0) ? 0 : 1);
            assertEquals(told.path("entries").asInt(), index.entries() - unseen);
        }
    }

    private static List<String> tree(JsonNode wanted) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : wanted.properties()) {
            JsonNode node = one.getValue();
            String type = node.path("type").asText();
            boolean link = type.equals("hardlink");
            String digest = node.path(link ? "resolves" : "sha256").asText();
            String target = type.equals("symlink") ? node.path("target").asText() : "";
            lines.put(
                    one.getKey(),
                    line(
                            link ? "file" : type,
                            Integer.decode(node.path("mode").asText().replace("0o", "0")),
                            node.path("uid").asLong(),
                            node.path("gid").asLong(),
                            link ? -1 : node.path("size").asLong(),
                            digest,
                            target));
        }
        return lines.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
    }

    private static List<String> tree(OpenImage opened) throws IOException {
        FileTree tree = opened.tree(Progress.NONE);
        Map<String, String> lines = new TreeMap<>();
        for (int at = 1; at < tree.size(); at++) {
            if (tree.isImplied(at)) {
                continue;
            }
            Entry file = tree.entry(at);
            var said = tree.attributes(at);
            boolean link = said.type() == EntryType.HARDLINK;
            Digest digest = tree.digest(at);
            lines.put(
                    tree.path(at).toString(),
                    line(
                            file == null ? said.type().word() : "file",
                            said.mode(),
                            said.uid(),
                            said.gid(),
                            link ? -1 : tree.fileSize(at),
                            digest == null ? "" : digest.hex(),
                            said.type() == EntryType.SYMLINK ? said.link().toString() : ""));
        }
        return lines.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
    }

    private static String line(
            String type, int mode, long uid, long gid, long size, String digest, String target) {
        return "%s %o %d:%d %d %s %s".formatted(type, mode, uid, gid, size, digest, target);
    }
}
