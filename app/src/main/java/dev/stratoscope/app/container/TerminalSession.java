package dev.stratoscope.app.container;

import dev.stratoscope.app.container.terminal.Screen;
import dev.stratoscope.app.container.terminal.ScreenPort;
import dev.stratoscope.app.container.terminal.TerminalPort;
import dev.stratoscope.app.container.terminal.TerminalView;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ExecSpec;
import dev.stratoscope.model.runtime.TerminalProcess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A process in a container with a terminal of its own, and the view of that. What is typed is
 * written in its order by a job of its own, so that nobody waits for a program that does not read.
 */
final class TerminalSession {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private final JobScope jobs;
    private final ExecSpec spec;
    private final String title;
    private final Screen screen;
    private final TerminalView view;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final AtomicBoolean drawing = new AtomicBoolean();
    private @Nullable Integer exit;
    private @Nullable Throwable failure;
    private Runnable onEnd = () -> {};

    /** Something to be done to the process, in its order. */
    @FunctionalInterface
    private interface Order {
        void on(TerminalProcess process) throws IOException;
    }

    /**
     * A session that is not begun.
     *
     * @param jobs its work; cancelled with it
     * @param title what is run, safe to show
     */
    TerminalSession(JobScope jobs, ExecSpec spec, String title) {
        this.jobs = jobs;
        this.spec = spec;
        this.title = title;
        screen = new Screen(COLUMNS, ROWS, new FromScreen());
        view = new TerminalView(screen, new FromPerson());
    }

    /** What the emulation tells, on its thread. */
    private final class FromScreen implements ScreenPort {
        @Override
        public void answer(byte[] bytes) {
            orders.add(process -> process.write(bytes));
        }

        @Override
        public void changed() {
            if (drawing.compareAndSet(false, true)) {
                jobs.show(
                        () -> {
                            drawing.set(false);
                            view.refresh();
                        });
            }
        }
    }

    /** What a person does, on the JavaFX thread. */
    private final class FromPerson implements TerminalPort {
        @Override
        public void typed(byte[] bytes) {
            orders.add(process -> process.write(bytes));
        }

        @Override
        public void resized(int columns, int rows) {
            orders.add(
                    process -> {
                        screen.resize(columns, rows);
                        process.resize(columns, rows);
                    });
        }
    }

    /** Sets what is told when the process ended, or could not be started. */
    void setOnEnd(Runnable action) {
        onEnd = action;
    }

    /** Starts the process. */
    void begin(Container container) {
        jobs.follow(
                "A terminal: " + title,
                progress -> {
                    try (TerminalProcess process = container.terminal(spec, COLUMNS, ROWS)) {
                        jobs.show(() -> obey(process));
                        screen.run(process::read);
                        return process.await();
                    }
                },
                this::ended,
                this::failed);
    }

    private void obey(TerminalProcess process) {
        if (exit == null && failure == null) {
            Consumer<Throwable> over = reason -> {};
            jobs.follow(
                    "Typing into " + title,
                    progress -> {
                        while (true) {
                            orders.take().on(process);
                        }
                    },
                    done -> {},
                    over);
        }
    }

    private void ended(int code) {
        exit = code;
        jobs.cancelAll();
        onEnd.run();
    }

    private void failed(Throwable reason) {
        if (!(reason instanceof CancellationException)) {
            failure = reason;
            jobs.cancelAll();
            onEnd.run();
        }
    }

    /** Ends the process and everything about it. */
    void close() {
        jobs.cancelAll();
    }

    /** What is run. */
    String title() {
        return title;
    }

    /** What to look at and type into. */
    TerminalView view() {
        return view;
    }

    /** What its process ended with; null while it runs, or when it never did. */
    @Nullable Integer exit() {
        return exit;
    }

    /** Why it could not be run, or was lost; null when nothing went wrong. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** What was asked for. */
    ExecSpec spec() {
        return spec;
    }
}
