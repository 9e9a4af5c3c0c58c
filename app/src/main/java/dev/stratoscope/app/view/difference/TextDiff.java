package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.code.CodeLines;
import dev.stratoscope.app.view.code.Language;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.model.diff.content.LineDiff;
import dev.stratoscope.model.diff.content.LinePairs;
import dev.stratoscope.model.diff.content.Run;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts and how their lines differ. Immutable; safe for use by many threads.
 *
 * @param before the old text
 * @param after the new text
 * @param diff how they differ
 * @param pairs for each run of the difference which lines stand beside each other, counted from its
 *     beginning; empty for equal runs
 */
record TextDiff(
        CodeLines before, CodeLines after, LineDiff diff, List<List<LinePairs.Pair>> pairs) {
    private static final CodeLines NOTHING = CodeLines.of(Language.PLAIN, List.of());

    TextDiff {
        pairs = List.copyOf(pairs);
    }

    /** Compares what was read of two versions; either may be missing, and then has no lines. */
    static TextDiff of(
            @Nullable Preview before,
            @Nullable Preview after,
            boolean ignoreWhiteSpace,
            Progress progress)
            throws InterruptedIOException {
        CodeLines old = lines(before);
        CodeLines now = lines(after);
        LineDiff diff = LineDiff.between(old.lines(), now.lines(), ignoreWhiteSpace, progress);
        List<List<LinePairs.Pair>> pairs = new ArrayList<>();
        for (Run run : diff.runs()) {
            progress.advance(0);
            pairs.add(
                    run.isEqual()
                            ? List.of()
                            : LinePairs.of(
                                    old.lines().subList(run.beforeFrom(), run.beforeTo()),
                                    now.lines().subList(run.afterFrom(), run.afterTo())));
        }
        return new TextDiff(old, now, diff, pairs);
    }

    /** The length of the longest line, in characters. */
    int longest() {
        int longest = 0;
        for (CodeLines side : List.of(before, after)) {
            for (String line : side.lines()) {
                longest = Math.max(longest, line.length());
            }
        }
        return longest;
    }

    private static CodeLines lines(@Nullable Preview preview) {
        CodeLines code = preview == null ? null : preview.code();
        return code == null ? NOTHING : code;
    }
}
