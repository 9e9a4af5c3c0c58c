package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.Attributes;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Decides which nodes of a changeset a filter wants, whatever their kind of change. */
final class NodeMatch {
    private NodeMatch() {}

    /**
     * The decision. Upper and lower case are the same, but in a regular expression.
     *
     * @throws java.util.regex.PatternSyntaxException when the text is no regular expression
     */
    static IntPredicate of(Changeset changes, FileFilter filter) {
        IntPredicate match = text(changes, filter);
        if (filter.smallest() > 0 || filter.largest() < Long.MAX_VALUE) {
            match = match.and(at -> isBetween(changes.total(at), filter));
        }
        if (!filter.owner().isEmpty()) {
            match = match.and(at -> isOwner(changes.shown(at).attributes(), filter.owner()));
        }
        return match;
    }

    private static boolean isBetween(long size, FileFilter filter) {
        return size >= filter.smallest() && size <= filter.largest();
    }

    private static boolean isOwner(Attributes said, String owner) {
        return owner.equals(String.valueOf(said.uid()))
                || owner.equals(said.uid() + ":" + said.gid())
                || owner.equals(":" + said.gid())
                || owner.equals(said.user().toString());
    }

    private static IntPredicate text(Changeset changes, FileFilter filter) {
        if (filter.text().isEmpty()) {
            return at -> true;
        }
        if (filter.way() == FileFilter.Way.REGEX) {
            Pattern pattern = Pattern.compile(filter.text());
            return at -> pattern.matcher(changes.path(at).toString()).find();
        }
        String wanted = filter.text().toLowerCase(Locale.ROOT);
        if (filter.globOnPath()) {
            Glob glob = new Glob(wanted);
            return at -> glob.matches(changes.path(at).toString().toLowerCase(Locale.ROOT));
        }
        if (filter.isGlob()) {
            Glob glob = new Glob(wanted);
            return at -> glob.matches(changes.name(at).toString().toLowerCase(Locale.ROOT));
        }
        return at -> changes.name(at).toString().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
