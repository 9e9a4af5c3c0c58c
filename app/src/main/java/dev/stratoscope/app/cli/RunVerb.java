package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.NoSuchContainerException;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.StartFailedException;
import dev.stratoscope.model.runtime.LaunchException;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.util.Locale;

/** What the command line does to make containers. */
enum RunVerb implements Command {
    /** Makes one and starts it. */
    RUN("Make a container of an image of the local store and run a command in it; root, Linux."),
    /** Makes one. */
    CREATE("Make a container of an image of the local store, and start nothing.");

    private final String help;

    RunVerb(String help) {
        this.help = help;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = ContainerGrammar.run(Grammar.bare(help));
        spec.addPositional(Grammar.positional(0, Grammar.IMAGE, "1", Grammar.IMAGE_HELP));
        spec.addPositional(
                ContainerGrammar.command(
                        false, "what runs in it, in place of the image's command"));
        spec.parser().stopAtPositional(true);
        return spec;
    }

    @Override
    public int failing(Throwable why) {
        return why instanceof StartFailedException failed
                ? failed.exitCode()
                : LaunchException.FAILED;
    }

    @Override
    public int misused() {
        return LaunchException.FAILED;
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        RunSpec spec = RunOptions.of(request);
        String obstacle = engine.containers().obstacle();
        if (this == RUN && obstacle != null) {
            throw new StartFailedException(spec.image(), LaunchException.FAILED, obstacle);
        }
        Container container = engine.containers().create(spec, request.progress());
        try {
            if (this == RUN && !request.has(ContainerGrammar.DETACH)) {
                return attached(container, request);
            }
            if (this == RUN) {
                container.start(request.progress());
            }
        } catch (IOException e) {
            if (spec.removeAtExit() && isThere(container)) {
                container.remove(false);
            }
            throw e;
        }
        request.out().print(container.id() + "\n");
        return 0;
    }

    /** Whether it is there and does not run. */
    private static boolean isThere(Container container) throws IOException {
        try {
            return !container.state().isLive();
        } catch (NoSuchContainerException e) {
            return false;
        }
    }

    /** What a log cannot hold goes straight to the streams of this process. */
    static int attached(Container container, Request request) throws IOException {
        RunSpec spec = container.spec();
        boolean straight = spec.tty() || spec.interactive() || spec.removeAtExit();
        try (var _ = SignalProxy.of(signal -> pass(container, signal), request.err())) {
            if (straight && request.isOnOwnStreams()) {
                request.quiet();
                return container.startAttached(request.progress());
            }
            return container.startAndFollow(request.out(), request.err(), request.progress());
        }
    }

    private static boolean pass(Container container, String signal) throws IOException {
        if (container.state().pid() == 0) {
            return false;
        }
        container.kill(signal);
        return true;
    }
}
