package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The generated hostile inputs of {@code ../shared/cases/hostile}: each is refused in one line or
 * shown safely, and soon.
 */
class HostileCasesTest {
    private static final List<String> FAMILIES =
            List.of("layer/", "stream/", "oci/", "docker-archive/");

    /**
     * What is refused of the cases whose expectation leaves both open; the others of those open. An
     * index without manifests is listed, but there is nothing to open in it.
     */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "layer/own-(dotdot-.*|pax-path-escape).tar"
                            + "|layer/goarchive-.*Invalid(Filenames-|Hardlink-|Symlink-4).*"
                            + "|stream/trailing-garbage.tar.gz"
                            + "|oci/(case-variant-keys|index-empty|index-null-manifests).tar"
                            + "|oci/layers-10000.tar");

    @TempDir Path folder;
    @TempDir Path home;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode one : SharedCases.json("hostile/cases-give.json").path("cases")) {
            String file = one.path("file").asText();
            if (FAMILIES.stream().anyMatch(file::startsWith)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                file, () -> check(file, one.path("expect").asText())));
            }
        }
        return tests.stream();
    }

    private void check(String file, String expected) throws IOException {
        Path given = SharedCases.path("hostile/" + file);
        boolean layer = file.startsWith("layer/") || file.startsWith("stream/");
        byte[] bytes = Files.exists(given) ? Files.readAllBytes(given) : new byte[0];
        Path image = layer ? wrapped(bytes) : given;
        Set<String> before = listing();
        IOException refusal =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(file, image));
        assertEquals(before, listing(), "nothing is written");
        if (refusal != null) {
            String message = String.valueOf(refusal.getMessage());
            assertEquals(1, message.lines().count(), message);
            assertTrue(message.contains(": ") || message.contains("limit"), message);
            assertFalse(message.chars().anyMatch(c -> c < ' ' || c == 0x7f), message);
        }
        boolean decidedHere = expected.contains(" or ") || REFUSED.matcher(file).matches();
        boolean refuses =
                decidedHere ? REFUSED.matcher(file).matches() : expected.startsWith("refuse");
        if (refuses && refusal == null) {
            fail("opened, though expected: " + expected);
        }
        if (!refuses && refusal != null) {
            throw new AssertionError("refused, though expected: " + expected, refusal);
        }
    }

    /** Opens and reads everything there is to read; what is thrown is the refusal. */
    private @Nullable IOException refusal(String file, Path image) {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            OpenImage opened = engine.open(ImageSource.of(image), null, Progress.NONE);
            opened.layers(Progress.NONE);
            FileTree tree = opened.tree(Progress.NONE);
            for (int at = 0; at < Math.min(tree.size(), 1_000); at++) {
                var entry = tree.entry(at);
                if (entry != null) {
                    try (InputStream in = opened.contents().open(entry, 0)) {
                        assertEquals(entry.digest(), Digest.sha256(in.readAllBytes()));
                    }
                }
                assertFalse(tree.name(at).toString().equals(".."), file);
                assertTrue(at == 0 || tree.type(at) != EntryType.WHITEOUT, file);
            }
            opened.history(Progress.NONE);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** A layer of whatever bytes in an image that says nothing wrong itself. */
    private Path wrapped(byte[] layer) throws IOException {
        byte[] tar = layer;
        boolean gzip = layer.length > 2 && layer[0] == 0x1f && (layer[1] & 0xff) == 0x8b;
        if (gzip) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(layer))) {
                tar = in.readAllBytes();
            } catch (IOException e) {
                tar = new byte[0];
            }
        }
        byte[] config =
                ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                                + Digest.sha256(tar)
                                + "\"]}}")
                        .getBytes(StandardCharsets.US_ASCII);
        return TestArchive.of(TestArchive.Kind.OCI_ARCHIVE, config, List.of(layer), Packing.NONE)
                .tar(folder.resolve("wrapped.tar"), Packing.NONE);
    }

    private Set<String> listing() throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                all.add(file + " " + (Files.isRegularFile(file) ? Files.size(file) : "-"));
            }
        }
        return all;
    }
}
