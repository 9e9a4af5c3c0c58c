package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What can stand first on the command line. */
sealed interface Command permits Verb, StoreVerb {
    /** All of them, in the order of the help. */
    static List<Command> all() {
        return Stream.concat(Stream.of(Verb.values()), Stream.<Command>of(StoreVerb.values()))
                .toList();
    }

    /** The word on the command line. */
    String word();

    /** Its arguments and options. */
    CommandSpec spec();

    /** Does it; returns the exit status. */
    int run(Request request, Engine engine) throws IOException;
}
