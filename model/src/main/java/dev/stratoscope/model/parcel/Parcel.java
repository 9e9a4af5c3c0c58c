package dev.stratoscope.model.parcel;

import dev.stratoscope.model.archive.Compression;
import dev.stratoscope.model.archive.TarReader;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * A file that packs others: a tar, compressed or not, a zip, an ar, or one compressed file. Safe
 * for use by many threads.
 */
public final class Parcel {
    /** The most members that are listed. */
    public static final int MOST_MEMBERS = 20_000;

    /** The most unpacked bytes that are read to list members: 1 GiB. */
    public static final long MOST_BYTES = 1L << 30;

    private static final int HEAD = 512;

    private final Packing packing;

    private Parcel(Packing packing) {
        this.packing = packing;
    }

    /**
     * Tells by content whether a file packs others.
     *
     * @param name the file's own name, of which that of one compressed file is made
     * @return null when it does not
     */
    public static @Nullable Parcel of(FileBytes file, ByteString name) throws IOException {
        byte[] head = file.read(0, HEAD);
        Compression compression = Compression.of(head);
        if (compression != Compression.NONE) {
            return new Parcel(
                    isTar(file, compression)
                            ? new TarPacking(file, compression)
                            : new SinglePacking(file, compression, name));
        }
        if (starts(head, "PK\3\4") || starts(head, "PK\5\6")) {
            return new Parcel(new ZipPacking(file));
        }
        if (starts(head, "!<arch>\n")) {
            return new Parcel(new ArPacking(file));
        }
        return TarReader.isTar(head) ? new Parcel(new TarPacking(file, compression)) : null;
    }

    /** The format in a word or two: {@code tar, gzip}. */
    public String format() {
        return packing.word();
    }

    /** Whether it is one compressed file and no archive. */
    public boolean isSingle() {
        return packing instanceof SinglePacking;
    }

    /**
     * The members, as far as they can be read and counted.
     *
     * @throws InterruptedIOException when cancelled; damage is told by the listing
     */
    public Listing list(Progress progress) throws InterruptedIOException {
        return list(MOST_MEMBERS, MOST_BYTES, false, progress);
    }

    /**
     * The members with their sums, for which their bytes are read where the archive does not tell.
     *
     * @throws InterruptedIOException when cancelled; damage is told by the listing
     */
    public Listing listSums(Progress progress) throws InterruptedIOException {
        return list(MOST_MEMBERS, MOST_BYTES, true, progress);
    }

    /** As the others, with other limits. */
    Listing list(int mostMembers, long mostBytes, boolean sums, Progress progress)
            throws InterruptedIOException {
        Tally tally = new Tally(mostMembers, mostBytes, sums, progress);
        try {
            packing.list(tally);
            return new Listing(tally.members(), Listing.End.WHOLE, "");
        } catch (Tally.FullException e) {
            return new Listing(tally.members(), e.end(), "");
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // libraries throw both at damaged bytes
            return new Listing(tally.members(), Listing.End.DAMAGED, reason(e));
        }
    }

    /**
     * The bytes of a member. What a member expands to is not bounded: read no more than is wanted.
     *
     * @param member one of this parcel's listing
     * @throws IOException when the archive is damaged before it, or packs it in an unknown way
     */
    public InputStream open(Member member) throws IOException {
        try {
            return new Told(packing.open(member));
        } catch (RuntimeException e) { // libraries throw these at damaged bytes
            throw new IOException(reason(e), e);
        }
    }

    /** What is wrong, without the name of the archive before it. */
    static String reason(Exception failure) {
        String message = failure.getMessage();
        if (message == null) {
            return "it cannot be read (" + failure.getClass().getSimpleName() + ")";
        }
        String prefix = failure instanceof ImageFormatException e ? e.item() + ": " : "";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static boolean isTar(FileBytes file, Compression compression) throws IOException {
        try (InputStream in = file.open(0);
                InputStream plain = compression.plain(in)) {
            return TarReader.isTar(plain.readNBytes(HEAD));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // damaged: it is shown as one file
            return false;
        }
    }

    private static boolean starts(byte[] head, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= head.length || head[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
