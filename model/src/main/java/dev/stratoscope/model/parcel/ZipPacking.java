package dev.stratoscope.model.parcel;

import dev.stratoscope.model.tree.ByteString;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicReference;

/** A zip: by its directory where it has a sound one, else member by member from the beginning. */
final class ZipPacking implements Packing {
    /** The most bytes of a directory, of which an entry takes 46 and much more in memory. */
    private static final long MOST_DIRECTORY = 8 << 20;

    private final FileBytes file;
    private final AtomicReference<Way> way = new AtomicReference<>(Way.BY_DIRECTORY);

    /** How members are found. */
    private enum Way {
        BY_DIRECTORY,
        FROM_THE_BEGINNING
    }

    ZipPacking(FileBytes file) {
        this.file = file;
    }

    @Override
    public String word() {
        return "zip";
    }

    @Override
    public void list(Tally to) throws IOException {
        try {
            way.set(Way.BY_DIRECTORY);
            listDirectory(to);
        } catch (Tally.FullException | InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library throws both at damaged bytes
            way.set(Way.FROM_THE_BEGINNING);
            to.restart();
            listFromBeginning(to);
            throw new IOException("its directory cannot be read: " + Parcel.reason(e), e);
        }
    }

    @Override
    public InputStream open(Member member) throws IOException {
        return way.get() == Way.BY_DIRECTORY ? openByDirectory(member) : openFromBeginning(member);
    }

    private void listDirectory(Tally to) throws IOException {
        try (ZipFile zip = directory()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                add(entries.nextElement(), to);
            }
        }
    }

    private void listFromBeginning(Tally to) throws IOException {
        try (InputStream in = to.counted(new BufferedInputStream(file.open(0)));
                ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
            for (ZipArchiveEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                add(one, to);
            }
        }
    }

    private InputStream openByDirectory(Member member) throws IOException {
        ZipFile zip = directory();
        try {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            for (int i = 0; i < member.number() && entries.hasMoreElements(); i++) {
                entries.nextElement();
            }
            if (!entries.hasMoreElements()) {
                throw new IOException("the zip ends before this member");
            }
            return new FilterInputStream(zip.getInputStream(entries.nextElement())) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private InputStream openFromBeginning(Member member) throws IOException {
        ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new BufferedInputStream(file.open(0)));
        try {
            for (int i = 0; i <= member.number(); i++) {
                if (zip.getNextEntry() == null) {
                    throw new IOException("the zip ends before this member");
                }
            }
            return zip;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Only the directory is read here, and only so much of it. */
    private ZipFile directory() throws IOException {
        long[] left = {MOST_DIRECTORY};
        PageChannel.Spending bounded =
                bytes -> {
                    left[0] -= bytes;
                    if (left[0] < 0) {
                        throw new IOException("it has more than " + MOST_DIRECTORY + " bytes");
                    }
                };
        PageChannel channel = new PageChannel(file, bounded);
        ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get();
        left[0] = Long.MAX_VALUE;
        return zip;
    }

    private static void add(ZipArchiveEntry entry, Tally to) throws IOException {
        byte[] raw = entry.getRawName();
        to.add(
                raw == null ? ByteString.of(entry.getName()) : ByteString.of(raw),
                entry.isDirectory()
                        ? Member.Kind.FOLDER
                        : entry.isUnixSymlink() ? Member.Kind.OTHER : Member.Kind.FILE,
                entry.getSize(),
                entry.getTime() < 0 ? null : entry.getLastModifiedTime().toInstant(),
                entry.getPlatform() == ZipArchiveEntry.PLATFORM_UNIX
                        ? entry.getUnixMode() & 07777
                        : -1,
                entry.getCrc());
    }
}
