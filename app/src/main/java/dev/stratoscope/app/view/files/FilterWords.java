package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.diff.Kind;

import java.util.ArrayList;
import java.util.List;

/** What a filter asks for, said in words. */
final class FilterWords {
    private FilterWords() {}

    /** A condition on a path, with its verb apart: two of one verb share it. */
    private record Condition(String verb, String rest) {}

    /**
     * That nothing is found: {@code No path up to L1 is larger than 50 MB and owned by www-data.}
     *
     * @param where of what: {@code in L2}
     */
    static String nothing(FileFilter filter, String where) {
        StringBuilder words = new StringBuilder("No path ");
        words.append(where);
        String verb = "";
        for (Condition condition : conditions(filter)) {
            if (!verb.isEmpty()) {
                words.append(" and");
            }
            if (!condition.verb.equals(verb)) {
                verb = condition.verb;
                words.append(' ').append(verb);
            }
            words.append(' ').append(condition.rest);
        }
        return words.append('.').toString();
    }

    private static List<Condition> conditions(FileFilter filter) {
        List<Condition> all = new ArrayList<>();
        String text = Escapes.text(filter.text());
        if (!text.isEmpty()) {
            all.add(
                    filter.way() == FileFilter.Way.REGEX || filter.isGlob()
                            ? new Condition("matches", text)
                            : new Condition(
                                    "has",
                                    "“"
                                            + text
                                            + (filter.isPath()
                                                    ? "” in its path"
                                                    : "” in its name")));
        }
        Facts facts = Facts.in(filter);
        if (facts.larger() >= 0) {
            all.add(new Condition("is", "larger than " + HumanSize.spaced(facts.larger())));
        }
        if (facts.smaller() >= 0) {
            all.add(new Condition("is", "smaller than " + HumanSize.spaced(facts.smaller())));
        }
        if (!facts.owner().isEmpty()) {
            all.add(new Condition("is", "owned by " + Escapes.text(facts.owner())));
        }
        if (all.isEmpty()) {
            all.add(new Condition("is", "of the kinds that are turned on"));
        }
        return all;
    }

    /** How to undo the search: {@code Clear 2 filters}. */
    static String clearing(FileFilter filter) {
        int count = (filter.text().isEmpty() ? 0 : 1) + filter.facts();
        return count == 0
                ? "Show all kinds"
                : count > 1
                        ? "Clear " + count + " filters"
                        : filter.text().isEmpty() ? "Clear the filter" : "Clear the search";
    }

    /**
     * Matches that are left out by their kind; empty when there are none.
     *
     * @param inLayers whether what is deleted was deleted by a layer
     */
    static String hidden(FileRows rows, boolean inLayers) {
        int deleted = rows.hidden(Kind.DELETED);
        int all = hiddenMatches(rows);
        if (deleted > 0 && inLayers) {
            return matches(deleted, rows.matches())
                    + (deleted == 1 ? " was" : " were")
                    + " deleted by a layer.";
        }
        if (all > 0 && all == rows.hidden(Kind.UNCHANGED)) {
            return matches(all, rows.matches()) + (all == 1 ? " is" : " are") + " unchanged.";
        }
        return all == 0
                ? ""
                : matches(all, rows.matches())
                        + (all == 1 ? " is" : " are")
                        + " of a kind turned off.";
    }

    /** The number of matches that are left out by their kind. */
    static int hiddenMatches(FileRows rows) {
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += rows.hidden(kind);
        }
        return all;
    }

    private static String matches(int count, int shown) {
        return String.format(
                "%,d %s%s", count, shown > 0 ? "more " : "", count == 1 ? "match" : "matches");
    }
}
