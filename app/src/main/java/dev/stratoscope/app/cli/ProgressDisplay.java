package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Ticker;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Shows a meter on standard error while work goes on: as one line that rewrites itself, as lines,
 * or as JSON lines.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int COLUMNS = 79;
    private static final String CLEAR = "\r\u001b[K";

    private final Meter meter;
    private final PrintStream err;
    private final long begun = System.nanoTime();
    private Grammar.ProgressMode mode;
    private @Nullable Ticker ticker;
    private Meter.@Nullable State shown;

    private ProgressDisplay(Meter meter, PrintStream err, Grammar.ProgressMode mode) {
        this.meter = meter;
        this.err = err;
        this.mode = mode;
    }

    /** Begins to show; short work is over before anything appears. */
    static ProgressDisplay start(Grammar.ProgressMode mode, Meter meter, PrintStream err) {
        ProgressDisplay display = new ProgressDisplay(meter, err, mode);
        if (mode != Grammar.ProgressMode.NONE) {
            display.ticker = Ticker.start(PAUSE, display::tick);
        }
        return display;
    }

    /**
     * Stops, and takes away a line that rewrites itself; lines get a last one that tells the end.
     */
    @Override
    public void close() {
        Ticker running = ticker;
        if (running == null) {
            return;
        }
        running.close();
        ticker = null;
        if (mode == Grammar.ProgressMode.AUTO) {
            if (shown != null) {
                err.print(CLEAR);
                err.flush();
            }
        } else {
            tick();
        }
    }

    /** Stops without a last line, as somebody else shows what is done from now on. */
    void quiet() {
        if (mode != Grammar.ProgressMode.AUTO) {
            mode = Grammar.ProgressMode.NONE;
        }
        close();
    }

    private void tick() {
        Meter.State state = meter.state();
        if (mode == Grammar.ProgressMode.NONE || (shown != null && state.equals(shown))) {
            return;
        }
        if (mode == Grammar.ProgressMode.AUTO) {
            if (shown == null && !isTerminal(err)) {
                mode = Grammar.ProgressMode.NONE;
                return;
            }
            err.print(CLEAR + DisplayWidth.truncate(line(state), COLUMNS));
        } else {
            err.println(mode == Grammar.ProgressMode.JSON ? json(state) : line(state));
        }
        err.flush();
        shown = state;
    }

    /** Asked only once work takes a while, since finding out takes longer than small work. */
    @SuppressWarnings({
        "ReferenceEquality",
        "SystemConsoleNull"
    }) // the very stream; the JDK is marked as it was
    static boolean isTerminal(PrintStream err) {
        Console console = System.console();
        return err == System.err && console != null && console.isTerminal();
    }

    private String line(Meter.State state) {
        StringBuilder line = new StringBuilder();
        double fraction = state.fraction();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long rate = (long) (state.done() / seconds);
        line.append(fraction < 0 ? "" : (int) (100 * fraction) + "% ");
        line.append(HumanSize.spaced(state.done()));
        if (state.total() > 0) {
            line.append(" of ").append(HumanSize.spaced(state.total()));
        }
        line.append(", ").append(HumanSize.spaced(rate)).append("/s");
        if (fraction > 0 && fraction < 1) {
            long left = (long) Math.ceil(seconds / fraction - seconds);
            line.append(", ")
                    .append(left / 60)
                    .append(left % 60 < 10 ? ":0" : ":")
                    .append(left % 60);
            line.append(" left");
        }
        return line.append("  ").append(Escapes.text(state.what())).toString();
    }

    private static String json(Meter.State state) {
        StringWriter text = new StringWriter();
        try (var out = JsonText.line(text)) {
            out.writeStartObject();
            out.writeStringField("what", state.what());
            out.writeNumberField("done", state.done());
            if (state.total() >= 0) {
                out.writeNumberField("total", state.total());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
