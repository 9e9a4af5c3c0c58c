package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whatever documents say, messages are one line without control characters, and no other kind of
 * exception comes out.
 */
class MessagesTest {
    private static final String EVIL = "a\\nb\\u001b[31mred\\u202egnp\\r";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource
    void hostileTextIsEscapedInMessages(Map<String, String> documents) throws IOException {
        ImageFormatException e = refused(documents);
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(
                e.getMessage()
                        .codePoints()
                        .noneMatch(
                                c ->
                                        Character.getType(c) == Character.CONTROL
                                                || Character.getType(c) == Character.FORMAT),
                e.getMessage());
    }

    static Stream<Map<String, String>> hostileTextIsEscapedInMessages() {
        String digest = Digest.sha256(new byte[0]).toString();
        String config = "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String other = "{\"os\":\"plan9\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String two = "{\"Config\":\"c%1$s\",\"Layers\":[],\"RepoTags\":[\"" + EVIL + "%1$s\"]}";
        return Stream.of(
                Map.of("manifest.json", "[{\"Config\":\"" + EVIL + "\",\"Layers\":[]}]"),
                Map.of("manifest.json", "[{\"Config\":\"../" + EVIL + "\",\"Layers\":[]}]"),
                Map.of(
                        "manifest.json",
                        "[" + two.formatted(1) + "," + two.formatted(2) + "]",
                        "c1",
                        config,
                        "c2",
                        other),
                Map.of("manifest.json", "[" + EVIL + "]"),
                Map.of("manifest.json", "[{\"" + EVIL + "\":1,\"" + EVIL + "\":2}]"),
                Map.of(
                        "index.json",
                        "{\"manifests\":[{\"size\":1,\"digest\":\"" + EVIL + ":00\"}]}"),
                Map.of(
                        "index.json",
                        "{\"manifests\":[{\"size\":1,\"digest\":\"sha256:" + EVIL + "\"}]}"),
                Map.of(
                        "index.json",
                        "{\"manifests\":[],\"mediaType\":\"" + EVIL + "\",\"layers\":[]}"),
                Map.of(
                        "index.json",
                        "{\"manifests\":[{\"size\":-1,\"digest\":\"" + digest + "\"}]}"));
    }

    @Test
    void aLayerThatIsMissingIsNamedInOneLine() throws IOException {
        String config =
                "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                        + Digest.sha256(new byte[0])
                        + "\"]}}";
        Path file =
                write(
                        Map.of(
                                "manifest.json",
                                "[{\"Config\":\"c\",\"Layers\":[\"" + EVIL + "\"]}]",
                                "c",
                                config));
        OpenImage image = open(file);
        IOException e = assertThrows(IOException.class, () -> image.layers(Progress.NONE));
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().chars().noneMatch(c -> c < ' '), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource
    void oddDocumentsAreRefusedAndNothingElse(String document) throws IOException {
        refused(Map.of("manifest.json", document));
        refused(Map.of("index.json", document));
        refused(Map.of("manifest.json", "[{\"Config\":\"c\",\"Layers\":[]}]", "c", document));
    }

    static Stream<String> oddDocumentsAreRefusedAndNothingElse() {
        return Stream.of(
                "",
                " ",
                "null",
                "0",
                "\"x\"",
                "[]",
                "[null]",
                "[[]]",
                "[1]",
                "{",
                "nul",
                "\u0000",
                "{}{}",
                "{\"manifests\":null}",
                "{\"manifests\":[null]}",
                "{\"manifests\":[1]}",
                "{\"manifests\":{}}",
                "{\"manifests\":[{\"digest\":1,\"size\":\"x\"}]}",
                "[{\"Config\":null}]",
                "[{\"Config\":\"\"}]",
                "{\"rootfs\":null}",
                "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[null]}}",
                "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:0\"]}}",
                "\u00ff\u00fe\u0000",
                "{\"a\":1,\"a\":2}");
    }

    @Test
    void twoImagesWithoutNamesAreNotChosenBetween() throws IOException {
        String one = "{\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String other = "{\"os\":\"plan9\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String manifest =
                "[{\"Config\":\"one\",\"Layers\":[]},{\"Config\":\"other\",\"Layers\":[],\"RepoTags\":null}]";
        refused(Map.of("manifest.json", manifest, "one", one, "other", other));
    }

    private ImageFormatException refused(Map<String, String> documents) throws IOException {
        Path file = write(documents);
        ImageFormatException e =
                assertThrows(ImageFormatException.class, () -> open(file), documents + "");
        assertTrue(e.getMessage().contains(": "), e.getMessage());
        return e;
    }

    private OpenImage open(Path file) throws IOException {
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            return engine.open(ImageSource.of(file), null, Progress.NONE);
        }
    }

    private Path write(Map<String, String> documents) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        documents.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return TestArchive.of(files).tar(folder.resolve("a.tar"), Packing.NONE);
    }
}
