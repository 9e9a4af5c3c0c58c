package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an image says of its blobs is checked: reliability.md, rows 45, 46, 51, 53, 54 and 57. */
class ClaimsTest {
    @TempDir Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String layer = "";
    private String config = "";
    private String manifest = "";

    @BeforeEach
    void image() throws IOException {
        byte[] tar = TestImage.tar(TestImage.layer().file("f", "text").items());
        layer = blob(tar);
        config =
                blob(
                        "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                                .formatted(Digest.sha256(tar)));
        manifest =
                blob(
                        "{\"config\":%s,\"layers\":[%s]}"
                                .formatted(descriptor(config, ""), descriptor(layer, "")));
        index(manifest);
    }

    @Test
    void anImageThatKeepsItsWordOpens() throws IOException {
        assertEquals(2, read());
    }

    @Test
    void aBlobThatWasChangedIsRefused() {
        for (String changed : new String[] {layer, config, manifest}) {
            byte[] good = files.get(changed);
            byte[] bad = good.clone();
            bad[bad.length - 1] ^= 1;
            files.put(changed, bad);
            IOException e = refused();
            assertTrue(e.getMessage().contains(changed.substring(13)), e.getMessage());
            files.put(changed, good);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 512})
    void aBlobOfAnotherSizeIsRefused(int more) throws IOException {
        for (String spoiled : new String[] {layer, config}) {
            String other = "\"size\":" + (files.get(spoiled).length + more);
            String good = "\"size\":" + files.get(spoiled).length;
            String text = new String(files.get(manifest), StandardCharsets.UTF_8);
            String before = manifest;
            manifest = blob(text.replace(good, other));
            index(manifest);
            assertTrue(refused().getMessage().contains("bytes long, not"), spoiled);
            manifest = before;
            index(manifest);
        }
    }

    @Test
    void aMissingBlobIsNamed() {
        for (String missing : new String[] {layer, config, manifest}) {
            byte[] bytes = files.remove(missing);
            String message = refused().getMessage();
            assertTrue(message.contains("missing"), message);
            files.put(missing, bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"%s\",\"%s\"", "\"sha256:%2$s\""})
    void diffIdsThatDoNotFitTheLayersAreRefused(String diffIds) throws IOException {
        Digest right = Digest.sha256(files.get(layer));
        String wrong = "0a".repeat(32);
        String ids =
                diffIds.contains("2$")
                        ? diffIds.formatted("", wrong)
                        : diffIds.formatted(right, right);
        String other = blob("{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + ids + "]}}");
        index(
                blob(
                        "{\"config\":%s,\"layers\":[%s]}"
                                .formatted(descriptor(other, ""), descriptor(layer, ""))));
        refused();
    }

    @Test
    void aLayerThatLiesElsewhereIsNeverFetched() throws IOException {
        String urls = ",\"urls\":[\"http://169.254.169.254/latest\",\"file:///etc/passwd\"]";
        files.remove(manifest);
        String foreign = descriptor(layer, urls);
        files.remove(layer);
        index(blob("{\"config\":%s,\"layers\":[%s]}".formatted(descriptor(config, ""), foreign)));
        assertTrue(refused().getMessage().contains("missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../../../etc/passwd", "loop", "./loop"})
    void linksInAnArchiveNeverLeadToTheDisk(String target) throws IOException {
        Map<String, byte[]> docker = new LinkedHashMap<>();
        docker.put("c", files.get(config));
        docker.put("manifest.json", bytes("[{\"Config\":\"c\",\"Layers\":[\"loop\"]}]"));
        Path file = folder.resolve("links.tar");
        TestArchive.of(docker).link("loop", target).tar(file, Packing.NONE);
        assertThrows(ImageFormatException.class, () -> read(file));
        docker.put("manifest.json", bytes("[{\"Config\":\"loop\",\"Layers\":[]}]"));
        TestArchive.of(docker).link("loop", target).tar(file, Packing.NONE);
        assertThrows(ImageFormatException.class, () -> read(file));
    }

    @Test
    void linksInALayoutFolderNeverLeadOutOfIt() throws IOException {
        Path layout = TestArchive.of(files).folder(folder.resolve("layout"));
        Path outside = Files.write(folder.resolve("outside"), files.get(layer));
        Path blob = layout.resolve(layer);
        Files.delete(blob);
        Files.createSymbolicLink(blob, outside);
        assertThrows(IOException.class, () -> read(layout));
    }

    private String descriptor(String blob, String more) {
        byte[] bytes = files.get(blob);
        return "{\"mediaType\":\"\",\"digest\":\"%s\",\"size\":%d%s}"
                .formatted(Digest.sha256(bytes), bytes.length, more);
    }

    private void index(String blob) {
        files.put("index.json", bytes("{\"manifests\":[" + descriptor(blob, "") + "]}"));
    }

    private String blob(String text) {
        return blob(bytes(text));
    }

    private String blob(byte[] bytes) {
        String place = "blobs/sha256/" + Digest.sha256(bytes).hex();
        files.put(place, bytes);
        return place;
    }

    private IOException refused() {
        IOException e = assertThrows(IOException.class, this::read);
        Refusals.check(e);
        return e;
    }

    private int read() throws IOException {
        return read(TestArchive.of(files).tar(folder.resolve("image.tar"), Packing.NONE));
    }

    private int read(Path file) throws IOException {
        try (Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            OpenImage image = engine.open(ImageSource.of(file), null, Progress.NONE);
            return image.tree(Progress.NONE).size();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
