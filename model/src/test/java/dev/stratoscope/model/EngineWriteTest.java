package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What {@link Engine#write} writes: always the same bytes, and what other tools read. */
class EngineWriteTest {
    private static final TestImage IMAGE =
            TestImage.of(
                    layer().directory("d").file("d/f", "hi").symlink("l", "d/f"),
                    layer().whiteout("d/f").file("g", "there"));

    @TempDir Path home;

    @Test
    void theSameDraftGivesTheSameBytes() throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC());
                Engine other =
                        Engine.open(home.resolve("other"), Clock.tickMinutes(ZoneOffset.MAX))) {
            byte[] first = Files.readAllBytes(engine.write(IMAGE.draft("a/b:1"), "a.tar"));
            assertArrayEquals(
                    first, Files.readAllBytes(other.write(IMAGE.draft("a/b:1"), "b.tar")));
        }
    }

    @Test
    void theBytesAreTheGoldenOnes() throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Path file = engine.write(IMAGE.draft("a/b:1"), "a.tar");
            OpenImage opened = engine.open(ImageSource.of(file), null, Progress.NONE);
            assertEquals(
                    "ddbee3ee286b4fc39ba6b8d7985782def7f997da6b91792bc1ac8b624bb089f7",
                    opened.image().id().hex());
            assertEquals(
                    "3bbb04b252a95d516e227ae32e467f667d5ae7faab4e148cfa7b4ae36534b9f6",
                    Digest.sha256(Files.readAllBytes(file)).hex());
        }
    }

    @Test
    void aFileThatIsThereAlreadyIsLeftAlone() throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Path file = engine.write(IMAGE.draft("a/b:1"), "a.tar");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            assertEquals(file, engine.write(IMAGE.draft("a/b:1"), "a.tar"));
            assertEquals(1_000, Files.getLastModifiedTime(file).toMillis());
            engine.write(TestImage.of(layer().file("x", "y")).draft("a/b:1"), "a.tar");
            assertTrue(Files.getLastModifiedTime(file).toMillis() > 1_000);
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }

    @Test
    void twoEqualLayersAreOneBlob() throws IOException {
        TestImage twice = TestImage.of(layer().file("f", "1"), layer().file("f", "1"));
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Path file = engine.write(twice.draft("a/b:1"), "a.tar");
            OpenImage opened = engine.open(ImageSource.of(file), null, Progress.NONE);
            assertEquals(2, opened.layers(Progress.NONE).size());
            assertEquals(List.of(), opened.verify(Progress.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "demo:1", "localhost:5000/demo", "localhost:5000/demo:2"})
    void theLayoutKnowsTheImageByNameAndTag(String name) throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Path file = engine.write(IMAGE.draft(name), "a.tar");
            OpenImage opened =
                    engine.open(ImageSource.parse("oci-archive:" + file), null, Progress.NONE);
            int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
            String tag = colon < 0 ? name : name.substring(colon + 1);
            assertTrue(opened.image().names().contains(tag), opened.image().names() + "");
            assertFalse(opened.image().names().contains("5000/demo"), "the port is no tag");
            assertTrue(opened.image().names().contains(name), opened.image().names() + "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-archive:", "oci-archive:"})
    void skopeoAcceptsIt(String transport) throws Exception {
        assumeTrue(
                Tools.has("skopeo"),
                "skopeo is not installed: its reading of our archives is not tested");
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Path file = engine.write(IMAGE.draft("a/b:1"), "a.tar");
            Path copy = home.resolve("copy");
            String tag = transport.startsWith("docker") ? "" : ":1";
            Tools.run("skopeo", "inspect", "--config", transport + file + tag);
            Tools.run(
                    "skopeo",
                    "copy",
                    "--insecure-policy",
                    transport + file + tag,
                    "oci:" + copy + ":x");
            OpenImage ours = engine.open(ImageSource.of(file), null, Progress.NONE);
            OpenImage theirs = engine.open(ImageSource.of(copy), null, Progress.NONE);
            assertEquals(ours.image().config().diffIds(), theirs.image().config().diffIds());
            assertEquals(List.of(), theirs.verify(Progress.NONE));
            assertTrue(
                    new String(theirs.image().config().bytes(), StandardCharsets.UTF_8)
                            .contains("A=1"));
        }
    }
}
