package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which of several images is meant. */
class ImageChoiceTest {
    private final ListedImage ax = image("linux", "amd64", "a", "docker.io/a/x:1", "1");
    private final ListedImage arm = image("linux", "arm64", "c", "m:1");
    private final ListedImage by = image("linux", "amd64", "b", "docker.io/b/y:1", "1");

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
        ListedImage again = image("linux", "amd64", "a", "docker.io/a/again:2");
        assertEquals(ax, choose(null, null, ax, again));
    }

    @Test
    void ofOneNameThePlatformDecides() throws IOException {
        ListedImage risc = image("linux", "riscv64", "d", "m:1");
        assertEquals(arm, choose("m:1", "linux/arm64", arm, risc));
        assertTrue(
                refusal("m:1", "linux/s390x", arm, risc)
                        .contains("only for linux/arm64, linux/riscv64"));
    }

    @Test
    void theBestOfSeveralServingPlatformsIsTaken() throws IOException {
        ListedImage narrow = image("linux", "386", "g", "m:1");
        ListedImage wide = image("linux", "amd64", "h", "m:1");
        assertEquals(wide, choose("m:1", "linux/amd64", narrow, wide));
        assertEquals(narrow, choose("m:1", "linux/amd64", narrow));
    }

    @Test
    void platformsAreListedWhereNamesCannotTellImagesApart() {
        ListedImage one = image("plan9", "mips", "e", "m:1");
        ListedImage other = image("plan9", "sparc", "f", "m:1");
        String refusal = refusal("m:1", null, one, other);
        assertTrue(refusal.contains("--platform: plan9/mips, plan9/sparc"), refusal);
    }

    @Test
    void anImageForAnotherPlatformThanAskedForIsRefused() {
        assertTrue(refusal(null, "linux/arm64", ax).contains("only for linux/amd64"));
    }

    @Test
    void ofOneIndexTheFirstForAPlatformWins() throws IOException {
        ListedImage again = image("linux", "arm64", "z", "m:1").at(1, arm.group());
        assertEquals(arm, choose(null, "linux/arm64", arm, again));
    }

    @Test
    void numbersAndDigestsChooseWhatNamesCannot() throws IOException {
        ListedImage first = image("linux", "amd64", "a").at(0, 0);
        ListedImage second = image("linux", "amd64", "b").at(1, 1);
        assertTrue(refusal(null, null, first, second).contains("name one of @0, @1"));
        assertEquals(second, choose("@1", null, first, second));
        assertEquals(first, choose(first.selector(), null, first, second));
        String id = second.manifest().digest().shortHex();
        assertEquals(second, choose("@" + id, null, first, second));
        assertTrue(refusal("@2", null, first, second).contains("from @0 to @1"));
    }

    @Test
    void whatIsNotThereIsNotChosenWhileAnotherIs() throws IOException {
        ListedImage missing = missing("linux", "amd64", "m:1");
        assertEquals(arm, choose(null, null, missing, arm));
        assertEquals(missing, choose("m:1", "linux/amd64", missing, arm));
    }

    private static ListedImage choose(
            @Nullable String name, @Nullable String platform, ListedImage... images)
            throws ImageFormatException {
        return new ImageChoice("box", name, platform == null ? null : Platform.parse(platform))
                .of(List.of(images));
    }

    private static String refusal(
            @Nullable String name, @Nullable String platform, ListedImage... images) {
        return String.valueOf(
                assertThrows(ImageFormatException.class, () -> choose(name, platform, images))
                        .getMessage());
    }

    private static ListedImage image(String os, String architecture, String id, String... names) {
        return listed(os, architecture, id, null, names);
    }

    private static ListedImage missing(String os, String architecture, String... names) {
        return listed(os, architecture, "missing", "is missing", names);
    }

    private static ListedImage listed(
            String os, String architecture, String id, @Nullable String problem, String... names) {
        Descriptor manifest =
                Descriptor.of(MediaType.OCI_MANIFEST, id.getBytes(StandardCharsets.UTF_8));
        return new ListedImage(
                0,
                List.of(names).hashCode(),
                manifest,
                manifest.digest(),
                List.of(names),
                new Platform(os, architecture, null),
                ListedImage.Kind.IMAGE,
                "",
                0,
                problem,
                List.of());
    }
}
