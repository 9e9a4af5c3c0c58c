package dev.stratoscope.app.cli;

import dev.stratoscope.model.runtime.NetworkMode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words the command line understands about containers: docker's, where docker has them. */
final class ContainerGrammar {
    static final String CONTAINER = "CONTAINER";
    static final String COMMAND = "COMMAND";
    static final String SOURCE_PATH = "SRC_PATH";
    static final String DESTINATION_PATH = "DEST_PATH";

    static final Grammar.Key<Boolean> DETACH = flag("--detach");
    static final Grammar.Key<Boolean> REMOVE = flag("--rm");
    static final Grammar.Key<Boolean> INTERACTIVE = flag("--interactive");
    static final Grammar.Key<Boolean> TTY = flag("--tty");
    static final Grammar.Key<Boolean> READ_ONLY = flag("--read-only");
    static final Grammar.Key<Boolean> ALL = flag("--all");
    static final Grammar.Key<Boolean> ATTACH = flag("--attach");
    static final Grammar.Key<Boolean> FOLLOW = flag("--follow");
    static final Grammar.Key<Boolean> TIMESTAMPS = flag("--timestamps");
    static final Grammar.Key<String> NAME = text("--name");
    static final Grammar.Key<String> USER = text("--user");
    static final Grammar.Key<String> WORKDIR = text("--workdir");
    static final Grammar.Key<String> ENTRYPOINT = text("--entrypoint");
    static final Grammar.Key<String> HOSTNAME = text("--hostname");
    static final Grammar.Key<String> STOP_SIGNAL = text("--stop-signal");
    static final Grammar.Key<String> SIGNAL = text("--signal");
    static final Grammar.Key<String> TAIL = text("--tail");
    static final Grammar.Key<String> SINCE = text("--since");
    static final Grammar.Key<String> MESSAGE = text("--message");
    static final Grammar.Key<String> AUTHOR = text("--author");
    static final Grammar.Key<String[]> ENV = texts("--env");
    static final Grammar.Key<String[]> ENV_FILE = texts("--env-file");
    static final Grammar.Key<String[]> VOLUME = texts("--volume");
    static final Grammar.Key<String[]> MOUNT = texts("--mount");
    static final Grammar.Key<String[]> TMPFS = texts("--tmpfs");
    static final Grammar.Key<String[]> PUBLISH = texts("--publish");
    static final Grammar.Key<String[]> LABEL = texts("--label");
    static final Grammar.Key<String[]> CHANGE = texts("--change");
    static final Grammar.Key<String[]> PATH = texts("--path");
    static final Grammar.Key<NetworkMode> NETWORK =
            new Grammar.Key<>("--network", NetworkMode.class);
    static final Grammar.Key<Long> MEMORY = new Grammar.Key<>("--memory", Long.class);
    static final Grammar.Key<Double> CPUS = new Grammar.Key<>("--cpus", Double.class);
    static final Grammar.Key<Long> PIDS = new Grammar.Key<>("--pids-limit", Long.class);
    static final Grammar.Key<Integer> TIME = new Grammar.Key<>("--time", Integer.class);
    static final Grammar.Key<Boolean> CONTAINERS = flag("--containers");
    static final Grammar.Key<Boolean> BUILDS = flag("--builds");
    static final Grammar.Key<Boolean> PAUSE = flag("--pause");

    private ContainerGrammar() {}

    private static Grammar.Key<Boolean> flag(String name) {
        return new Grammar.Key<>(name, Boolean.class);
    }

    private static Grammar.Key<String> text(String name) {
        return new Grammar.Key<>(name, String.class);
    }

    private static Grammar.Key<String[]> texts(String name) {
        return new Grammar.Key<>(name, String[].class);
    }

