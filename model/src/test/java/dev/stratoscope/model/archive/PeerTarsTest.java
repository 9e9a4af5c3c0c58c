package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.tree.SameIndex;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tars of peers' test suites as layers: a name with {@code -fail} is refused, all others are read.
 */
class PeerTarsTest {
    static final List<String> FOLDERS =
            List.of(
                    "alexcrichton__tar-rs",
                    "apache__commons-compress",
                    "libarchive__libarchive",
                    "moby__go-archive",
                    "snyk__zip-slip-vulnerability",
                    "vbatts__tar-split");

    /** What cannot be a layer although a tar reader may read it, and why it is refused. */
    private static final Map<String, String> REFUSED =
            Map.of(
                    "zip-slip.tar", "a name leads out of the root",
                    "empty_filename.tar", "an entry without a name",
                    "test_read_format_tar_empty_filename.tar", "an entry without a name",
                    "test_read_format_tar_V_negative_size.tar",
                            "its first header's size is no number",
                    "test_read_format_tar_pax_g_large.tar",
                            "an extended header of gigabytes, cut short",
                    "test_read_pax_empty_val_no_nl.tar", "a record without its newline",
                    "test_read_format_tar_pax_timestamps.tar", "an mtime that is no number");

    /** Of those, the ones that are whole as tars: only what their names say is no layer's. */
    private static final Set<String> LISTED =
            Set.of("zip-slip.tar", "empty_filename.tar", "test_read_format_tar_empty_filename.tar");

    @TestFactory
    Stream<DynamicTest> tars() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path file : SharedCases.files(folder)) {
                String name = file.getFileName().toString();
                if (isTar(name)) {
                    tests.add(
                            DynamicTest.dynamicTest(folder + " " + name, () -> check(file, name)));
                }
            }
        }
        return tests.stream();
    }

    private static boolean isTar(String name) {
        return name.endsWith(".tar")
                || name.endsWith(".tar.gz")
                || name.endsWith(".tgz")
                || name.endsWith(".tar.zst")
                || name.length() == 64;
    }

    private static void check(Path file, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (LISTED.contains(name)) {
            assertFalse(EntryList.read(bytes).entries().isEmpty());
        }
        if (name.contains("-fail") || REFUSED.containsKey(name)) {
            IOException e =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> assertThrows(IOException.class, () -> Scan.of(bytes)));
            assertTrue(e.getMessage().startsWith("layer.tar"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        } else {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> SameIndex.check(Scan.of(bytes).index()));
        }
    }
}
