package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** A layer saved as a file of its own. */
class LayerSavingTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theFileIsTheTarOfTheDiffId(Packing packing) throws IOException {
        byte[] tar = TestImage.tar(layer().file("a", "text ".repeat(9000)).items());
        OpenImage image = open(tar, Digest.sha256(tar), packing);
        Path file = Files.writeString(folder.resolve("L0.tar"), "something else");
        Meter meter = new Meter("all");
        image.saveLayer(0, file, meter);
        assertArrayEquals(tar, Files.readAllBytes(file));
        assertEquals(
                image.image().config().diffIds().getFirst(),
                Digest.sha256(Files.readAllBytes(file)));
        assertEquals(tar.length, meter.state().done());
    }

    @Test
    void otherBytesThanThoseOfTheDiffIdLeaveTheFileAsItWas() throws IOException {
        byte[] tar = TestImage.tar(layer().file("a", "text").items());
        OpenImage image = open(tar, Digest.sha256(new byte[1]), Packing.NONE);
        Path file = Files.writeString(folder.resolve("L0.tar"), "before");
        assertThrows(DigestMismatchException.class, () -> image.saveLayer(0, file, Progress.NONE));
        assertEquals("before", Files.readString(file));
        assertEquals(List.of("L0.tar"), saved());
    }

    @Test
    void aCancelledSavingLeavesNothing() throws IOException {
        byte[] tar = TestImage.tar(layer().file("a", "text").items());
        OpenImage image = open(tar, Digest.sha256(tar), Packing.NONE);
        Meter meter = new Meter("all");
        meter.cancel();
        assertThrows(
                InterruptedIOException.class,
                () -> image.saveLayer(0, folder.resolve("L0.tar"), meter));
        assertEquals(List.of(), saved());
    }

    private List<String> saved() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("L0"))
                    .toList();
        }
    }

    private OpenImage open(byte[] tar, Digest diffId, Packing packing) throws IOException {
        byte[] config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                        .formatted(diffId)
                        .getBytes(StandardCharsets.UTF_8);
        Path file =
                TestArchive.of(TestArchive.Kind.DOCKER_CLASSIC, config, List.of(tar), packing)
                        .tar(folder.resolve("image.tar"), Packing.NONE);
        return Engine.open(folder.resolve("home"), Clock.systemUTC())
                .open(ImageSource.of(file), null, Progress.NONE);
    }
}
