package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.PlannedStage;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.task.Ticker;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows a build on standard error: as lines, with one more that rewrites itself where it is a
 * terminal, or as JSON lines. Safe for use by many threads.
 */
final class BuildDisplay implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CLEAR = "\r\u001b[K";
    private static final int COLUMNS = 79;

    private final Grammar.ProgressMode mode;
    private final PrintStream err;
    private final boolean live;
    private final Map<Integer, Running> running = new LinkedHashMap<>();
    private @Nullable BuildPlan plan;
    private @Nullable Ticker ticker;

    private record Running(String label, String text, long begun) {}

    private BuildDisplay(Grammar.ProgressMode mode, PrintStream err, boolean live) {
        this.mode = mode;
        this.err = err;
        this.live = live;
    }

    static BuildDisplay start(Grammar.ProgressMode mode, PrintStream err) {
        boolean live = mode == Grammar.ProgressMode.AUTO && ProgressDisplay.isTerminal(err);
        BuildDisplay display = new BuildDisplay(mode, err, live);
        if (live) {
            display.ticker = Ticker.start(PAUSE, display::tick);
        }
        return display;
    }

    /** A line of the text, with its number. */
    static void excerpt(PrintStream err, int number, String line) {
        if (!line.isEmpty()) {
            err.println(String.format(Locale.ROOT, "%5d | %s", number, Escapes.text(line)));
            err.flush();
        }
    }

    /** Shows what happened. */
    synchronized void tell(BuildEvent event) {
        switch (mode) {
            case NONE -> {}
            case JSON -> err.println(BuildEventJson.of(event));
            case AUTO, PLAIN -> {
                if (live) {
                    err.print(CLEAR);
                }
                show(event);
                tick();
            }
        }
        err.flush();
    }

    private void show(BuildEvent event) {
        switch (event) {
            case BuildEvent.Planned planned -> {
                plan = planned.plan();
                new FindingListing(planned.plan().dockerfile()).warnings().forEach(err::println);
            }
            case BuildEvent.ContextRead read ->
                    err.println(
                            "context: "
                                    + read.files()
                                    + (read.files() == 1 ? " file, " : " files, ")
                                    + HumanSize.spaced(read.bytes())
                                    + (read.excluded() == 0
                                            ? ""
                                            : ", left out: " + read.excluded()));
            case BuildEvent.Started started -> {
                String text = label(started.step()) + " " + Escapes.text(started.step().text());
                running.put(
                        started.step().number(),
                        new Running(label(started.step()), text, System.nanoTime()));
                if (!live && works(started.step())) {
                    err.println(text);
                }
            }
            case BuildEvent.Logged logged ->
                    err.println(label(logged.step()) + "  | " + Escapes.text(logged.text()));
            case BuildEvent.Finished done -> finished(done.step(), done.result());
            case BuildEvent.Failed failed -> {
                running.remove(failed.step().number());
                err.println(
                        label(failed.step())
                                + " failed: "
                                + Escapes.text(failed.failure().reason()));
            }
            case BuildEvent.Built _ -> {}
        }
    }

    /** Steps that are over at once are told when they are. */
    private static boolean works(BuildStep step) {
        return switch (step.instruction().statement().keyword()) {
            case "RUN", "COPY", "ADD" -> true;
            default -> false;
        };
    }

    private void finished(BuildStep step, StepResult result) {
        running.remove(step.number());
        String end = result.cached() ? "cached" : "done in " + seconds(result.took());
        String size = result.diffId() == null ? "" : ", " + HumanSize.spaced(result.contentSize());
        Miss miss = result.miss();
        String why =
                miss == null || miss.cause() == Miss.Cause.NEW || !works(step)
                        ? ""
                        : "; " + MissText.of(miss);
        err.println(
                label(step)
                        + (live || !works(step) ? " " + Escapes.text(step.text()) + ":" : "")
                        + " "
                        + end
                        + size
                        + why);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** The stage and the number of the step in it: {@code [base 2/5]}. */
    private String label(BuildStep step) {
        BuildPlan known = plan;
        if (known == null) {
            return "";
        }
        PlannedStage stage = known.stages().get(step.stage());
        int within = step.number() - stage.steps().getFirst() + 1;
        String name = stage.name() == null ? "stage-" + stage.index() : stage.name();
        return "[" + name + " " + within + "/" + stage.steps().size() + "]";
    }

    private synchronized void tick() {
        if (!live || running.isEmpty()) {
            return;
        }
        Running first = running.values().iterator().next();
        String more = running.size() == 1 ? "" : " and " + (running.size() - 1) + " more";
        Duration time = Duration.ofNanos(System.nanoTime() - first.begun());
        err.print(
                CLEAR + DisplayWidth.truncate(seconds(time) + more + "  " + first.text(), COLUMNS));
        err.flush();
    }

    @Override
    public void close() {
        Ticker shown = ticker;
        if (shown != null) {
            shown.close();
            ticker = null;
            err.print(CLEAR);
            err.flush();
        }
    }
}
