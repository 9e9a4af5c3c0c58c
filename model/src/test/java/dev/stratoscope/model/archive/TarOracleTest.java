package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Entry by entry, our reader and commons-compress say the same of tars that GNU tar and
 * commons-compress made.
 */
class TarOracleTest {
    /**
     * What commons-compress reads wrong or in another way: base-256 owners of 32 bits, a NUL before
     * a number, the prefix field of old star, several long names of one entry, a slash for a
     * directory without a name.
     */
    private static final List<String> MISREAD =
            List.of(
                    "biguid_gnu.tar",
                    "simple-aix-native-tar.tar",
                    "test-times-star-folder.tar",
                    "gtar_redundant_L.tar.Z",
                    "empty_filename.tar");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v7", "oldgnu", "gnu", "ustar", "posix"})
    void tarsOfEveryFormatReadTheSame(String format) throws Exception {
        assumeTrue(Tools.has("tar"), "tar is not installed: format " + format + " is not tested");
        Path tree = Files.createDirectories(folder.resolve("t"));
        Files.createDirectories(tree.resolve("d/e"));
        Files.writeString(tree.resolve("d/f"), "hi");
        Files.writeString(tree.resolve("d/empty"), "");
        Files.write(tree.resolve("d/blocks"), new byte[1024]);
        Files.createLink(tree.resolve("d/hard"), tree.resolve("d/f"));
        Files.createSymbolicLink(tree.resolve("d/soft"), Path.of("../nowhere"));
        if (!format.equals("v7")) {
            Files.writeString(tree.resolve("n".repeat(100)), "100");
        }
        if (!format.equals("v7") && !format.equals("ustar")) {
            Path deep = tree.resolve("long".repeat(40)).resolve("longer".repeat(30));
            Files.createDirectories(deep);
            Files.writeString(deep.resolve("x".repeat(200)), "deep");
            Files.createSymbolicLink(tree.resolve("l"), Path.of("s".repeat(180)));
        }
        Path tar = folder.resolve(format + ".tar");
        Tools.run(
                "tar",
                "--format=" + format,
                "-C",
                tree.toString(),
                "--sort=name",
                "-cf",
                tar + "",
                ".");
        compare(Files.readAllBytes(tar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format=oldgnu",
                "--format=gnu",
                "--sparse-version=0.0",
                "--sparse-version=0.1",
                "--sparse-version=1.0"
            })
    void sparseFilesReadAsTheirWholeBytes(String option) throws Exception {
        assumeTrue(Tools.has("tar"), "tar is not installed: sparse " + option + " is not tested");
        Path tree = Files.createDirectories(folder.resolve("t"));
        List<Digest> wanted = new ArrayList<>();
        for (int pieces : new int[] {0, 1, 3, 60}) {
            Path file = tree.resolve("sparse" + pieces);
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                for (int i = 0; i < pieces; i++) {
                    out.seek(i * 65_536L);
                    out.write("some bytes here".getBytes(StandardCharsets.US_ASCII));
                }
                out.setLength(pieces * 65_536L + 300_000);
            }
            wanted.add(Digest.sha256(Files.readAllBytes(file)));
        }
        Files.writeString(tree.resolve("z-after"), "after");
        Path tar = folder.resolve("sparse.tar");
        String format = option.startsWith("--format") ? option : "--format=posix";
        Tools.run(
                "tar",
                format,
                option,
                "--sparse",
                "-C",
                tree + "",
                "--sort=name",
                "-cf",
                tar + "",
                "sparse0",
                "sparse1",
                "sparse3",
                "sparse60",
                "z-after");
        assertTrue(Files.size(tar) < 600_000, "not sparse at all: " + Files.size(tar));
        List<Digest> read = new ArrayList<>();
        ScannedLayer layer = Scan.of(Files.readAllBytes(tar));
        for (int node = 1; node < 5; node++) {
            read.add(layer.index().digest(node));
        }
        assertEquals(wanted, read);
        assertEquals("z-after", layer.index().path(5).toString());
        compare(Files.readAllBytes(tar));
    }

