package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Encoding;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.model.diff.content.MemberDiff;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.parcel.Member;
import dev.stratoscope.model.parcel.Parcel;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Two files beside each other: versions of one, or members of two archives. Immutable; safe for use
 * by many threads.
 *
 * @param label what the trail calls it, ready to be shown
 * @param before the old one, read; null where there is none
 * @param after the new one, read; null where there is none
 * @param isSame whether there are two of the same bytes
 * @param cut how many bytes of members are left out; empty for nothing, or the words for it
 * @param encodings how both are text where that differs; empty otherwise
 */
record Contrast(
        String label,
        @Nullable Preview before,
        @Nullable Preview after,
        boolean isSame,
        String cut,
        String encodings) {
    /** The most bytes of each text that are compared at first: 5 MB. */
    static final int MOST_TEXT = 5_000_000;

    /** Texts of more lines are shown as bytes. */
    static final int MOST_LINES = 1_000_000;

    /** The most bytes of a member that are kept: 8 MiB. */
    private static final int MOST_OF_MEMBER = 8 << 20;

    /** Reads the files among two versions. */
    static Contrast read(
            String label,
            @Nullable Version before,
            @Nullable Version after,
            int most,
            Progress progress)
            throws IOException {
        Entry old = before == null ? null : before.state().entry();
        Entry now = after == null ? null : after.state().entry();
        boolean same =
                old != null
                        && now != null
                        && old.digest() != null
                        && old.digest().equals(now.digest());
        Preview one = before == null || old == null ? null : read(before, old, most);
        progress.advance(0);
        Preview other = after == null || now == null ? null : read(after, now, most);
        return new Contrast(label, one, other, same, "", encodings(one, other));
    }

    private static Preview read(Version version, Entry entry, int most) throws IOException {
        return Preview.read(
                FileBytes.of(version.contents(), entry), Preview.base(entry.path()), most);
    }

    /** Reads a member of both archives, as far as there is one. */
    static Contrast member(
            @Nullable Parcel before,
            @Nullable Parcel after,
            MemberDiff.Change change,
            Progress progress)
            throws IOException {
        Preview one = member(before, change.before());
        progress.advance(0);
        Preview other = member(after, change.after());
        boolean cut = isCut(one, change.before()) || isCut(other, change.after());
        boolean same = one != null && other != null && !cut && one.bytes().equals(other.bytes());
        String words = cut ? "The first 8 MiB of each member are compared." : "";
        return new Contrast(
                Escapes.text(change.name()), one, other, same, words, encodings(one, other));
    }

    private static @Nullable Preview member(@Nullable Parcel parcel, @Nullable Member member)
            throws IOException {
        if (parcel == null || member == null || member.kind() != Member.Kind.FILE) {
            return null;
        }
        byte[] bytes;
        try (InputStream in = parcel.open(member)) {
            bytes = in.readNBytes(MOST_OF_MEMBER);
        }
        return Preview.read(
                FileBytes.of(ByteString.of(bytes)), Preview.base(member.name()), MOST_OF_MEMBER);
    }

    private static boolean isCut(@Nullable Preview read, @Nullable Member member) {
        return read != null
                && member != null
                && read.size() == MOST_OF_MEMBER
                && member.size() != MOST_OF_MEMBER;
    }

    private static String encodings(@Nullable Preview before, @Nullable Preview after) {
        if (before == null || after == null || before.code() == null || after.code() == null) {
            return "";
        }
        String old = encoding(before);
        String now = encoding(after);
        boolean plain = old.equals("ASCII") && now.equals("UTF-8");
        boolean same = old.equals(now) || plain || (old.equals("UTF-8") && now.equals("ASCII"));
        return same || before.size() == 0 || after.size() == 0
                ? ""
                : "The encodings differ: " + old + " before, " + now + " now.";
    }

    private static String encoding(Preview preview) {
        return Encoding.of(preview.bytes().toByteArray(), preview.isCut()).words();
    }

    /** How it can be looked at, the best first; empty where there is nothing to look at. */
    List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        if (isSame || (before == null && after == null)) {
            return looks;
        }
        if (has(before, Kind.PICTURE) && has(after, Kind.PICTURE)) {
            looks.add(Look.PICTURE);
        }
        if (has(before, Kind.PARCEL) && has(after, Kind.PARCEL)) {
            looks.add(Look.MEMBERS);
        }
        if (has(before, Kind.TEXT) && has(after, Kind.TEXT)) {
            if (isPair()) {
                looks.add(Look.SIDES);
            }
            looks.add(Look.INLINE);
        }
        looks.add(Look.HEX);
        return looks;
    }

    /** Whether there are two to compare. */
    boolean isPair() {
        return before != null && after != null;
    }

    /** Whether some of a text was not read. */
    boolean isCutShort() {
        return (before != null && before.isCut()) || (after != null && after.isCut());
    }

    /** Whether all of both texts can be read that was not. */
    boolean canLoadAll() {
        long most = Math.max(size(before), size(after));
        return isCutShort() && most <= Preview.MOST_TEXT;
    }

    /** The bytes of one side; none where there is no such file. */
    static FileBytes bytes(@Nullable Preview preview) {
        return preview == null ? FileBytes.of(ByteString.EMPTY) : preview.file();
    }

    private static long size(@Nullable Preview preview) {
        return preview == null ? 0 : preview.size();
    }

    private enum Kind {
        PICTURE,
        PARCEL,
        TEXT
    }

    /** Whether one side is of a kind, or is not there. */
    private static boolean has(@Nullable Preview side, Kind kind) {
        if (side == null) {
            return true;
        }
        return switch (kind) {
            case PICTURE -> side.picture() != null;
            case PARCEL -> side.parcel() != null;
            case TEXT -> side.code() != null && side.lines().size() <= MOST_LINES;
        };
    }
}
