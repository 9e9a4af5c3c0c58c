package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.stack.Speech;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.compare.StepPair;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.StringJoiner;

/** What a ribbon says to those who do not see it, and to those who point at it. */
final class RibbonWords {
    private static final Speech SPEECH = new Speech(HumanSize::spaced);

    private RibbonWords() {}

    /** One sentence for a screen reader, in words only. */
    static String spoken(Braid braid, int ribbon) {
        Step before = braid.step(Flank.BEFORE, ribbon);
        Step after = braid.step(Flank.AFTER, ribbon);
        StringJoiner text = new StringJoiner(", ");
        if (before == null || after == null) {
            Step only = before == null ? after : before;
            if (only != null) {
                text.add(instruction(only));
                layer(only, text);
            }
            text.add(before == null ? "only right" : "only left");
        } else {
            text.add(instruction(before));
            layer(before, text);
            became(braid, ribbon, before, after, text);
        }
        Speech.counts(braid.ribbons().get(ribbon).counts(), text);
        return text.toString();
    }

    private static void became(
            Braid braid, int ribbon, Step before, Step after, StringJoiner text) {
        StringJoiner now = new StringJoiner(", ");
        if (!instruction(before).equals(instruction(after))) {
            now.add(instruction(after));
        }
        switch (braid.verdict(ribbon)) {
            case SAME -> {
                String at = after.empty() ? "" : " to " + after.label();
                now.add("identical" + at);
            }
            case UNKNOWN -> {
                layer(after, now);
                now.add("not compared");
            }
            case ADDED, DELETED, CHANGED -> layer(after, now);
        }
        boolean same = braid.verdict(ribbon) == Verdict.SAME;
        text.add(same ? now.toString() : "became " + now);
        if (!after.empty()) {
            text.add(lower(reason(braid.ribbons().get(ribbon).pair(), after)));
        }
    }

    private static void layer(Step step, StringJoiner text) {
        if (step.empty()) {
            return;
        }
        String compressed = step.compressedSize() ? " compressed" : "";
        text.add(step.label() + " " + SPEECH.words(step.size()) + compressed);
        if (step.state() == Step.State.INDEXING) {
            text.add("indexing, %d percent".formatted(Math.round(step.indexed() * 100)));
        } else if (!step.state().trouble().isEmpty()) {
            text.add(step.state().trouble());
        }
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static String instruction(Step step) {
        return (step.keyword() + " " + step.command()).strip();
    }

    /** The tooltip: why the steps belong together, whole instructions, exact bytes, digests. */
    static String tip(Braid braid, int ribbon) {
        Step before = braid.step(Flank.BEFORE, ribbon);
        Step after = braid.step(Flank.AFTER, ribbon);
        Step any = after == null ? before : after;
        StringJoiner text = new StringJoiner("\n");
        if (any == null) {
            return "";
        }
        text.add(heading(braid, ribbon, any));
        boolean alike = before != null && after != null && whole(before).equals(whole(after));
        if (alike) {
            text.add(whole(any));
        }
        side(Flank.BEFORE, before, alike, text);
        side(Flank.AFTER, after, alike, text);
        String difference = difference(braid, ribbon);
        if (!difference.isEmpty()) {
            text.add(difference);
        }
        return text.toString();
    }

    /** Exact bytes and counts; empty when there are none. */
    private static String difference(Braid braid, int ribbon) {
        StringJoiner text = new StringJoiner(", ");
        boolean sized =
                braid.verdict(ribbon) == Verdict.CHANGED
                        && !RibbonLabels.difference(braid, ribbon).isEmpty();
        if (sized) {
            long after = RibbonLabels.size(braid.step(Flank.AFTER, ribbon));
            long more = after - RibbonLabels.size(braid.step(Flank.BEFORE, ribbon));
            text.add(RibbonLabels.signed(more, HumanSize::exact));
        }
        Speech.counts(braid.ribbons().get(ribbon).counts(), text);
        return text.toString();
    }

    private static String heading(Braid braid, int ribbon, Step any) {
        StepPair pair = braid.ribbons().get(ribbon).pair();
        String reason = reason(pair, any);
        return switch (braid.verdict(ribbon)) {
            case SAME -> pair.isSameLayer() || any.empty() ? reason : reason + ", same files";
            case UNKNOWN -> reason + ", not compared";
            case CHANGED -> any.empty() ? "Changed, " + lower(reason) : reason + ", other files";
            case ADDED -> "Only right, no counterpart";
            case DELETED -> "Only left, no counterpart";
        };
    }

    /** Why two steps belong together. */
    private static String reason(StepPair pair, Step any) {
        return switch (pair.reason()) {
            case SAME_CHAIN -> "Same layer on the same base";
            case SAME_LAYER -> "Same layer";
            case SAME_INSTRUCTION -> "Same instruction";
            case ALIKE -> any.empty() ? "Alike instructions" : "Alike files";
            case NONE -> "No counterpart";
        };
    }

    private static void side(Flank flank, @Nullable Step step, boolean alike, StringJoiner text) {
        if (step == null) {
            return;
        }
        String name = flank == Flank.BEFORE ? "Left" : "Right";
        String what =
                step.empty()
                        ? " changes no files"
                        : " %s, %s, %s"
                                .formatted(
                                        step.label(),
                                        HumanSize.spaced(step.size()),
                                        HumanSize.exact(step.size())
                                                + (step.compressedSize() ? " compressed" : ""));
        if (!(step.empty() && alike)) {
            text.add(name + what);
        }
        if (!alike) {
            text.add(whole(step));
        }
        if (!step.diffId().isEmpty()) {
            text.add(step.diffId());
        }
        if (!step.state().trouble().isEmpty()) {
            text.add(step.state().trouble());
        }
    }

    private static String whole(Step step) {
        String full = step.fullCommand().isBlank() ? instruction(step) : step.fullCommand();
        return Speech.readable(full, "History");
    }
}
