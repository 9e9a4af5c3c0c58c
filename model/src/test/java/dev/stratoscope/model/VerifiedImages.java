package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Images to verify, sound ones and such that are broken in one place. */
abstract class VerifiedImages {
    @TempDir Path folder;

    static void assertOnly(String text, List<Finding> found) {
        assertEquals(1, found.size(), found.toString());
        Finding one = found.getFirst();
        String whole =
                one.severity().name().toLowerCase(Locale.ROOT)
                        + " "
                        + one.code().word()
                        + " "
                        + one.layer()
                        + " "
                        + one.path()
                        + " "
                        + one;
        assertTrue(whole.contains(text), whole);
    }

    static List<String> codes(List<Finding> found) {
        return found.stream().map(one -> one.code().word() + " " + one.layer()).toList();
    }

    List<Finding> findings(Path image) throws IOException {
        return open(image).verify(Progress.NONE);
    }

    List<Finding> findings(TestImage image) throws IOException {
        return findings(layout(image, Packing.NONE));
    }

    OpenImage open(Path image) throws IOException {
        return Engine.open(folder.resolve("home"), Clock.systemUTC())
                .open(ImageSource.of(image), null, Progress.NONE);
    }

    static TestImage sound() {
        return TestImage.of(
                layer().directory("etc").file("etc/motd", "hi"),
                layer().file("etc/motd", "there").whiteout("etc/gone"));
    }

    Path archive(byte[] config) throws IOException {
        return archive(TestArchive.Kind.DOCKER_CLASSIC, Packing.NONE, config);
    }

    Path archive(TestArchive.Kind kind, Packing packing, byte[] config) throws IOException {
        TestArchive archive = TestArchive.of(kind, config, sound().tars(), packing);
        Path place = folder.resolve(kind + "-" + packing);
        return kind == TestArchive.Kind.OCI_FOLDER
                ? archive.folder(place)
                : archive.tar(place, Packing.NONE);
    }

    Path layout(Packing packing) throws IOException {
        return layout(sound(), packing);
    }

    Path layout(TestImage image, Packing packing) throws IOException {
        byte[] config = config(image.tars(), 2, "");
        return TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, image.tars(), packing)
                .folder(Files.createTempDirectory(folder, "layout"));
    }

    static byte[] config(int steps, String more) throws IOException {
        return config(sound().tars(), steps, more);
    }

    static byte[] config(List<byte[]> tars, int steps, String more) {
        List<String> diffIds = tars.stream().map(tar -> "'" + Digest.sha256(tar) + "'").toList();
        List<String> history = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            history.add("{'created_by':'step " + i + "'}");
        }
        String config =
                "{'architecture':'amd64','os':'linux','rootfs':{'type':'layers','diff_ids':"
                        + diffIds
                        + "},'history':"
                        + history
                        + more
                        + "}";
        return config.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode manifest(Path image) throws IOException {
        JsonNode index = new JsonMapper().readTree(image.resolve("index.json").toFile());
        return new JsonMapper()
                .readTree(image.resolve(place(index.path("manifests").get(0))).toFile());
    }

    static String blob(Path image, int layer) throws IOException {
        return place(manifest(image).path("layers").get(layer));
    }

    static String place(JsonNode descriptor) {
        return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
    }

    /** Changes the manifest, and the index so that it leads there. */
    static void rewrite(Path image, UnaryOperator<String> change) throws IOException {
        Path index = image.resolve("index.json");
        String list = Files.readString(index);
        JsonNode descriptor = new JsonMapper().readTree(list).path("manifests").get(0);
        byte[] manifest =
                change.apply(Files.readString(image.resolve(place(descriptor))))
                        .getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.sha256(manifest);
        Files.write(image.resolve("blobs/sha256/" + digest.hex()), manifest);
        Files.writeString(
                index,
                list.replace(descriptor.path("digest").asText(), digest.toString())
                        .replace(
                                "\"size\":" + descriptor.path("size"),
                                "\"size\":" + manifest.length));
    }

    static String quoted(String type) {
        return '"' + type + '"';
    }

    static String pattern(String type) {
        return Pattern.quote(quoted(type));
    }
}
