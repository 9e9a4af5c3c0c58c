package dev.stratoscope.model.parcel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that lie in a file of an image, sound and not. */
final class ParcelTest {
    private static final List<String> NAMES = List.of("META-INF/", "META-INF/MANIFEST.MF", "b/one");

    @Test
    void membersOfATarAreListedAndRead() throws IOException {
        Parcel tar = parcel(tar(), "x.tar");
        assertEquals("tar", tar.format());
        Listing listing = tar.list(Progress.NONE);
        assertEquals(Listing.End.WHOLE, listing.end());
        assertEquals(NAMES, names(listing));
        assertEquals("content of b/one", text(tar, listing.members().get(2)));
        assertEquals(Member.Kind.FOLDER, listing.members().get(0).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void compressedTarsAreListedAndRead(String compressor) throws Exception {
        Parcel tar = parcel(compressed(compressor, tar()), "x.tar." + compressor);
        Listing listing = tar.list(Progress.NONE);
        assertEquals(NAMES, names(listing));
        assertEquals("content of b/one", text(tar, listing.members().get(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void oneCompressedFileIsItsOnlyMember(String compressor) throws Exception {
        Parcel one = parcel(compressed(compressor, bytes("words")), "notes.txt.gz");
        assertTrue(one.isSingle());
        Listing listing = one.list(Progress.NONE);
        assertEquals(List.of("notes.txt"), names(listing));
        assertEquals("words", text(one, listing.members().get(0)));
    }

    @Test
    void membersOfAZipAreListedByItsDirectory() throws IOException {
        Parcel zip = parcel(zip(), "app.jar");
        Listing listing = zip.list(Progress.NONE);
        assertEquals(Listing.End.WHOLE, listing.end());
        assertEquals(NAMES, names(listing));
        assertEquals("content of b/one", text(zip, listing.members().get(2)));
        assertEquals(16, listing.members().get(2).size());
    }

    @Test
    void membersOfAnArAreListedAndRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
            ar.putArchiveEntry(new ArArchiveEntry("debian-binary", 4));
            ar.write(bytes("2.0\n"));
            ar.closeArchiveEntry();
        }
        Parcel ar = parcel(out.toByteArray(), "x.deb");
        Listing listing = ar.list(Progress.NONE);
        assertEquals(List.of("debian-binary"), names(listing));
        assertEquals("2.0\n", text(ar, listing.members().get(0)));
    }

    @Test
    void cutTarGivesTheMembersBeforeTheDamage() throws IOException {
        byte[] whole = tar();
        Listing listing = parcel(Arrays.copyOf(whole, 1024 + 700), "x").list(Progress.NONE);
        assertEquals(Listing.End.DAMAGED, listing.end());
        assertEquals(NAMES.subList(0, 2), names(listing));
        assertTrue(listing.reason().contains("cut short"), listing.reason());
    }

    @Test
    void cutZipGivesTheMembersFromTheBeginning() throws IOException {
        byte[] whole = zip();
        Parcel zip = parcel(Arrays.copyOf(whole, whole.length - 60), "x.zip");
        Listing listing = zip.list(Progress.NONE);
        assertEquals(Listing.End.DAMAGED, listing.end());
        assertEquals(NAMES, names(listing));
        assertEquals("Truncated ZIP file", listing.reason());
        assertEquals("content of b/one", text(zip, listing.members().get(2)));
    }

    @Test
    void cutGzipFailsWithAReasonWhenRead() throws Exception {
        byte[] whole = compressed("gz", new byte[100_000]);
        Parcel one = parcel(Arrays.copyOf(whole, whole.length / 2), "zeros.gz");
        Member member = one.list(Progress.NONE).members().get(0);
        assertThrows(IOException.class, () -> text(one, member));
    }

    @Test
    void bombIsNotReadToItsEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (String name : List.of("bomb", "after")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(64 << 20);
                tar.putArchiveEntry(entry);
                for (int i = 0; i < 64; i++) {
                    tar.write(new byte[1 << 20]);
                }
                tar.closeArchiveEntry();
            }
        }
        Listing listing = parcel(out.toByteArray(), "b").list(10, 16 << 20, false, Progress.NONE);
        assertEquals(Listing.End.TOO_LARGE, listing.end());
        assertEquals(List.of("bomb"), names(listing));
    }

    @Test
    void tooManyMembersAreListedUpToTheLimit() throws IOException {
        Listing listing = parcel(zip(), "x").list(2, 1 << 20, false, Progress.NONE);
        assertEquals(Listing.End.TOO_MANY, listing.end());
        assertEquals(NAMES.subList(0, 2), names(listing));
    }

    @Test
    void cancelStopsTheListing() throws IOException {
        Meter meter = new Meter("list");
        meter.cancel();
        Parcel tar = parcel(tar(), "x");
        assertThrows(InterruptedIOException.class, () -> tar.list(meter));
    }

    @Test
    void namesAreKeptToTheByte() throws IOException {
        byte[] whole = tar();
        whole[1536] = (byte) 0xff;
        int sum = 0;
        Arrays.fill(whole, 1536 + 148, 1536 + 156, (byte) ' ');
        for (int i = 1536; i < 2048; i++) {
            sum += whole[i] & 0xff;
        }
        byte[] written = bytes(String.format("%06o\0 ", sum));
        System.arraycopy(written, 0, whole, 1536 + 148, written.length);
        ByteString name = parcel(whole, "x").list(Progress.NONE).members().get(2).name();
        assertEquals((byte) 0xff, name.toByteArray()[0]);
    }

    @Test
    void textAndNothingPackNoOthers() throws IOException {
        assertNull(Parcel.of(FileBytes.of(ByteString.of("just words")), ByteString.of("x.zip")));
        assertNull(Parcel.of(FileBytes.of(ByteString.EMPTY), ByteString.of("x.tar")));
    }

    @Test
    void damageOfAnyKindIsToldAndNeverThrown() throws Exception {
        Random random = new Random(5);
        List<byte[]> seeds =
                List.of(tar(), zip(), compressed("gz", tar()), compressed("bzip2", tar()));
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = seeds.get(i % seeds.size()).clone();
            for (int change = 0; change < 1 + i % 5; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            FileBytes file = FileBytes.of(ByteString.of(bytes));
            Parcel parcel = Parcel.of(file, ByteString.of("x"));
            if (parcel != null) {
                Listing listing = parcel.list(100, 1 << 20, false, Progress.NONE);
                for (Member member : listing.members()) {
                    try (InputStream in = parcel.open(member)) {
                        assertNotNull(in.readNBytes(1 << 16));
                    } catch (IOException e) {
                        assertNotNull(Parcel.reason(e));
                    }
                }
            }
        }
    }

    @Test
    void pieceOfAFileIsReadFromAnywhere() throws IOException {
        FileBytes file = FileBytes.of(ByteString.of("0123456789"));
        assertArrayEquals(bytes("34"), file.read(3, 2));
        assertArrayEquals(bytes("89"), file.read(8, 5));
    }

    private static Parcel parcel(byte[] bytes, String name) throws IOException {
        Parcel parcel = Parcel.of(FileBytes.of(ByteString.of(bytes)), ByteString.of(name));
        assertNotNull(parcel);
        return parcel;
    }

    private static List<String> names(Listing listing) {
        return listing.members().stream().map(member -> member.name().toString()).toList();
    }

    private static String text(Parcel parcel, Member member) throws IOException {
        try (InputStream in = parcel.open(member)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (String name : NAMES) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                byte[] content = bytes(name.endsWith("/") ? "" : "content of " + name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : NAMES) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes(name.endsWith("/") ? "" : "content of " + name));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] compressed(String compressor, byte[] plain) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream to =
                new CompressorStreamFactory().createCompressorOutputStream(compressor, out)) {
            to.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
