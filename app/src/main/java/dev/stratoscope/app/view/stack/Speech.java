package dev.stratoscope.app.view.stack;

import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongFunction;

/** What a step says to those who do not see it, and to those who point at it. Immutable. */
public final class Speech {
    /** What the place of a writable layer says. */
    static final String GHOST = "Writable layer: none yet. Run the image to add one (R).";

    private static final int MOST_COMMAND = 1600;
    private static final Map<String, String> UNITS =
            Map.of(
                    "B", "bytes",
                    "kB", "kilobytes",
                    "MB", "megabytes",
                    "GB", "gigabytes",
                    "TB", "terabytes");

    private final LongFunction<String> sizes;

    /**
     * Speaks of sizes.
     *
     * @param sizes how to write a number of bytes, with a space before the unit
     */
    public Speech(LongFunction<String> sizes) {
        this.sizes = sizes;
    }

    /** One sentence for a screen reader, in words only. */
    String spoken(Step step, List<Step> steps) {
        StringJoiner text = new StringJoiner(", ");
        if (step.state().isWritable()) {
            return spokenWritable(step);
        }
        if (step.empty()) {
            text.add("Step without a layer");
        } else {
            long layers = steps.stream().filter(Speech::isOfImage).count();
            text.add("Layer %d of %d".formatted(step.layer(), layers));
        }
        text.add((step.keyword() + " " + step.command()).strip());
        if (step.empty()) {
            return text.toString();
        }
        text.add(words(step.size()) + (step.compressedSize() ? " compressed" : ""));
        switch (step.state()) {
            case INDEXING ->
                    text.add("indexing, %d percent".formatted(Math.round(step.indexed() * 100)));
            case UNREAD, MISSING, MISMATCH, UNREADABLE -> text.add(step.state().trouble());
            case READY, LIVE, AT_REST -> {}
        }
        counts(step.counts(), text);
        step.pills().forEach(pill -> text.add(pill.text()));
        return text.toString();
    }

    private static boolean isOfImage(Step step) {
        return !step.empty() && !step.state().isWritable();
    }

    private String spokenWritable(Step step) {
        StringJoiner text = new StringJoiner(", ");
        text.add(step.keyword()).add(words(step.size()));
        if (!step.command().isEmpty()) {
            text.add(step.command());
        }
        counts(step.counts(), text);
        step.pills().forEach(pill -> text.add(pill.text()));
        return text.toString();
    }

    /**
     * Adds how many paths changed in which way.
     *
     * @param counts null for none
     */
    public static void counts(@Nullable ChangeCounts counts, StringJoiner text) {
        if (counts != null) {
            add(text, counts.added(), "added");
            add(text, counts.modified(), "modified");
            add(text, counts.metadataOnly(), "with new metadata");
            add(text, counts.deleted(), "deleted");
        }
    }

    private static void add(StringJoiner text, int count, String what) {
        if (count > 0) {
            text.add("%,d %s".formatted(count, what));
        }
    }

    /** A number of bytes with its unit as a word. */
    public String words(long bytes) {
        String size = sizes.apply(bytes);
        int space = size.lastIndexOf(' ');
        String unit = size.substring(space + 1);
        return size.substring(0, space + 1) + UNITS.getOrDefault(unit, unit);
    }

    /** The tooltip of a step: the whole command, exact bytes, counts, digest, date, and where. */
    String tip(Step step) {
        StringJoiner text = new StringJoiner("\n");
        String command = step.fullCommand().isBlank() ? step.command() : step.fullCommand();
        if (step.state().isWritable()) {
            text.add(step.keyword());
        }
        text.add(readable(command.isBlank() ? step.keyword() : command, "Copy command"));
        if (step.empty()) {
            text.add("Changes no files");
        } else {
            String kind = step.compressedSize() ? " compressed" : " as a tar";
            kind = step.state().isWritable() ? " in files" : kind;
            text.add("%s, %,d bytes%s".formatted(sizes.apply(step.size()), step.size(), kind));
        }
        if (step.contentSize() > 0) {
            text.add("%,d bytes in files".formatted(step.contentSize()));
        }
        StringJoiner changes = new StringJoiner(", ");
        changes.setEmptyValue("");
        counts(step.counts(), changes);
        add(text, changes.toString());
        add(text, step.state().trouble());
        add(text, step.diffId());
        add(text, step.created().isEmpty() ? "" : "created " + step.created());
        step.pills().forEach(pill -> add(text, pill.tip().isEmpty() ? lately(step) : pill.tip()));
        return text.toString();
    }

    private static String lately(Step step) {
        return step.state().isWritable() ? step.pills().getFirst().text() : "";
    }

    private static void add(StringJoiner text, String line) {
        if (!line.isEmpty()) {
            text.add(line);
        }
    }

    /**
     * A command with every part of a chain on a line of its own; an endless one is cut.
     *
     * @param whole where all of it can be had
     */
    public static String readable(String command, String whole) {
        String lines = command.strip().replaceAll("\\s*(&&|\\|\\|)\\s+", "\n    $1 ");
        return lines.length() <= MOST_COMMAND
                ? lines
                : "%s…%n(%,d characters; %s has them all)"
                        .formatted(lines.substring(0, MOST_COMMAND), command.length(), whole);
    }

    /** The tooltip of a stratum: its name, exact bytes, and why they are waste. */
    String tip(Stratum stratum) {
        String text =
                "%s%n%s, %,d bytes"
                        .formatted(stratum.name(), sizes.apply(stratum.size()), stratum.size());
        return stratum.waste() == null ? text : text + "\n" + stratum.waste();
    }
}
