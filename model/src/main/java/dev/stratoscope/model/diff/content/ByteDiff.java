package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/**
 * Where the bytes of two files differ at the same offset. Files of any size are read only as far as
 * the answer lies; where one is longer, its end differs. Safe for use by many threads.
 */
public final class ByteDiff {
    /** So many equal bytes end a stretch. */
    private static final int APART = 16;

    /** The longest stretch; a longer difference is told as several. */
    private static final int LONGEST = 1 << 16;

    private static final int PIECE = 1 << 18;

    private final FileBytes before;
    private final FileBytes after;

    /** Compares two files. */
    public ByteDiff(FileBytes before, FileBytes after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Bytes that differ, with few equal ones between them.
     *
     * @param from the offset of the first
     * @param to the offset behind the last
     */
    public record Stretch(long from, long to) {}

    /** The length of the longer file. */
    public long size() {
        return Math.max(before.size(), after.size());
    }

    /**
     * The first stretch at or behind an offset.
     *
     * @param from an offset, 0 to {@link #size}
     * @return null when there is none
     * @throws InterruptedIOException when cancelled
     */
    public @Nullable Stretch next(long from, Progress progress) throws IOException {
        long common = Math.min(before.size(), after.size());
        long at = from;
        if (from < common) {
            try (InputStream old = before.open(from);
                    InputStream now = after.open(from)) {
                while (at < common) {
                    byte[] one = old.readNBytes((int) Math.min(PIECE, common - at));
                    byte[] other = now.readNBytes((int) Math.min(PIECE, common - at));
                    progress.advance(one.length);
                    int differs = Arrays.mismatch(one, other);
                    if (differs >= 0) {
                        return from(at + differs, progress);
                    }
                    if (one.length == 0) {
                        break;
                    }
                    at += one.length;
                }
            }
        }
        return Math.max(from, common) < size() ? from(Math.max(from, common), progress) : null;
    }

    /**
     * The last stretch that begins before an offset; it is told as far as that offset.
     *
     * @param to an offset, 0 to {@link #size}
     * @return null when there is none
     * @throws InterruptedIOException when cancelled
     */
    public @Nullable Stretch previous(long to, Progress progress) throws IOException {
        long end = Math.min(to, size());
        while (end > 0) {
            long start = Math.max(0, end - PIECE);
            int length = (int) (end - start);
            byte[] one = before(start, length);
            byte[] other = after(start, length);
            progress.advance(length);
            for (int i = length - 1; i >= 0; i--) {
                if (differ(one, other, i)) {
                    return until(start + i + 1, progress);
                }
            }
            end = start;
        }
        return null;
    }

    /** The stretch that begins with a byte that differs. */
    private Stretch from(long first, Progress progress) throws IOException {
        progress.advance(0);
        int length = (int) Math.min(LONGEST, size() - first);
        byte[] one = before(first, length);
        byte[] other = after(first, length);
        int last = 0;
        for (int i = 1; i < length && i - last <= APART; i++) {
            last = differ(one, other, i) ? i : last;
        }
        return new Stretch(first, first + last + 1);
    }

    /** The stretch that ends with a byte that differs. */
    private Stretch until(long end, Progress progress) throws IOException {
        progress.advance(0);
        int length = (int) Math.min(LONGEST, end);
        byte[] one = before(end - length, length);
        byte[] other = after(end - length, length);
        int first = length - 1;
        for (int i = length - 2; i >= 0 && first - i <= APART; i--) {
            first = differ(one, other, i) ? i : first;
        }
        return new Stretch(end - length + first, end);
    }

    private byte[] before(long offset, int length) throws IOException {
        return offset >= before.size() ? new byte[0] : before.read(offset, length);
    }

    private byte[] after(long offset, int length) throws IOException {
        return offset >= after.size() ? new byte[0] : after.read(offset, length);
    }

    private static boolean differ(byte[] one, byte[] other, int at) {
        boolean both = at < one.length && at < other.length;
        return both ? one[at] != other[at] : at < Math.max(one.length, other.length);
    }
}
