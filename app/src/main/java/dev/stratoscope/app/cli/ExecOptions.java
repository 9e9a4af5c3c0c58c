package dev.stratoscope.app.cli;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ExecSpec;
import dev.stratoscope.model.runtime.Signals;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.util.List;

/** Runs a further command in a container. */
final class ExecOptions {
    private ExecOptions() {}

    static void options(CommandSpec spec) {
        ContainerGrammar.add(
                spec, ContainerGrammar.INTERACTIVE, "-i", "let it read standard input");
        ContainerGrammar.add(spec, ContainerGrammar.TTY, "-t", "give it a terminal");
        ContainerGrammar.one(spec, ContainerGrammar.USER, "-u", "USER[:GROUP]", "who it runs as");
        ContainerGrammar.one(
                spec, ContainerGrammar.WORKDIR, "-w", "DIR", "the folder it begins in");
        ContainerGrammar.many(
                spec, ContainerGrammar.ENV, "-e", "NAME=VALUE", "a variable on top of its own");
        spec.addPositional(ContainerGrammar.container());
        spec.addPositional(ContainerGrammar.command(true, "the program and its arguments"));
        spec.parser().stopAtPositional(true);
    }

    static int run(Container container, Request request) throws IOException {
        boolean tty = request.has(ContainerGrammar.TTY);
        ExecSpec spec =
                new ExecSpec(
                        request.positionals(ContainerGrammar.COMMAND),
                        List.of(request.option(ContainerGrammar.ENV, new String[0])),
                        request.option(ContainerGrammar.USER),
                        request.option(ContainerGrammar.WORKDIR),
                        tty);
        boolean straight = tty || request.has(ContainerGrammar.INTERACTIVE);
        try (var _ = SignalProxy.of(ExecOptions::pass, request.err())) {
            if (straight && request.isOnOwnStreams()) {
                request.quiet();
                return container.execAttached(spec);
            }
            return container.exec(spec, null, request.out(), request.err());
        }
    }

    /** To the runtime's process, which passes it on. */
    private static boolean pass(String signal) throws IOException {
        return Signals.toChildren(Signals.number(signal));
    }
}
