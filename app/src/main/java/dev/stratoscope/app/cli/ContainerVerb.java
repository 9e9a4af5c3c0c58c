package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.ChangeJson;
import dev.stratoscope.app.text.DockerDiff;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.StartFailedException;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.runtime.LaunchException;
import dev.stratoscope.model.runtime.UnknownUserException;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What the command line can do with containers that are there. */
enum ContainerVerb implements Command {
    /** What there is. */
    PS("List containers; those without processes too with -a."),
    /** Starts again. */
    START("Start containers."),
    /** Asks to end. */
    STOP("Ask containers to end, and make them end when they do not in time."),
    /** Stops and starts. */
    RESTART("Stop containers and start them again."),
    /** Sends a signal. */
    KILL("Send a signal to the first process of containers."),
    /** Holds. */
    PAUSE("Hold all processes of containers."),
    /** Lets go on. */
    UNPAUSE("Let the processes of paused containers go on."),
    /** Waits. */
    WAIT("Wait until containers end, and print their exit codes."),
    /** Gives another name. */
    RENAME("Give a container another name."),
    /** What was written to the standard streams. */
    LOGS("Write what a container wrote to its standard output and error."),
    /** One more process. */
    EXEC("Run a further command in a running container."),
    /** What it uses. */
    STATS("Show what running containers use now."),
    /** What was written. */
    CHANGES("List what a container changed in its files, as docker diff does."),
    /** Removes. */
    RM("Remove containers with all they wrote.");

    private static final int PATIENCE_SECONDS = 10;

    private final String help;

    ContainerVerb(String help) {
        this.help = help;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Grammar.bare(help);
        switch (this) {
            case PS -> {
                ContainerGrammar.add(
                        spec, ContainerGrammar.ALL, "-a", "also those without processes");
                spec.addOption(Grammar.quiet());
                spec.addOption(Grammar.flag(Grammar.NO_TRUNC, "show ids and commands whole"));
                spec.addOption(Grammar.flag(Grammar.JSON, "write JSON"));
            }
            case LOGS -> {
                spec.addPositional(ContainerGrammar.container());
                LogCopy.options(spec);
            }
            case EXEC -> ExecOptions.options(spec);
            case CHANGES -> {
                spec.addPositional(ContainerGrammar.container());
                spec.addOption(Grammar.flag(Grammar.JSON, "write JSON, an object a line"));
            }
            case STATS -> {
                spec.addPositional(
                        Grammar.positional(
                                0, ContainerGrammar.CONTAINER, "0..1", "only this container"));
                spec.addOption(Grammar.flag(Grammar.JSON, "write JSON"));
            }
            case RENAME -> {
                spec.addPositional(ContainerGrammar.container());
                spec.addPositional(Grammar.positional(1, Grammar.NAME, "1", "the new name"));
            }
            default -> spec.addPositional(ContainerGrammar.containers());
        }
        more(spec);
        return spec;
    }

    private void more(CommandSpec spec) {
        switch (this) {
            case START -> {
                ContainerGrammar.add(
                        spec, ContainerGrammar.ATTACH, "-a", "show what it writes until it ends");
                ContainerGrammar.add(
                        spec, ContainerGrammar.INTERACTIVE, "-i", "keep standard input open");
            }
            case STOP, RESTART ->
                    ContainerGrammar.value(
                            spec,
                            ContainerGrammar.TIME,
                            Integer::valueOf,
                            "-t",
                            "SECONDS",
                            "how long to wait before it is killed; 10 where it is not said");
            case KILL ->
                    ContainerGrammar.one(
                            spec, ContainerGrammar.SIGNAL, "-s", "SIGNAL", "KILL is the default");
            case RM ->
                    ContainerGrammar.add(
                            spec, Grammar.FORCE, "-f", "also one that runs; it is killed first");
            default -> {}
        }
    }

    @Override
    public int failing(Throwable why) {
        if (this != EXEC) {
            return 1;
        }
        return switch (why) {
            case StartFailedException failed -> failed.exitCode();
            case UnknownUserException _ -> LaunchException.NOT_EXECUTABLE;
            default -> 1;
        };
    }

    @Override
    public int misused() {
        return this == EXEC ? LaunchException.FAILED : Command.super.misused();
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        Containers containers = engine.containers();
        switch (this) {
            case PS ->
                    new ContainerListing(
                                    containers.list(),
                                    request.has(ContainerGrammar.ALL),
                                    request.clock(),
                                    request.has(Grammar.NO_TRUNC))
                            .write(request.out(), request.json(), request.has(Grammar.QUIET));
            case LOGS -> LogCopy.run(one(containers, request), request);
            case EXEC -> {
                return ExecOptions.run(one(containers, request), request);
            }
            case STATS -> new StatsListing(containers, request).write();
            case CHANGES -> changes(one(containers, request), request);
            case RENAME ->
                    one(containers, request)
                            .rename(String.valueOf(request.positional(Grammar.NAME)));
            default -> {
                int status = 0;
                for (String text : request.positionals(ContainerGrammar.CONTAINER)) {
                    status = each(containers.find(text), text, request);
                }
                return status;
            }
        }
        return 0;
    }

    static Container one(Containers containers, Request request) throws IOException {
        return containers.find(String.valueOf(request.positional(ContainerGrammar.CONTAINER)));
    }

    /** Does it to one of several, and tells which it was as docker does. */
    private int each(Container container, String text, Request request) throws IOException {
        Duration patience =
                Duration.ofSeconds(request.option(ContainerGrammar.TIME, PATIENCE_SECONDS));
        switch (this) {
            case START -> {
                if (request.has(ContainerGrammar.ATTACH)
                        || request.has(ContainerGrammar.INTERACTIVE)) {
                    return RunVerb.attached(container, request);
                }
                container.start(request.progress());
            }
            case STOP -> container.stop(patience);
            case RESTART -> {
                container.stop(patience);
                container.start(request.progress());
            }
            case KILL -> container.kill(request.option(ContainerGrammar.SIGNAL, "KILL"));
            case PAUSE -> container.pause();
            case UNPAUSE -> container.unpause();
            case WAIT -> {
                request.out().print(container.await() + "\n");
                return 0;
            }
            default -> container.remove(request.has(Grammar.FORCE));
        }
        request.out().print(Escapes.text(text) + "\n");
        return 0;
    }

    private static void changes(Container container, Request request) throws IOException {
        Comparison changes = container.changes(request.progress()).changes();
        Output out = request.out();
        if (!request.json()) {
            for (DockerDiff.Row row : DockerDiff.of(changes)) {
                out.print(row.letter() + " /" + Escapes.text(row.path()) + "\n");
            }
            return;
        }
        var json = JsonText.lines(out);
        ChangeJson row = new ChangeJson(json, Ignored.NOTHING);
        boolean any = false;
        for (PathWalk walk = new PathWalk(changes); walk.next(); ) {
            if (walk.node() > 0 && changes.kind(walk.node()) != Kind.UNCHANGED) {
                row.write(changes, walk.node(), walk.text(), walk.isUtf8() ? null : walk.path());
                any = true;
            }
        }
        if (any) {
            json.writeRaw('\n');
        }
        json.flush();
    }
}
