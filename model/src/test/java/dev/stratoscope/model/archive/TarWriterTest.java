package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@link TarWriter} wrote reads back equal, here and in GNU tar. */
class TarWriterTest {
    private static final int TARS = 2_000;

    @Test
    void randomEntriesReadBackEqualAndAreWrittenTheSameAgain() throws IOException {
        for (long seed = 0; seed < TARS; seed++) {
            EntryList wanted = new RandomEntries(seed).list();
            byte[] tar = wanted.write();
            EntryList read = EntryList.read(tar);
            assertEquals(wanted, read, "seed " + seed);
            assertArrayEquals(tar, read.write(), "seed " + seed);
        }
    }

    @Test
    void whatIsWrittenEndsInTwoEmptyBlocks() throws IOException {
        byte[] tar = new RandomEntries(7).list().write();
        assertEquals(0, tar.length % 512);
        for (int i = tar.length - 1024; i < tar.length; i++) {
            assertEquals(0, tar[i]);
        }
    }

    @Test
    void everyEdgeOfADeviceNumberReadsBackEqual() throws IOException {
        for (long number :
                new long[] {
                    0,
                    07777777,
                    010000000,
                    1L << 31,
                    (1L << 62) - 1,
                    1L << 62,
                    Long.MAX_VALUE,
                    -1,
                    -(1L << 62),
                    -(1L << 62) - 1,
                    Long.MIN_VALUE
                }) {
            Attributes device = attributes(EntryType.BLOCK_DEVICE, 0, number);
            EntryList list = one("d", device, null, "");
            assertEquals(list, EntryList.read(list.write()), "device " + number);
        }
    }

    @Test
    void everyEdgeOfATimeReadsBackEqual() throws IOException {
        for (long seconds :
                new long[] {
                    0, -1, 1, 077777777777L, 0100000000000L, Long.MAX_VALUE, Long.MIN_VALUE
                }) {
            for (int nanos : new int[] {0, 1, 500_000_000, 999_999_999}) {
                Attributes said =
                        new Attributes(
                                EntryType.FIFO,
                                0,
                                0,
                                0,
                                "",
                                "",
                                0,
                                seconds,
                                nanos,
                                ByteString.EMPTY,
                                0,
                                0,
                                Map.of());
                EntryList list = one("p", said, null, "");
                assertEquals(list, EntryList.read(list.write()), seconds + " s " + nanos + " ns");
            }
        }
    }

    @Test
    void contentOfAnotherLengthThanAnnouncedIsAnErrorThatNamesTheFile() {
        Attributes five = attributes(EntryType.FILE, 5, 0);
        for (String content : List.of("", "1234", "123456")) {
            ImageFormatException e =
                    assertThrows(
                            ImageFormatException.class,
                            () -> one("etc/f", five, null, content).write());
            assertEquals("etc/f", e.getMessage().substring(0, 5), e.getMessage());
        }
        Attributes directory = attributes(EntryType.DIRECTORY, 0, 0);
        assertThrows(ImageFormatException.class, () -> one("d/", directory, null, "data").write());
        List<Entry.Extent> pieces = List.of(new Entry.Extent(1, 2));
        assertThrows(ImageFormatException.class, () -> one("f", five, pieces, "1").write());
        assertThrows(ImageFormatException.class, () -> one("f", five, pieces, "123").write());
    }

    @Test
    void whatNoTarCanHoldIsRefused() {
        Attributes file = attributes(EntryType.FILE, 0, 0);
        Map<ByteString, ByteString> odd = Map.of(ByteString.of("user.a=b"), ByteString.of("value"));
        Attributes labelled =
                new Attributes(
                        EntryType.FILE,
                        0,
                        0,
                        0,
                        ByteString.EMPTY,
                        ByteString.EMPTY,
                        0,
                        0,
                        0,
                        ByteString.EMPTY,
                        0,
                        0,
                        odd);
        List<EntryList> refused =
                List.of(
                        one("a\0b", file, null, ""),
                        one("d/", file, null, ""),
                        one("f", labelled, null, ""),
                        one("l", attributes(EntryType.SYMLINK, 0, 0), null, ""),
                        one("f", file, List.of(new Entry.Extent(0, 1)), "x"));
        for (EntryList list : refused) {
            assertThrows(IllegalArgumentException.class, list::write, list.toString());
        }
    }

    @Test
    void contentIsStreamedAndLeftOpen() throws IOException {
        long size = 100L << 20;
        long[] read = new long[1];
        boolean[] closed = new boolean[1];
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return read[0] < size ? (int) (read[0]++ & 1) : -1;
                    }

                    @Override
                    public int read(byte[] to, int at, int length) {
                        int some = (int) Math.min(length, size - read[0]);
                        read[0] += some;
                        return some == 0 ? -1 : some;
                    }

                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        TarWriter tar = new TarWriter(OutputStream.nullOutputStream());
        tar.add(ByteString.of("big"), attributes(EntryType.FILE, size, 0), null, endless);
        assertEquals(size, read[0]);
        assertEquals(false, closed[0]);
    }

    @Test
    void gnuTarAcceptsIt(@TempDir Path folder) throws Exception {
        assumeTrue(Tools.has("tar"), "tar is not installed: its reading of our tars is not tested");
        RandomEntries random = new RandomEntries(1);
        List<EntryList.One> entries = new ArrayList<>();
        while (entries.size() < 100) {
            EntryList.One entry = random.one();
            if (isKnownToGnu(entry.attributes())) {
                entries.add(entry);
            }
        }
        Path file = Files.write(folder.resolve("a.tar"), new EntryList(entries).write());
        String listed = Tools.run("tar", "--quoting-style=escape", "-tf", file.toString());
        assertEquals(
                entries.size(),
                listed.lines().filter(line -> !line.startsWith("tar:")).count(),
                listed);
    }

    /** GNU tar on Linux has 32 bits for owners and devices, and only times that a clock shows. */
    private static boolean isKnownToGnu(Attributes said) {
        return Math.abs(said.mtimeSeconds()) < 1L << 40
                && (said.uid() | said.gid()) >>> 32 == 0
                && (said.deviceMajor() | said.deviceMinor()) >>> 31 == 0;
    }

    private static EntryList one(
            String path,
            Attributes attributes,
            @Nullable List<Entry.Extent> sparse,
            String content) {
        return new EntryList(
                List.of(
                        new EntryList.One(
                                ByteString.of(path), attributes, sparse, ByteString.of(content))));
    }

    private static Attributes attributes(EntryType type, long size, long device) {
        return new Attributes(
                type, 0644, 0, 0, "", "", size, 0, 0, ByteString.EMPTY, device, device, Map.of());
    }
}
