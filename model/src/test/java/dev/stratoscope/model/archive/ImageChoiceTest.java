package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which of several images is meant. */
class ImageChoiceTest {
    private final Image ax = image("linux", "amd64", "a", "docker.io/a/x:1", "1");
    private final Image by = image("linux", "amd64", "b", "docker.io/b/y:1", "1");

    @Test
    void theVeryNameWinsOverAnySharedTag() throws IOException {
        assertEquals(by, choose("docker.io/b/y:1", null, ax, by));
    }

    @Test
    void aShortFormOfOneNameIsEnough() throws IOException {
        assertEquals(ax, choose("x:1", null, ax, by));
    }

    @Test
    void aNameOfAnotherRepositoryIsNotTakenForItsTag() {
        assertTrue(refusal("other/z:1", null, ax).contains("holds no image named other/z:1"));
    }

    @Test
    void severalImagesWithoutAChoiceAreNamed() {
        String refusal = refusal(null, null, ax, by);
        assertTrue(refusal.contains("holds 2 images"), refusal);
        assertTrue(
                refusal.contains("docker.io/a/x:1") && refusal.contains("docker.io/b/y:1"),
                refusal);
    }

    @Test
    void oneImageUnderTwoNamesIsNoChoice() throws IOException {
        Image again = image("linux", "amd64", "a", "docker.io/a/again:2");
        assertEquals(ax, choose(null, null, ax, again));
    }

    @Test
    void ofOneNameThePlatformDecides() throws IOException {
        Image arm = image("linux", "arm64", "c", "m:1");
        Image risc = image("linux", "riscv64", "d", "m:1");
        assertEquals(arm, choose("m:1", "linux/arm64", arm, risc));
        assertTrue(
                refusal("m:1", "linux/s390x", arm, risc)
                        .contains("only for linux/arm64, linux/riscv64"));
    }

    @Test
    void theBestOfSeveralServingPlatformsIsTaken() throws IOException {
        Image narrow = image("linux", "386", "g", "m:1");
        Image wide = image("linux", "amd64", "h", "m:1");
        assertEquals(wide, choose("m:1", "linux/amd64", narrow, wide));
        assertEquals(narrow, choose("m:1", "linux/amd64", narrow));
    }

    @Test
    void platformsAreListedWhereNamesCannotTellImagesApart() {
        Image one = image("plan9", "mips", "e", "m:1");
        Image other = image("plan9", "sparc", "f", "m:1");
        String refusal = refusal("m:1", null, one, other);
        assertTrue(refusal.contains("--platform: plan9/mips, plan9/sparc"), refusal);
    }

    @Test
    void theConfigIsAskedWhereTheIndexIsSilentOnThePlatform() {
        ImageChoice choice = new ImageChoice("box", null, Platform.parse("linux/arm64"));
        assertThrows(ImageFormatException.class, () -> choice.checked(ax));
    }

    private static Image choose(@Nullable String name, @Nullable String platform, Image... images)
            throws ImageFormatException {
        return new ImageChoice("box", name, platform == null ? null : Platform.parse(platform))
                .ofDocker(List.of(images));
    }

    private static String refusal(
            @Nullable String name, @Nullable String platform, Image... images) {
        return String.valueOf(
                assertThrows(ImageFormatException.class, () -> choose(name, platform, images))
                        .getMessage());
    }

    private static Image image(String os, String architecture, String author, String... names) {
        byte[] config =
                ("{\"os\":\""
                                + os
                                + "\",\"architecture\":\""
                                + architecture
                                + "\",\"author\":\""
                                + author
                                + "\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return new Image(
                    Descriptor.of(MediaType.DOCKER_CONFIG, config),
                    ImageConfig.parse("config", config, new Documents(Limits.DEFAULT)),
                    List.of(),
                    List.of(names));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
