package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.archive.RawTar.Header;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Headers of every kind, well-formed and not. */
class TarReaderTest {
    @Test
    void namesAreTheirBytesWhateverTheCharset() throws IOException {
        TarEntry entry =
                new RawTar()
                        .pax(
                                "SCHILY.xattr.user.\u00e9",
                                "v",
                                "LIBARCHIVE.xattr.user.a%E9%25",
                                "AP8=",
                                "uname",
                                "\u00ff")
                        .file("f", "")
                        .read()
                        .getFirst();
        byte[] schily = {'u', 's', 'e', 'r', '.', (byte) 0xe9};
        byte[] libarchive = {'u', 's', 'e', 'r', '.', 'a', (byte) 0xe9, '%'};
        assertEquals(
                Map.of(
                        ByteString.of(schily),
                        ByteString.of("v"),
                        ByteString.of(libarchive),
                        ByteString.of(new byte[] {0, -1})),
                entry.attributes().xattrs());
        assertEquals(ByteString.of(new byte[] {-1}), entry.attributes().user());
    }

    @Test
    void ustarJoinsPrefixAndName() throws IOException {
        TarEntry entry =
                only(new RawTar().header(new Header('0', "name", 0).text(345, "some/prefix")));
        assertEquals("some/prefix/name", entry.path().toString());
    }

    @Test
    void gnuHeadersHaveNoPrefix() throws IOException {
        TarEntry entry =
                only(
                        new RawTar()
                                .header(new Header('0', "name", 0).gnu().text(345, "00001234567")));
        assertEquals("name", entry.path().toString());
    }

    @Test
    void gnuLongNamesAndTargetsCountMoreThanTheHeader() throws IOException {
        String name = "n".repeat(300);
        String target = "t".repeat(400);
        TarEntry entry =
                only(
                        new RawTar()
                                .extension('K', target + "\0")
                                .extension('L', name + "\0")
                                .header(new Header('2', "short", 0).gnu().link("short")));
        assertEquals(name, entry.path().toString());
        assertEquals(target, entry.attributes().link().toString());
    }

    @Test
    void paxRecordsCountMost() throws IOException {
        TarEntry entry =
                only(
                        new RawTar()
                                .extension('L', "gnu\0")
                                .pax(
                                        "path",
                                        "pax",
                                        "uid",
                                        "4294967296",
                                        "gid",
                                        "7",
                                        "mtime",
                                        "-1.25")
                                .pax("uname", "\u00c3\u00bc", "SCHILY.xattr.user.a", "x\0\u00ffy\n")
                                .file("header", "hi"));
        assertEquals("pax", entry.path().toString());
        assertEquals(4294967296L, entry.attributes().uid());
        assertEquals(7, entry.attributes().gid());
        assertEquals(-2, entry.attributes().mtimeSeconds());
        assertEquals(750_000_000, entry.attributes().mtimeNanos());
        assertEquals(ByteString.of("ü"), entry.attributes().user());
        assertEquals(
                ByteString.of(new byte[] {'x', 0, -1, 'y', '\n'}),
                entry.attributes().xattrs().get(ByteString.of("user.a")));
    }

    @Test
    void globalRecordsHoldUntilTakenBack() throws IOException {
        List<TarEntry> entries =
                new RawTar()
                        .extension('g', RawTar.records("uid", "5", "comment", "c"))
                        .file("a", "1")
                        .pax("uid", "6")
                        .file("b", "2")
                        .extension('g', RawTar.records("uid", ""))
                        .file("c", "3")
                        .read();
        assertEquals(List.of(5L, 6L, 0L), entries.stream().map(e -> e.attributes().uid()).toList());
    }

    @Test
    void base256NumbersAreRead() throws IOException {
        Header header = new Header('0', "f", 0);
        header.text(108, "\200\0\0\0\377\377\377\377").text(136, "\377".repeat(12));
        TarEntry entry = only(new RawTar().header(header));
        assertEquals(0xffffffffL, entry.attributes().uid());
        assertEquals(-1, entry.attributes().mtimeSeconds());
    }

