package dev.stratoscope.app.build;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.build.BuildRecord;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A step of a build that ended. Immutable.
 *
 * @param change what is other than in the build before; empty for nothing
 */
record RecordLine(BuildRecord.Step step, String change) {

    /** The steps of one build. */
    static List<RecordLine> of(BuildRecord one) {
        return one.steps().stream().map(step -> new RecordLine(step, "")).toList();
    }

    /** The steps of a build beside those of an earlier one; those that are gone come last. */
    static List<RecordLine> between(BuildRecord before, BuildRecord after) {
        Map<String, Deque<BuildRecord.Step>> old = new HashMap<>();
        before.steps()
                .forEach(
                        step ->
                                old.computeIfAbsent(step.text(), text -> new ArrayDeque<>())
                                        .add(step));
        List<RecordLine> lines = new ArrayList<>();
        for (BuildRecord.Step step : after.steps()) {
            Deque<BuildRecord.Step> same = old.get(step.text());
            BuildRecord.Step was = same == null ? null : same.pollFirst();
            lines.add(new RecordLine(step, was == null ? "new line" : change(was, step)));
        }
        for (BuildRecord.Step step : before.steps()) {
            Deque<BuildRecord.Step> left = old.get(step.text());
            if (left != null && left.remove(step)) {
                lines.add(new RecordLine(step, "line is gone"));
            }
        }
        return lines;
    }

    private static String change(BuildRecord.Step was, BuildRecord.Step now) {
        if (now.outcome().equals("failed") || was.outcome().equals("failed")) {
            return was.outcome().equals(now.outcome())
                    ? ""
                    : was.outcome() + ", now " + now.outcome();
        }
        if (Objects.equals(was.diffId(), now.diffId())) {
            return "";
        }
        long grown = now.contentSize() - was.contentSize();
        return grown == 0
                ? "other content"
                : "other content, " + (grown > 0 ? "+" : "−") + HumanSize.spaced(Math.abs(grown));
    }
}
