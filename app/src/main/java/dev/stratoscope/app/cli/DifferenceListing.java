package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.text.KindWords;
import dev.stratoscope.app.text.StepPairWords;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.compare.ConfigDifference;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference for people: lines that sum it up, then the layers side by side, the values of the
 * config, and the files, each where something differs. Folders and steps of the history whose time
 * alone differs are only counted; of other steps the time goes without saying. Files are written as
 * they are met.
 */
final class DifferenceListing {
    private static final int INSTRUCTION_COLUMNS = 60;
    private static final int VALUE_COLUMNS = 48;

    /** What is left of the beginning that two values share, so that one can tell the place. */
    private static final int LEAD = 12;

    private static final String SAME = "the same";
    private static final String NONE = "-";
    private static final String TIME_ALONE = " by time alone";

    private final Difference difference;

    DifferenceListing(Difference difference) {
        this.difference = difference;
    }

    void write(OutputStream out) throws IOException {
        print(out, "files    " + files() + "\n");
        if (!difference.isOfLayers()) {
            print(out, "layers   " + layers() + "\n");
            print(out, "config   " + config() + "\n");
        }
        if (difference.isLayerChanged()) {
            print(out, "\n" + layerTable());
        }
        if (!difference.config().besidesStepTimes().isEmpty()) {
            print(out, "\n" + configTable());
        }
        Comparison files = difference.files();
        if (files.paths() > files.timeOnlyDirectories()) {
            print(out, "\n" + ChangeRowText.HEADING);
            writeFiles(out);
        }
    }

    private String files() {
        Comparison files = difference.files();
        long before = files.totalBefore(0);
        long after = files.total(0);
        String sizes =
                before == after
                        ? HumanSize.docker(after)
                        : HumanSize.docker(before)
                                + " -> "
                                + HumanSize.docker(after)
                                + " ("
                                + ChangeRowText.signed(after - before)
                                + ")";
        return counts(files) + "; " + sizes;
    }

    private static String counts(Comparison files) {
        ChangeCounts counts = files.counts();
        int folders = files.timeOnlyDirectories();
        List<String> parts = new ArrayList<>();
        add(parts, counts.added(), KindWords.of(Kind.ADDED));
        add(parts, counts.modified(), KindWords.of(Kind.MODIFIED));
        add(parts, counts.metadataOnly() - folders, KindWords.of(Kind.METADATA_ONLY));
        add(parts, counts.deleted(), KindWords.of(Kind.DELETED));
        add(parts, folders, (folders == 1 ? "folder" : "folders") + TIME_ALONE);
        if (files.kind(0) != Kind.UNCHANGED) {
            parts.add("metadata of the root");
        }
        return parts.isEmpty() ? SAME : String.join(", ", parts);
    }

    private String config() {
        ConfigDifference config = difference.config();
        int values = config.besidesStepTimes().size();
        int steps = config.timeOnlySteps();
        List<String> parts = new ArrayList<>();
        add(parts, values, values == 1 ? "value differs" : "values differ");
        add(parts, steps, (steps == 1 ? "step" : "steps") + TIME_ALONE);
        return parts.isEmpty() ? SAME : String.join(", ", parts);
    }

    private String layers() {
        List<String> parts = new ArrayList<>();
        for (LayerPair.Change change : LayerPair.Change.values()) {
            long count = difference.layers().stream().filter(p -> p.change() == change).count();
            boolean same = change == LayerPair.Change.UNCHANGED;
            add(parts, count, same ? SAME : change.word());
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(HumanSize.grouped(count) + " " + word);
        }
    }

    private String layerTable() {
        TextTable table =
                new TextTable("LAYERS", "OLD SIZE", "NEW SIZE", "MATCHED BY", "CREATED BY");
        table.alignRight(1).alignRight(2);
        for (LayerPair pair : difference.layers()) {
            String reason = StepPairWords.of(pair.reason());
            boolean moved = pair.change() == LayerPair.Change.MOVED;
            table.row(
                    pair.change().letter() + " " + name(pair.before()) + " " + name(pair.after()),
                    size(pair.before()),
                    size(pair.after()),
                    reason.isEmpty() ? NONE : moved ? reason + ", moved" : reason,
                    createdBy(pair));
        }
        return table.toString();
    }

    /** As wide as the longest there is mostly, so that both sides stand below each other. */
    private static String name(@Nullable ImageStep step) {
        return String.format("%-4s", step == null ? NONE : "L" + step.layer());
    }

    private static String size(@Nullable ImageStep step) {
        LayerIndex index = step == null ? null : step.index();
        return index == null ? NONE : HumanSize.docker(index.contentSize());
    }

    private static String createdBy(LayerPair pair) {
        ImageStep step = pair.after() == null ? pair.before() : pair.after();
        if (step == null) {
            return "";
        }
        String by = Instruction.of(step.createdBy(), step.layer()).toString();
        return DisplayWidth.truncate(Escapes.text(by.replace('\t', ' ')), INSTRUCTION_COLUMNS);
    }

    private String configTable() {
        TextTable table = new TextTable("CONFIG", "KEY", "OLD", "NEW");
        for (ConfigChange change : difference.config().besidesStepTimes()) {
            int from = leftOut(change.before(), change.after());
            table.row(
                    change.section().word(),
                    change.key().isEmpty() ? "" : shown(change.key(), 0),
                    shown(change.before(), from),
                    shown(change.after(), from));
        }
        return table.toString();
    }

    /** How much of what two long values begin with alike has to go, so that both show the rest. */
    private static int leftOut(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return 0;
        }
        if (Math.max(before.length(), after.length()) <= VALUE_COLUMNS) {
            return 0;
        }
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int from = same < VALUE_COLUMNS / 2 ? 0 : same - LEAD;
        return from > 0 && Character.isLowSurrogate(before.charAt(from)) ? from - 1 : from;
    }

    private static String shown(@Nullable String text, int from) {
        if (text == null || text.isEmpty()) {
            return text == null ? NONE : "\"\"";
        }
        String rest = (from == 0 ? "" : "\u2026") + text.substring(from);
        return DisplayWidth.truncate(Escapes.text(rest.replace('\t', ' ')), VALUE_COLUMNS);
    }

    private void writeFiles(OutputStream out) throws IOException {
        Comparison files = difference.files();
        ChangeRowText row = new ChangeRowText(files, difference.ignored());
        for (PathWalk walk = new PathWalk(files); walk.next(); ) {
            if (files.kind(walk.node()) != Kind.UNCHANGED
                    && !files.isTimeOnlyDirectory(walk.node())) {
                print(out, row.of(walk));
            }
        }
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
