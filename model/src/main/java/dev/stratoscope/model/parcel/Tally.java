package dev.stratoscope.model.parcel;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes members in, and counts what is read on the way, until there is too much of either. */
final class Tally {
    private final Progress progress;
    private final int mostMembers;
    private final boolean sums;
    private long bytesLeft;
    private final List<Member> members = new ArrayList<>();

    /** Takes in so much; with {@code sums} the bytes of members are read, too. */
    Tally(int mostMembers, long mostBytes, boolean sums, Progress progress) {
        this.sums = sums;
        this.mostMembers = mostMembers;
        this.bytesLeft = mostBytes;
        this.progress = progress;
    }

    /** Stops a listing that is long enough. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Listing.End end;

        FullException(Listing.End end) {
            super(end.name());
            this.end = end;
        }

        Listing.End end() {
            return end;
        }
    }

    void add(
            ByteString name,
            Member.Kind kind,
            long size,
            @Nullable Instant modified,
            int mode,
            long sum)
            throws IOException {
        if (members.size() == mostMembers) {
            throw new FullException(Listing.End.TOO_MANY);
        }
        members.add(new Member(members.size(), name, kind, size, modified, mode, sum));
        progress.advance(0);
    }

    /** Whether the sums of members are wanted that the archive does not tell. */
    boolean wantsSums() {
        return sums;
    }

    List<Member> members() {
        return members;
    }

    /** Forgets what was told, to begin anew in another way. */
    void restart() {
        members.clear();
    }

    /** The stream, as long as no more is read of all than there may. */
    InputStream counted(InputStream in) {
        return new Counted(in);
    }

    void spend(long bytes) throws IOException {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new FullException(Listing.End.TOO_LARGE);
        }
        progress.advance(0);
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            int got = in.read(to, at, Math.min(length, 1 << 16));
            spend(Math.max(0, got));
            return got;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(Math.min(wanted, 1 << 20));
            spend(Math.max(0, skipped));
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
