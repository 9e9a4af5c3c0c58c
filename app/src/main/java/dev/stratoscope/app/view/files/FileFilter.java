package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What of a changeset is to be seen.
 *
 * @param kinds the kinds of change to show; unchanged among them or not
 * @param text what is searched for; empty for all
 * @param way how the text is read
 * @param smallest the least size in bytes, a folder's being that of all below it
 * @param largest the greatest size in bytes
 * @param owner {@code uid}, {@code uid:gid}, {@code :gid}, or a name as the image has it; empty for
 *     all
 */
public record FileFilter(
        Set<Kind> kinds, String text, Way way, long smallest, long largest, String owner) {
    /** Every path. */
    public static final FileFilter ALL =
            new FileFilter(EnumSet.allOf(Kind.class), "", Way.NAME, 0, Long.MAX_VALUE, "");

    /** How the text of a search is read. */
    public enum Way {
        /**
         * A part of a name, or of a path when it has a slash, or a glob when it holds {@code * ?
         * [}.
         */
        NAME,
        /** A regular expression, found in the path, which begins with a slash. */
        REGEX
    }

    /** Copies the kinds. */
    public FileFilter {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
    }

    /** The same for other kinds. */
    public FileFilter withKinds(Set<Kind> wanted) {
        return new FileFilter(wanted, text, way, smallest, largest, owner);
    }

    /** The same without unchanged paths, or with them. */
    public FileFilter withUnchanged(boolean wanted) {
        EnumSet<Kind> changed = EnumSet.noneOf(Kind.class);
        changed.addAll(kinds);
        if (wanted) {
            changed.add(Kind.UNCHANGED);
        } else {
            changed.remove(Kind.UNCHANGED);
        }
        return withKinds(changed);
    }

    /** The same with another text. */
    public FileFilter withText(String wanted, Way read) {
        return new FileFilter(kinds, wanted, read, smallest, largest, owner);
    }

    /** The same for other sizes. */
    public FileFilter withSizes(long from, long to) {
        return new FileFilter(kinds, text, way, from, to, owner);
    }

    /** The same for another owner. */
    public FileFilter withOwner(String wanted) {
        return new FileFilter(kinds, text, way, smallest, largest, wanted);
    }

    /** Whether anything but the kind of change decides. */
    public boolean isSearching() {
        return !text.isEmpty() || asksForSize() || !owner.isEmpty();
    }

    boolean asksForSize() {
        return smallest > 0 || largest < Long.MAX_VALUE;
    }

    /** The number of limits of size and owners that are asked for: 0 to 3. */
    int facts() {
        return (smallest > 0 ? 1 : 0)
                + (largest < Long.MAX_VALUE ? 1 : 0)
                + (owner.isEmpty() ? 0 : 1);
    }

    /** What is wrong with the text, in words; empty when nothing is. */
    String complaint() {
        if (way == Way.REGEX) {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                String reason = e.getDescription();
                return "No regular expression: "
                        + reason.substring(0, 1).toLowerCase(Locale.ROOT)
                        + reason.substring(1)
                        + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1))
                        + ".";
            }
        }
        return "";
    }

    boolean isGlob() {
        return way == Way.NAME && text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    boolean globOnPath() {
        return isGlob() && isPath();
    }

    /** Whether the text has a slash, so that it is sought in paths. */
    boolean isPath() {
        return text.indexOf('/') >= 0;
    }
}
