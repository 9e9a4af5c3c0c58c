package dev.stratoscope.app.build;

import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.PlannedStage;
import dev.stratoscope.model.build.StepFailure;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The log of a build: the lines of each step below its head, in the order they came. The oldest
 * give way when there are too many. On the JavaFX thread.
 */
final class LogRows {
    private static final int MOST = 200_000;
    private static final int SHARE = MOST / 10;

    /** After a longer head what became of the step would not be seen. */
    private static final int LONGEST_WITH_NOTE = 60;

    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final List<LogRow> fresh = new ArrayList<>();
    private int last = -1;

    /** The rows; changes when those that came are flushed. */
    ObservableList<LogRow> rows() {
        return rows;
    }

    void clear() {
        rows.clear();
        fresh.clear();
        last = -1;
    }

    /** A step wrote a line. */
    void write(@Nullable BuildPlan plan, BuildStep step, boolean error, String text) {
        head(plan, step);
        fresh.add(new LogRow(step.number(), error ? LogRow.Kind.ERROR : LogRow.Kind.OUT, text));
    }

    /** A step is done, or failed. */
    void done(@Nullable BuildPlan plan, StepNow step, Instant at) {
        head(plan, step.step());
        int number = step.step().number();
        StepFailure failure = step.failure();
        String took = Spans.of(step.took(at));
        if (failure != null) {
            if (failure.exitCode() < 0) {
                fresh.add(new LogRow(number, LogRow.Kind.FAILURE, failure.reason()));
            }
            String end = failure.exitCode() < 0 ? "failed" : "exit status " + failure.exitCode();
            fresh.add(new LogRow(number, LogRow.Kind.FAILURE, end + " after " + took));
        } else {
            String words = step.look() == StepLook.CACHED ? "cached" : "done in " + took;
            LogRow before = fresh.isEmpty() ? null : fresh.getLast();
            if (before != null
                    && before.kind() == LogRow.Kind.HEAD
                    && before.text().length() <= LONGEST_WITH_NOTE) {
                fresh.removeLast();
                fresh.add(new LogRow(number, LogRow.Kind.HEAD, before.text() + "  " + words));
            } else {
                fresh.add(new LogRow(number, LogRow.Kind.NOTE, words));
            }
        }
    }

    private void head(@Nullable BuildPlan plan, BuildStep step) {
        if (step.number() != last) {
            last = step.number();
            fresh.add(new LogRow(last, LogRow.Kind.HEAD, title(plan, step)));
        }
    }

    /** {@code #12 [assets 6/6] RUN npm run build}. */
    static String title(@Nullable BuildPlan plan, BuildStep step) {
        if (plan == null) {
            return "#" + (step.number() + 1) + " " + step.text();
        }
        PlannedStage stage = plan.stages().get(step.stage());
        String name = stage.name() == null ? "stage " + stage.index() : stage.name();
        int place = stage.steps().indexOf(step.number()) + 1;
        return String.format(
                Locale.ROOT,
                "#%d [%s %d/%d] %s",
                step.number() + 1,
                name,
                place,
                stage.steps().size(),
                step.text());
    }

    /** What a step wrote last, to standard error if it can be; empty for nothing. */
    String lastOf(int step) {
        String last = "";
        for (int i = rows.size() - 1; i >= 0; i--) {
            LogRow row = rows.get(i);
            if (row.step() == step && row.kind() == LogRow.Kind.ERROR) {
                return row.text();
            }
            if (row.step() == step && row.kind() == LogRow.Kind.OUT && last.isEmpty()) {
                last = row.text();
            }
            if (row.step() == step && row.kind() == LogRow.Kind.HEAD) {
                return last;
            }
        }
        return last;
    }

    /** Shows what came. */
    void flush() {
        if (!fresh.isEmpty()) {
            rows.addAll(fresh);
            fresh.clear();
            if (rows.size() > MOST) {
                rows.remove(0, Math.max(SHARE, rows.size() - MOST));
            }
        }
    }
}
