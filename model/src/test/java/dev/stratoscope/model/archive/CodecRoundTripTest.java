package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.Tools;
import dev.stratoscope.model.tree.ByteString;

import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Tars of every origin: their entries, written again, are an equal list of entries. Whatever lies
 * in a tar and is one itself, as a layer in an image, is done as well.
 */
class CodecRoundTripTest {
    private static final int MOST_NESTING = 3;

    private static final List<String> FOLDERS =
            List.of(
                    "alexcrichton__tar-rs",
                    "apache__commons-compress",
                    "libarchive__libarchive",
                    "moby__go-archive",
                    "snyk__zip-slip-vulnerability",
                    "vbatts__tar-split",
                    "hostile/layer",
                    "hostile/stream",
                    "hostile/docker-archive",
                    "hostile/oci",
                    "GoogleContainerTools__container-diff",
                    "GoogleContainerTools__jib",
                    "anchore__stereoscope",
                    "aquasecurity__trivy",
                    "google__go-containerregistry",
                    "wagoodman__dive");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> tarsOfPeersAndThoseInThem() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : FOLDERS) {
            for (Path file : SharedCases.files(name)) {
                byte[] bytes = plain(Files.readAllBytes(file));
                if (TarHeader.looksLikeTar(bytes)) {
                    String title = name + " " + file.getFileName();
                    tests.add(DynamicTest.dynamicTest(title, () -> check(title, bytes, 0)));
                }
            }
        }
        assertTrue(tests.size() > 200, "only " + tests.size() + " tars");
        return tests.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "v7,",
        "ustar,",
        "oldgnu,",
        "gnu,",
        "posix,",
        "oldgnu,--sparse",
        "gnu,--sparse",
        "posix,--sparse-version=0.0",
        "posix,--sparse-version=0.1",
        "posix,--sparse-version=1.0"
    })
    void tarsOfGnuTar(String format, @Nullable String sparse) throws Exception {
        assumeTrue(Tools.has("tar"), "tar is not installed: format " + format + " is not tested");
        Path tree = Files.createDirectories(folder.resolve("t/d"));
        Files.writeString(tree.resolve("f"), "hi");
        Files.setLastModifiedTime(tree.resolve("f"), FileTime.fromMillis(-1_500));
        Files.createLink(tree.resolve("hard"), tree.resolve("f"));
        Files.createSymbolicLink(tree.resolve("soft"), Path.of("../nowhere"));
        try (RandomAccessFile holes = new RandomAccessFile(tree.resolve("holes").toFile(), "rw")) {
            for (int i = 1; i < 30; i++) {
                holes.seek(i * 100_000L);
                holes.write("piece".getBytes(StandardCharsets.US_ASCII));
            }
            holes.setLength(5L << 30);
        }
        if (sparse == null) {
            Files.delete(tree.resolve("holes"));
        }
        if (format.equals("posix") || format.endsWith("gnu")) {
            Files.writeString(tree.resolve("n".repeat(200)), "long");
            Files.createSymbolicLink(tree.resolve("far"), Path.of("l".repeat(300)));
        }
        Path tar = folder.resolve("a.tar");
        List<String> command = new ArrayList<>(List.of("tar", "--format=" + format));
        if (sparse != null) {
            command.add("--sparse");
            command.add(sparse);
        }
        command.addAll(List.of("--sort=name", "-C", folder + "", "-cf", tar + "", "t"));
        Tools.run(command.toArray(String[]::new));
        byte[] bytes = Files.readAllBytes(tar);
        assertTrue(EntryList.read(bytes).entries().size() > 3);
        check(format, bytes, 0);
        Path again = Files.write(folder.resolve("b.tar"), EntryList.read(bytes).write());
        assertEquals(
                Tools.run("tar", "-tvf", tar + ""), Tools.run("tar", "-tvf", again + ""), format);
    }

    private static void check(String title, byte[] tar, int depth) throws IOException {
        EntryList entries;
        try {
            entries = EntryList.read(tar);
        } catch (IOException e) {
            return;
        }
        byte[] written = entries.write();
        EntryList again = EntryList.read(written);
        assertEquals(entries, again, title);
        assertArrayEquals(written, again.write(), title);
        if (depth == MOST_NESTING) {
            return;
        }
        for (EntryList.One entry : entries.entries()) {
            byte[] inner = plain(entry.content());
            if (entry.sparse() == null && TarHeader.looksLikeTar(inner)) {
                check(title + " " + entry.path(), inner, depth + 1);
            }
        }
    }

    private static byte[] plain(ByteString content) {
        return content.length() < 20 ? new byte[0] : plain(content.toByteArray());
    }

    /** Decompressed as far as that goes. */
    static byte[] plain(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, 4);
        int magic = (head[0] & 0xff) << 8 | (head[1] & 0xff);
        try (InputStream in =
                switch (magic) {
                    case 0x1f8b -> new GZIPInputStream(new ByteArrayInputStream(bytes));
                    case 0x1f9d -> new ZCompressorInputStream(new ByteArrayInputStream(bytes));
                    case 0x28b5 -> new ZstdInputStream(new ByteArrayInputStream(bytes));
                    default -> new ByteArrayInputStream(bytes);
                }) {
            return magic == 0x1f8b || magic == 0x1f9d || magic == 0x28b5
                    ? in.readNBytes(64 << 20)
                    : bytes;
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