    @Test
    void tarsOfCommonsCompressReadTheSame() throws IOException {
        for (int mode :
                new int[] {
                    TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX
                }) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
                out.setLongFileMode(mode);
                boolean gnu = mode == TarArchiveOutputStream.LONGFILE_GNU;
                out.setBigNumberMode(
                        gnu
                                ? TarArchiveOutputStream.BIGNUMBER_STAR
                                : TarArchiveOutputStream.BIGNUMBER_POSIX);
                out.setAddPaxHeadersForNonAsciiNames(!gnu);
                for (String name :
                        List.of(
                                "a",
                                "b".repeat(99),
                                "c".repeat(100),
                                "d".repeat(101),
                                "ü/é".repeat(90))) {
                    TarArchiveEntry file = new TarArchiveEntry(name);
                    file.setSize(name.length());
                    file.setModTime(name.length() * -1_000_000_000L);
                    file.setUserId((long) name.length() << 20);
                    file.setUserName("user");
                    out.putArchiveEntry(file);
                    out.write(new byte[name.length()]);
                    out.closeArchiveEntry();
                    TarArchiveEntry link = new TarArchiveEntry("l" + name, TarConstants.LF_SYMLINK);
                    link.setLinkName(name);
                    out.putArchiveEntry(link);
                    out.closeArchiveEntry();
                }
            }
            compare(bytes.toByteArray());
        }
    }

    @TestFactory
    Stream<DynamicTest> tarsOfPeersReadTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : PeerTarsTest.FOLDERS) {
            for (Path file : SharedCases.files(folder)) {
                byte[] bytes = CodecRoundTripTest.plain(Files.readAllBytes(file));
                String name = folder + " " + file.getFileName();
                boolean tar = TarHeader.looksLikeTar(bytes);
                if (tar && MISREAD.stream().noneMatch(name::endsWith) && bothRead(bytes)) {
                    tests.add(DynamicTest.dynamicTest(name, () -> compare(bytes)));
                }
            }
        }
        return tests.stream();
    }

    private static boolean bothRead(byte[] tar) {
        try (TarArchiveInputStream theirs =
                new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            while (theirs.getNextEntry() != null) {}
            return !EntryList.read(tar).entries().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void compare(byte[] tar) throws IOException {
        TarReader ours = new TarReader(new ByteArrayInputStream(tar), Limits.DEFAULT, "tar");
        int count = 0;
        try (TarArchiveInputStream theirs =
                new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            for (TarArchiveEntry wanted = theirs.getNextEntry();
                    wanted != null;
                    wanted = theirs.getNextEntry()) {
                TarEntry read = ours.next();
                compare(wanted, read);
                count++;
            }
        }
        assertEquals(null, ours.next());
        assertTrue(count > 0);
    }

    private static void compare(TarArchiveEntry wanted, TarEntry read) {
        String name = wanted.getName();
        EntryType type = read.attributes().type();
        assertText(name, read.path());
        assertEquals(wanted.isDirectory(), type == EntryType.DIRECTORY, name);
        assertEquals(wanted.isSymbolicLink(), type == EntryType.SYMLINK, name);
        assertEquals(wanted.isLink(), type == EntryType.HARDLINK, name);
        assertEquals(wanted.getMode() & 07777, read.attributes().mode(), name);
        assertEquals(wanted.getLongUserId(), read.attributes().uid(), name);
        assertEquals(wanted.getLongGroupId(), read.attributes().gid(), name);
        assertText(wanted.getUserName(), read.attributes().user());
        assertText(wanted.getGroupName(), read.attributes().group());
        assertEquals(wanted.getLastModifiedTime().toInstant(), read.attributes().mtime(), name);
        if (type == EntryType.FILE) {
            assertEquals(wanted.getRealSize(), read.attributes().size(), name);
        }
        if (wanted.isLink() || wanted.isSymbolicLink()) {
            assertText(wanted.getLinkName(), read.attributes().link());
        }
    }

    /** Both replace what is not UTF-8, each in its way. */
    private static void assertText(String wanted, ByteString read) {
        assertEquals(wanted.replace('\ufffd', '?'), read.toString().replace('\ufffd', '?'));
    }
}
