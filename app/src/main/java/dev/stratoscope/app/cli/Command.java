package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What can stand first on the command line. */
sealed interface Command
        permits Verb, CompareVerb, StoreVerb, BuildVerb, RunVerb, ContainerVerb, LayerVerb {
    /** All of them, in the order of the help. */
    static List<Command> all() {
        return Stream.<Command[]>of(
                        Verb.values(),
                        CompareVerb.values(),
                        StoreVerb.values(),
                        BuildVerb.values(),
                        RunVerb.values(),
                        ContainerVerb.values(),
                        LayerVerb.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** The word on the command line. */
    String word();

    /** Its arguments and options. */
    CommandSpec spec();

    /**
     * The exit status when it cannot be done.
     *
     * @param why what was thrown
     */
    default int failing(Throwable why) {
        return 1;
    }

    /** The exit status when its arguments make no sense. */
    default int misused() {
        return 2;
    }

    /** Does it; returns the exit status. */
    int run(Request request, Engine engine) throws IOException;
}