    /** The options of {@code run}, of which the first argument behind them is the image. */
    static CommandSpec run(CommandSpec spec) {
        add(spec, DETACH, "-d", "run in the background and print the container's id");
        add(spec, REMOVE, null, "remove the container when it ends");
        add(spec, INTERACTIVE, "-i", "keep standard input open");
        add(spec, TTY, "-t", "give it a terminal");
        add(spec, READ_ONLY, null, "let nobody write to its root");
        one(spec, NAME, null, "NAME", "what it is called; made up where it is not said");
        one(spec, USER, "-u", "USER[:GROUP]", "who it runs as, by name or number");
        one(spec, WORKDIR, "-w", "DIR", "the folder it begins in");
        one(spec, ENTRYPOINT, null, "PROGRAM", "in place of the image's; its command goes too");
        one(spec, HOSTNAME, null, "NAME", "the host's name as it sees it");
        one(spec, STOP_SIGNAL, null, "SIGNAL", "what asks it to end");
        many(spec, ENV, "-e", "NAME[=VALUE]", "a variable; without a value, as it is here");
        many(spec, ENV_FILE, null, "FILE", "variables, one a line");
        many(spec, VOLUME, "-v", "DIR:DIR[:ro]", "a file or folder of this machine it sees");
        many(
                spec,
                MOUNT,
                null,
                "type=bind,source=DIR,target=DIR",
                "the same in other words; also type=tmpfs,target=DIR");
        many(spec, TMPFS, null, "DIR", "a folder that is kept in memory");
        many(spec, PUBLISH, "-p", "[[IP:]PORT:]PORT", "a port of this machine that leads to its");
        many(spec, LABEL, "-l", "NAME=VALUE", "a label");
        value(
                spec,
                NETWORK,
                ContainerValues::network,
                null,
                "MODE",
                "own (the default; only published ports lead in, nothing out), host or none");
        value(spec, MEMORY, ContainerValues::bytes, "-m", "BYTES", "the most memory, as 512m");
        value(spec, CPUS, ContainerValues::cpus, null, "NUMBER", "the most processors, as 1.5");
        value(spec, PIDS, Long::valueOf, null, "NUMBER", "the most processes");
        return spec;
    }

    /** Adds a flag. */
    static void add(
            CommandSpec spec, Grammar.Key<Boolean> key, @Nullable String brief, String help) {
        spec.addOption(builder(key.name(), brief).type(boolean.class).description(help).build());
    }

    /** Adds an option of one value. */
    static void one(
            CommandSpec spec,
            Grammar.Key<String> key,
            @Nullable String brief,
            String label,
            String help) {
        value(spec, key, text -> text, brief, label, help);
    }

    /** Adds an option that may come several times. */
    static void many(
            CommandSpec spec,
            Grammar.Key<String[]> key,
            @Nullable String brief,
            String label,
            String help) {
        spec.addOption(
                builder(key.name(), brief)
                        .type(String[].class)
                        .arity("1")
                        .paramLabel(label)
                        .description(help)
                        .build());
    }

    /** Adds an option of one value that is read. */
    static <T> void value(
            CommandSpec spec,
            Grammar.Key<T> key,
            ITypeConverter<T> parse,
            @Nullable String brief,
            String label,
            String help) {
        spec.addOption(
                builder(key.name(), brief)
                        .type(key.type())
                        .converters(parse)
                        .paramLabel(label)
                        .description(help)
                        .build());
    }

    private static OptionSpec.Builder builder(String name, @Nullable String brief) {
        return brief == null ? OptionSpec.builder(name) : OptionSpec.builder(brief, name);
    }

    /** A container. */
    static PositionalParamSpec container() {
        return Grammar.positional(
                0, CONTAINER, "1", "a container: its name or the beginning of its id");
    }

    /** One container or more. */
    static PositionalParamSpec containers() {
        return Grammar.positionals(CONTAINER, "containers: names or beginnings of ids");
    }

    /** What comes after all else, as it is. */
    static PositionalParamSpec command(boolean required, String help) {
        return PositionalParamSpec.builder()
                .index("1..*")
                .paramLabel(COMMAND)
                .arity(required ? "1..*" : "0..*")
                .required(required)
                .type(String[].class)
                .description(help)
                .build();
    }
}
