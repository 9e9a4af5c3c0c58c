package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One parsed command line and what it is answered with. */
final class Request {
    private final CommandLine top;
    private final ParseResult parsed;
    private final Clock clock;
    private final UnaryOperator<@Nullable String> environment;
    private final Output out;
    private final PrintStream err;
    private final boolean ownStreams;
    private final Meter meter = new Meter("Reading");
    private @Nullable ProgressDisplay display;

    Request(
            CommandLine top,
            ParseResult parsed,
            Clock clock,
            UnaryOperator<@Nullable String> environment,
            Output out,
            PrintStream err,
            boolean ownStreams) {
        this.top = top;
        this.parsed = parsed;
        this.clock = clock;
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.ownStreams = ownStreams;
    }

    /** Does what is asked; returns the exit status. */
    int run() throws IOException {
        Command verb = command();
        try (Engine engine = Engine.open(home(), clock, limits());
                ProgressDisplay shown =
                        ProgressDisplay.start(
                                option(Grammar.PROGRESS, Grammar.ProgressMode.AUTO), meter, err)) {
            display = shown;
            return verb.run(this, engine);
        }
    }

    /** The image, as the user wrote it; null when none was given. */
    @Nullable String source() {
        return positional(Grammar.SOURCE);
    }

    /** An argument by its label; null when it was not given. */
    @Nullable String positional(String label) {
        for (PositionalParamSpec spec : parsed.commandSpec().positionalParameters()) {
            if (spec.paramLabel().equals(label)) {
                return spec.getValue();
            }
        }
        return null;
    }

    /** All arguments under one label, in their order. */
    List<String> positionals(String label) {
        for (PositionalParamSpec spec : parsed.commandSpec().positionalParameters()) {
            String[] values = spec.paramLabel().equals(label) ? spec.getValue() : null;
            if (values != null) {
                return List.of(values);
            }
        }
        return List.of();
    }

    /** An option's value, given before the verb or after it; null when it was not given. */
    <T> @Nullable T option(Grammar.Key<T> key) {
        ArgSpec spec = parsed.commandSpec().findOption(key.name());
        if (spec == null) {
            spec = top.getCommandSpec().findOption(key.name());
        }
        Object value = spec == null ? null : spec.getValue();
        return value == null ? null : key.type().cast(value);
    }

    /** An option's value, or another when it was not given. */
    <T> T option(Grammar.Key<T> key, T otherwise) {
        T value = option(key);
        return value == null ? otherwise : value;
    }

    boolean has(Grammar.Key<Boolean> flag) {
        return option(flag, false);
    }

    boolean json() {
        return has(Grammar.JSON);
    }

    Path home() {
        return HomeFolder.of(option(Grammar.HOME), environment);
    }

    /** A variable of this process; null when it is not set. */
    @Nullable String variable(String name) {
        return environment.apply(name);
    }

    /** The limits to read within; what was said before the verb counts too. */
    Limits limits() {
        List<LimitOption> given = new ArrayList<>();
        for (CommandSpec spec : List.of(top.getCommandSpec(), parsed.commandSpec())) {
            OptionSpec option = spec.findOption(Grammar.LIMIT.name());
            LimitOption[] values = option == null ? null : option.getValue();
            if (values != null) {
                given.addAll(List.of(values));
            }
        }
        return LimitOption.limits(given);
    }

    Clock clock() {
        return clock;
    }

    Output out() {
        return out;
    }

    /** For what is no result. */
    PrintStream err() {
        return err;
    }

    /** Whether results go to the very streams that processes started by this one have. */
    boolean isOnOwnStreams() {
        return ownStreams;
    }

    /** Shows no more progress: what is written from now on is somebody else's. */
    void quiet() {
        ProgressDisplay shown = display;
        if (shown != null) {
            shown.quiet();
        }
    }

    Progress progress() {
        return meter;
    }

    /** A layer's number, if the image has such a layer. */
    static int layer(int number, OpenImage image) throws Failure.Refusal {
        int count = image.layerCount();
        if (number >= count) {
            String has =
                    count == 0
                            ? "the image has no layers"
                            : "the image has layers 0 to " + (count - 1);
            throw new Failure.Refusal("layer " + number, has);
        }
        return number;
    }

    /** What is to be done. */
    Command command() {
        for (Command verb : Command.all()) {
            if (verb.word().equals(parsed.commandSpec().name())) {
                return verb;
            }
        }
        throw new IllegalStateException(parsed.commandSpec().name());
    }
}