    @Test
    void libarchiveXattrsAreDecodedAndGiveWayToSchilys() throws IOException {
        TarEntry entry =
                only(
                        new RawTar()
                                .pax(
                                        "LIBARCHIVE.xattr.user.a",
                                        "AP8",
                                        "LIBARCHIVE.xattr.user.b",
                                        "eA")
                                .pax("SCHILY.xattr.user.b", "y")
                                .file("f", ""));
        assertEquals(
                ByteString.of(new byte[] {0, -1}),
                entry.attributes().xattrs().get(ByteString.of("user.a")));
        assertEquals(ByteString.of("y"), entry.attributes().xattrs().get(ByteString.of("user.b")));
    }

    @ParameterizedTest
    @CsvSource({
        "1,HARDLINK",
        "2,SYMLINK",
        "3,CHARACTER_DEVICE",
        "4,BLOCK_DEVICE",
        "5,DIRECTORY",
        "6,FIFO"
    })
    void whatIsNoFileHasNoDataWhateverItsSizeSays(char type, EntryType wanted) throws IOException {
        List<TarEntry> entries =
                new RawTar().header(new Header(type, "x", 700).link("t")).file("f", "hi").read();
        assertEquals(wanted, entries.getFirst().attributes().type());
        assertEquals(0, entries.getFirst().attributes().size());
        assertEquals(2, entries.size());
    }

    @Test
    void oldTarsMarkDirectoriesBySlash() throws IOException {
        TarEntry entry = only(new RawTar().header(new Header('\0', "d/", 0).zero(257, 265)));
        assertEquals(EntryType.DIRECTORY, entry.attributes().type());
    }

    @Test
    void numbersMayBePaddedWithSpacesOrBeEmpty() throws IOException {
        Header header = new Header('0', "f", 2);
        header.zero(108, 116).text(100, "   755 \0").text(124, "          2 ");
        TarEntry entry = only(new RawTar().header(header).data("hi"));
        assertEquals(0755, entry.attributes().mode());
        assertEquals(2, entry.attributes().size());
    }

