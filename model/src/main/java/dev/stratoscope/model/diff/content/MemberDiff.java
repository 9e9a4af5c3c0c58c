package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Member;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How what two archives pack differs, by names. Of several members of one name the first is
 * compared with the first. Immutable.
 *
 * @param changes every member of either side, by name; unchanged ones too
 * @param before what was found in the old archive
 * @param after what was found in the new one
 */
public record MemberDiff(List<Change> changes, Listing before, Listing after) {
    /** Copies the list. */
    public MemberDiff {
        changes = List.copyOf(changes);
    }

    /**
     * One member.
     *
     * @param name its name as written; comes from strangers and may be anything
     * @param kind how it differs; modified where its kind, size or sum differ
     * @param before what the old archive has; null for nothing
     * @param after what the new archive has; null for nothing
     */
    public record Change(
            ByteString name, Kind kind, @Nullable Member before, @Nullable Member after) {
        /**
         * Whether both have it, nothing that is known of their bytes differs, but their sums are
         * not known.
         */
        public boolean isUnsure() {
            return before != null
                    && after != null
                    && kind != Kind.MODIFIED
                    && before.kind() == Member.Kind.FILE
                    && (before.sum() < 0 || after.sum() < 0);
        }
    }

    /**
     * Compares what was found in two archives.
     *
     * @param before the old archive's members, best with their sums
     * @param after those of the new one
     */
    public static MemberDiff between(Listing before, Listing after) {
        Map<ByteString, Deque<Member>> old = new HashMap<>();
        for (Member member : before.members()) {
            old.computeIfAbsent(member.name(), name -> new ArrayDeque<>()).add(member);
        }
        List<Change> changes = new ArrayList<>();
        for (Member member : after.members()) {
            Deque<Member> same = old.getOrDefault(member.name(), new ArrayDeque<>());
            Member was = same.poll();
            changes.add(new Change(member.name(), kind(was, member), was, member));
        }
        for (Deque<Member> left : old.values()) {
            for (Member member : left) {
                changes.add(new Change(member.name(), Kind.DELETED, member, null));
            }
        }
        changes.sort(Comparator.comparing(Change::name));
        return new MemberDiff(changes, before, after);
    }

    /** How many members differ in some way. */
    public int differing() {
        return (int) changes.stream().filter(change -> change.kind() != Kind.UNCHANGED).count();
    }

    /** Whether both archives were read to their ends. */
    public boolean isWhole() {
        return before.end() == Listing.End.WHOLE && after.end() == Listing.End.WHOLE;
    }

    private static Kind kind(@Nullable Member was, Member now) {
        if (was == null) {
            return Kind.ADDED;
        }
        boolean sums = was.sum() >= 0 && now.sum() >= 0 && was.sum() != now.sum();
        boolean sizes = was.size() >= 0 && now.size() >= 0 && was.size() != now.size();
        if (was.kind() != now.kind() || sums || sizes) {
            return Kind.MODIFIED;
        }
        boolean same = was.mode() == now.mode() && Objects.equals(was.modified(), now.modified());
        return same ? Kind.UNCHANGED : Kind.METADATA_ONLY;
    }
}
