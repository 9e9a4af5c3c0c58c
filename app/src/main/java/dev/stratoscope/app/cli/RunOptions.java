package dev.stratoscope.app.cli;

import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.ResourceLimits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the options of {@code run} ask for. */
final class RunOptions {
    private static final String[] NONE = {};

    private RunOptions() {}

    static RunSpec of(Request request) throws IOException {
        RunSpecBuilder spec =
                new RunSpecBuilder(String.valueOf(request.positional(Grammar.IMAGE)))
                        .name(request.option(ContainerGrammar.NAME))
                        .command(request.positionals(ContainerGrammar.COMMAND))
                        .user(request.option(ContainerGrammar.USER))
                        .workdir(request.option(ContainerGrammar.WORKDIR))
                        .hostname(request.option(ContainerGrammar.HOSTNAME))
                        .stopSignal(request.option(ContainerGrammar.STOP_SIGNAL))
                        .network(request.option(ContainerGrammar.NETWORK, NetworkMode.OWN))
                        .readOnly(request.has(ContainerGrammar.READ_ONLY))
                        .tty(request.has(ContainerGrammar.TTY))
                        .interactive(request.has(ContainerGrammar.INTERACTIVE))
                        .removeAtExit(request.has(ContainerGrammar.REMOVE))
                        .limits(
                                new ResourceLimits(
                                        request.option(ContainerGrammar.MEMORY, 0L),
                                        request.option(ContainerGrammar.CPUS, 0.0),
                                        request.option(ContainerGrammar.PIDS, 0L)));
        String entrypoint = request.option(ContainerGrammar.ENTRYPOINT);
        if (entrypoint != null) {
            spec.entrypoint(entrypoint.isEmpty() ? List.of() : List.of(entrypoint));
        }
        for (String file : request.option(ContainerGrammar.ENV_FILE, NONE)) {
            variables(Path.of(file)).forEach(spec::env);
        }
        for (String variable : request.option(ContainerGrammar.ENV, NONE)) {
            spec.env(variable);
        }
        for (String volume : request.option(ContainerGrammar.VOLUME, NONE)) {
            spec.bind(ContainerValues.volume(volume));
        }
        for (String text : request.option(ContainerGrammar.MOUNT, NONE)) {
            ContainerValues.Mount mount = ContainerValues.mount(text);
            BindMount bind = mount.bind();
            if (bind == null) {
                spec.tmpfs(mount.target());
            } else {
                spec.bind(bind);
            }
        }
        for (String folder : request.option(ContainerGrammar.TMPFS, NONE)) {
            int options = folder.indexOf(':');
            spec.tmpfs(options < 0 ? folder : folder.substring(0, options));
        }
        for (String port : request.option(ContainerGrammar.PUBLISH, NONE)) {
            spec.port(ContainerValues.port(port));
        }
        for (String label : request.option(ContainerGrammar.LABEL, NONE)) {
            int equals = label.indexOf('=');
            spec.label(
                    equals < 0 ? label : label.substring(0, equals),
                    equals < 0 ? "" : label.substring(equals + 1));
        }
        return spec.build();
    }

    /** The lines of a file of variables, without its comments. */
    private static List<String> variables(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::stripLeading)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
