package dev.stratoscope.model.parcel;

import java.util.List;

/**
 * What was found in an archive.
 *
 * @param members in the order of the archive
 * @param end why there are no more
 * @param reason what is wrong, of a damaged archive; empty otherwise
 */
public record Listing(List<Member> members, End end, String reason) {
    /** Copies the list. */
    public Listing {
        members = List.copyOf(members);
    }

    /** Why a listing ends. */
    public enum End {
        /** All members are listed. */
        WHOLE,
        /** The archive cannot be read on. */
        DAMAGED,
        /** There are more than {@link Parcel#MOST_MEMBERS}. */
        TOO_MANY,
        /** More than {@link Parcel#MOST_BYTES} would have to be read. */
        TOO_LARGE
    }
}