    @Test
    void setUidAndStickyBitsAreKeptAndOthersDropped() throws IOException {
        assertEquals(
                07755,
                only(new RawTar().header(new Header('0', "f", 0).text(100, "0107755\0")))
                        .attributes()
                        .mode());
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] tar = new RawTar().file("f", "hi").file("g", "x").end().toByteArray();
        tar[1024 + 1] ^= 1;
        IOException e =
                assertThrows(ImageFormatException.class, () -> RawTar.read(tar, Limits.DEFAULT));
        assertTrue(
                e.getMessage().startsWith("some.tar: ") && e.getMessage().contains("checksum"),
                e.getMessage());
    }

    @Test
    void checksumsOfSignedBytesAreAccepted() throws IOException {
        Header header = new Header('0', "\u00e9", 0);
        byte[] block = header.sealed();
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i];
        }
        header.text(148, String.format("%06o\0 ", sum));
        assertEquals(1, new RawTar().bytes(header.block).read().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000009\0",
                "-0000000001\0",
                "\377\377\377\377\377\377\377\377\377\377\377\376",
                "\200\377\377\377\377\377\377\377\377\377\377\377",
                "0000x000000\0"
            })
    void sizesThatAreNoneAreRefused(String size) {
        refused(new RawTar().header(new Header('0', "f", 0).text(124, size)).end());
    }

    @Test
    void hugeSizesAreRefusedWithoutAllocating() {
        refused(
                new RawTar()
                        .header(new Header('0', "f", 0).text(124, "\200\0\0\0\100\0\0\0\0\0\0\0"))
                        .end());
        refused(
                new RawTar()
                        .header(
                                new Header('x', "f", 0)
                                        .text(124, "\200\0\0\0\177\377\377\377\377\377\377\377"))
                        .end());
        refused(
                new RawTar()
                        .pax("size", Long.toString(1L << 62))
                        .header(new Header('0', "f", 0))
                        .end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "uid", "gid", "mtime"})
    void paxNumbersThatAreNoneAreRefused(String key) {
        refused(new RawTar().pax(key, "x1").file("f", "").end());
        refused(new RawTar().pax(key, "99999999999999999999").file("f", "").end());
    }

    @Test
    void paxSizeThatDisagreesWithTheHeaderIsRefused() {
        refused(new RawTar().pax("size", "700").file("f", "hi").end());
        refused(new RawTar().pax("size", "-1").header(new Header('0', "f", 0)).end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 a=b\n",
                "x a=b\n",
                "6 a=b",
                "99 a=b\n",
                "6 a b\n",
                "6  =b\n\n",
                "0 a=b\n",
                "4 =\n",
                "99999999999999999999 a=b\n"
            })
    void malformedRecordsAreRefused(String data) {
        refused(new RawTar().extension('x', data).file("f", "").end());
    }

    @Test
    void namesWithNulInPaxAreRefused() {
        refused(new RawTar().pax("path", "a\0b").file("f", "").end());
        refused(new RawTar().pax("a\0b", "c").file("f", "").end());
        refused(new RawTar().pax("linkpath", "a\0b").header(new Header('2', "l", 0)).end());
    }

    @Test
    void theNameThatCountsIsTheOneThatIsChecked() {
        for (RawTar tar :
                new RawTar[] {
                    new RawTar().pax("path", "../x").file("harmless", ""),
                    new RawTar().extension('L', "../x\0").file("harmless", ""),
                    new RawTar().pax("path", "a/../../x").file("harmless", ""),
                    new RawTar().pax("linkpath", "../x").header(new RawTar.Header('1', "l", 0))
                }) {
            byte[] bytes = tar.end().toByteArray();
            assertThrows(ImageFormatException.class, () -> Scan.of(bytes));
        }
    }

    @Test
    void linksWithoutATargetAreRefused() {
        refused(new RawTar().header(new Header('2', "l", 0)).end());
        refused(new RawTar().header(new Header('1', "l", 0)).end());
    }

    @Test
    void unknownTypesAreRefusedByName() {
        refused(new RawTar().header(new Header('M', "x", 0)).end());
    }

    @Test
    void headersForAnEntryThatNeverComesAreRefused() {
        refused(new RawTar().pax("path", "x").end());
        refused(new RawTar().extension('L', "x\0"));
    }

    @Test
    void sparseFilesHaveTheirLogicalSizeAndPieces() throws IOException {
        TarEntry entry =
                only(
                        new RawTar()
                                .pax("GNU.sparse.size", "3000", "GNU.sparse.numblocks", "2")
                                .pax("GNU.sparse.map", "10,2,2000,3", "GNU.sparse.name", "real")
                                .file("GNUSparseFile.0/real", "abcde"));
        assertEquals(3000, entry.attributes().size());
        assertEquals("real", entry.path().toString());
        assertEquals(List.of(new Entry.Extent(10, 2), new Entry.Extent(2000, 3)), entry.sparse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,2,1,3",
                "5,5,0,0,20",
                "0,6",
                "0,4",
                "2998,5",
                "-1,5",
                "0,-5,0,10",
                "0,5,4000,0",
                "x,5",
                "0,9223372036854775807,1,1"
            })
    void sparseMapsThatLieAreRefused(String map) {
        refused(
                new RawTar()
                        .pax("GNU.sparse.size", "3000", "GNU.sparse.map", map)
                        .file("f", "abcde")
                        .end());
    }

    private static TarEntry only(RawTar tar) throws IOException {
        List<TarEntry> entries = tar.end().read();
        assertEquals(1, entries.size());
        return entries.getFirst();
    }

    @Test
    void aSparseFileOfNegativeLengthIsRefused() {
        RawTar.Header header = new RawTar.Header('S', "s", 0).gnu();
        header.text(483, "\u00ff".repeat(12));
        refused(new RawTar().header(header).end());
        refused(new RawTar().pax("GNU.sparse.size", "-1", "GNU.sparse.map", "").file("s", ""));
    }

    @Test
    void aSparseMapThatIsNoListOfNumbersIsRefusedInFewWords() {
        for (String map : new String[] {"\0".repeat(400) + "\n", "1\nx\n2\n", "x\n"}) {
            RawTar tar = new RawTar();
            tar.pax("GNU.sparse.major", "1", "GNU.sparse.realsize", "9")
                    .file("s", map + " ".repeat(512 - map.length()));
            IOException e = assertThrows(IOException.class, () -> tar.end().read());
            assertTrue(e.getMessage().contains("a sparse map that is no list"), e.getMessage());
        }
    }

    private static void refused(RawTar tar) {
        IOException e = assertThrows(IOException.class, tar::read);
        assertTrue(e.getMessage().startsWith("some.tar"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().chars().noneMatch(c -> c < ' '), e.getMessage());
    }
}
