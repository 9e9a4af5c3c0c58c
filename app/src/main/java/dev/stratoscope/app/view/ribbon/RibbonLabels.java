package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.stack.StackFace;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What a ribbon reads, at length and in short. */
final class RibbonLabels {
    private RibbonLabels() {}

    /** The choices for a ribbon, the longest first, each a list of lines. */
    static List<List<Label>> of(Braid braid, int ribbon) {
        Verdict verdict = braid.verdict(ribbon);
        Label letter = new Label(verdict.letter(), StackFace.LETTER, verdict.text());
        return switch (verdict) {
            case SAME -> {
                boolean digest = braid.ribbons().get(ribbon).pair().isSameLayer();
                Label word = new Label("identical", StackFace.HEADING, verdict.text());
                String why = digest ? "same digest" : "same files";
                Label reason = new Label(why, StackFace.COMMAND, verdict.text());
                yield List.of(List.of(word, reason), List.of(word), List.of(letter));
            }
            case UNKNOWN -> {
                Label word = new Label("not compared", StackFace.COMMAND, verdict.text());
                yield List.of(List.of(word), List.of(letter));
            }
            case ADDED, DELETED, CHANGED -> found(braid, ribbon, letter);
        };
    }

    private static List<List<Label>> found(Braid braid, int ribbon, Label letter) {
        List<Label> lines = new ArrayList<>();
        lines.add(letter);
        String difference = difference(braid, ribbon);
        if (!difference.isEmpty()) {
            lines.add(new Label(difference, StackFace.SMALL_SIZE, letter.ink()));
        }
        String paths = paths(braid.ribbons().get(ribbon).counts());
        if (!paths.isEmpty()) {
            lines.add(new Label(paths, StackFace.COMMAND, letter.ink()));
        }
        List<List<Label>> choices = new ArrayList<>();
        for (int most = lines.size(); most > 0; most--) {
            choices.add(List.copyOf(lines.subList(0, most)));
        }
        return choices;
    }

    /**
     * How much larger the new layer is than the old one, signed and in few digits; empty where that
     * would compare a tar with a compressed blob, and where there is no difference.
     */
    static String difference(Braid braid, int ribbon) {
        Step before = braid.step(Flank.BEFORE, ribbon);
        Step after = braid.step(Flank.AFTER, ribbon);
        boolean mixed =
                before != null
                        && after != null
                        && !before.empty()
                        && !after.empty()
                        && before.compressedSize() != after.compressedSize();
        long more = size(after) - size(before);
        return mixed || more == 0 ? "" : signed(more, HumanSize::spaced);
    }

    /** A number of bytes, not 0, with its sign. */
    static String signed(long bytes, LongFunction<String> words) {
        return (bytes < 0 ? "\u2212" : "+") + words.apply(Math.abs(bytes));
    }

    /** The bytes of a step's layer; 0 when there is none. */
    static long size(@Nullable Step step) {
        return step == null ? 0 : step.size();
    }

    private static String paths(@Nullable ChangeCounts counts) {
        if (counts == null) {
            return "";
        }
        long paths =
                (long) counts.added()
                        + counts.modified()
                        + counts.metadataOnly()
                        + counts.deleted();
        return HumanSize.grouped(paths) + (paths == 1 ? " path" : " paths");
    }
}
