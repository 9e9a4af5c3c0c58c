package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.model.diff.content.MemberDiff;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Parcel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be said of what a difference does not show. */
final class Remarks {
    private Remarks() {}

    /** Of a text difference. */
    static String of(Contrast contrast, TextDiff diff, boolean ignoring, int longest) {
        List<String> words = new ArrayList<>();
        add(words, contrast.cut());
        add(words, contrast.encodings());
        if (contrast.isCutShort()) {
            words.add("The first " + HumanSize.spaced(read(contrast)) + " are compared as text.");
        }
        if (diff.diff().isCoarse()) {
            words.add(
                    "The texts differ in too much to compare every line: some blocks are shown as"
                            + " replaced that have lines in common.");
        }
        if (contrast.isPair() && diff.diff().changes() == 0) {
            words.add(
                    ignoring
                            ? "The lines differ in nothing but white space or how they end."
                            : "The lines are the same; only how they end differs.");
        }
        if (longest > LineText.LONGEST) {
            words.add(
                    "The longest line has "
                            + HumanSize.grouped(longest)
                            + " characters; lines are cut at "
                            + HumanSize.grouped(LineText.LONGEST)
                            + ".");
        }
        return String.join(" ", words);
    }

    /** Of bytes. */
    static String ofBytes(Contrast contrast) {
        List<String> words = new ArrayList<>();
        add(words, contrast.cut());
        boolean text = contrast.looks().contains(Look.INLINE);
        boolean known = contrast.looks().size() > 1;
        if (!text && !known) {
            String old = binary(contrast.before());
            String now = binary(contrast.after());
            if (!contrast.isPair() || old.equals(now)) {
                add(words, capital(old.isEmpty() ? now : old) + ".");
            } else {
                add(words, old.isEmpty() ? "" : "The old version is " + old + ".");
                add(words, now.isEmpty() ? "" : "The new version is " + now + ".");
            }
        }
        return String.join(" ", words);
    }

    /** Of what two archives hold. */
    static String ofMembers(MemberDiff diff, boolean pair) {
        List<String> words = new ArrayList<>();
        int same = diff.changes().size() - diff.differing();
        if (pair && diff.differing() == 0) {
            words.add("Every member is the same; the archives differ in how they pack them.");
        } else if (same > 0) {
            String are = same == 1 ? " unchanged member is" : " unchanged members are";
            words.add(HumanSize.grouped(same) + are + " not listed.");
        }
        add(words, end(pair ? "The old archive" : "The archive", diff.before()));
        add(words, end(pair ? "The new archive" : "The archive", diff.after()));
        return String.join(" ", words);
    }

    private static String end(String which, Listing listing) {
        String count = HumanSize.grouped(listing.members().size());
        return switch (listing.end()) {
            case WHOLE -> "";
            case DAMAGED ->
                    which
                            + " is damaged after "
                            + count
                            + " members: "
                            + Escapes.text(listing.reason())
                            + ".";
            case TOO_MANY -> which + " has more than the " + count + " members that are compared.";
            case TOO_LARGE ->
                    which
                            + " was read no further than "
                            + HumanSize.spaced(Parcel.MOST_BYTES)
                            + ".";
        };
    }

    private static String binary(@Nullable Preview side) {
        if (side == null) {
            return "";
        }
        if (side.code() != null) {
            int lines = side.lines().size();
            return lines <= Contrast.MOST_LINES
                    ? ""
                    : "text of more than "
                            + HumanSize.grouped(Contrast.MOST_LINES)
                            + " lines, which are not compared";
        }
        return side.kind().equals("binary") ? "not text: " + side.notText() : side.kind();
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static long read(Contrast contrast) {
        long most = 0;
        for (Preview side : new Preview[] {contrast.before(), contrast.after()}) {
            if (side != null && side.isCut()) {
                most = Math.max(most, side.bytes().length());
            }
        }
        return most;
    }

    private static void add(List<String> words, String more) {
        if (!more.isEmpty()) {
            words.add(more);
        }
    }
}
