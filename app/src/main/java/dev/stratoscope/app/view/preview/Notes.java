package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Parcel;

/** What is to be said of what is not shown. */
final class Notes {
    private Notes() {}

    /** Of a file looked at in some way; empty when there is nothing to say. */
    static String of(Level level, Mode mode) {
        Preview preview = level.preview();
        String cut =
                level.size() == preview.size()
                        ? ""
                        : "the first " + HumanSize.spaced(preview.size()) + " of this member";
        return switch (mode) {
            case TEXT -> preview.isCut() ? text(level) : cut;
            case HEX -> {
                boolean unknown = preview.kind().equals("binary");
                String why = unknown ? "not text: " + preview.notText() : "";
                yield why + (why.isEmpty() || cut.isEmpty() ? "" : "; ") + cut;
            }
            case PICTURE, MEMBERS -> cut;
        };
    }

    private static String text(Level level) {
        Preview preview = level.preview();
        String first =
                "first "
                        + HumanSize.spaced(preview.bytes().length())
                        + " of "
                        + HumanSize.spaced(preview.size());
        return level.canLoadAll() ? first : first + "; Hex shows all of it";
    }

    /** Of an archive's members. */
    static String of(Listing listing) {
        int count = listing.members().size();
        String members = HumanSize.grouped(count) + (count == 1 ? " member" : " members");
        return switch (listing.end()) {
            case WHOLE -> members;
            case DAMAGED -> "damaged after " + members + ": " + Escapes.text(listing.reason());
            case TOO_MANY -> "the first " + members + "; there are more";
            case TOO_LARGE ->
                    members
                            + " so far; it was read no further than "
                            + HumanSize.spaced(Parcel.MOST_BYTES);
        };
    }
}
