package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the command line can do with the files of a container. */
enum LayerVerb implements Command {
    /** Files in and out. */
    CP("Copy a file or folder into a container or out of it, whether it runs or not."),
    /** Makes an image. */
    COMMIT("Make an image of what a container changed, all of it or chosen paths."),
    /** Takes back. */
    REVERT("Take changed paths of a container back to what its image has."),
    /** A copy. */
    FORK("Make a container of the same image on a copy of what another one wrote.");

    private static final String[] NONE = {};
    private static final String STREAM = "-";

    private final String help;

    LayerVerb(String help) {
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
            case CP -> {
                String either =
                        "CONTAINER:PATH, a path of this machine, or - for a tar on the standard"
                                + " streams";
                spec.addPositional(
                        Grammar.positional(0, ContainerGrammar.SOURCE_PATH, "1", either));
                spec.addPositional(
                        Grammar.positional(1, ContainerGrammar.DESTINATION_PATH, "1", either));
            }
            case COMMIT -> {
                spec.addPositional(ContainerGrammar.container());
                spec.addPositional(
                        Grammar.positional(
                                1, Grammar.NAME, "0..1", "REPOSITORY[:TAG] of the image"));
                ContainerGrammar.one(
                        spec, ContainerGrammar.MESSAGE, "-m", "TEXT", "what its history says");
                ContainerGrammar.one(spec, ContainerGrammar.AUTHOR, "-a", "NAME", "who made it");
                ContainerGrammar.many(
                        spec,
                        ContainerGrammar.CHANGE,
                        "-c",
                        "INSTRUCTION",
                        "changes its config as in a Dockerfile: CMD [\"x\"]");
                ContainerGrammar.many(
                        spec,
                        ContainerGrammar.PATH,
                        null,
                        "PATH",
                        "only this changed path; may come several times");
                spec.addOption(
                        OptionSpec.builder("-p", ContainerGrammar.PAUSE.name())
                                .type(boolean.class)
                                .arity("0..1")
                                .defaultValue("true")
                                .fallbackValue("true")
                                .description("hold its processes meanwhile (the default)")
                                .build());
            }
            case REVERT -> {
                spec.addPositional(ContainerGrammar.container());
                spec.addPositional(
                        ContainerGrammar.command(true, "changed paths, each with all below it"));
            }
            case FORK -> {
                spec.addPositional(ContainerGrammar.container());
                spec.addPositional(
                        Grammar.positional(
                                1, Grammar.NAME, "0..1", "its name; made up where it is not said"));
            }
        }
        return spec;
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        Containers containers = engine.containers();
        switch (this) {
            case CP -> copy(containers, request);
            case COMMIT -> {
                KeptImage image =
                        ContainerVerb.one(containers, request)
                                .commit(commit(request), request.progress());
                request.out().print(image.id() + "\n");
            }
            case REVERT ->
                    ContainerVerb.one(containers, request)
                            .revert(
                                    paths(request.positionals(ContainerGrammar.COMMAND)),
                                    request.progress());
            case FORK -> {
                Container forked =
                        ContainerVerb.one(containers, request)
                                .fork(request.positional(Grammar.NAME), request.progress());
                request.out().print(forked.id() + "\n");
            }
        }
        return 0;
    }

    private static CommitSpec commit(Request request) {
        String name = request.positional(Grammar.NAME);
        String[] paths = request.option(ContainerGrammar.PATH);
        return new CommitSpec(
                name == null ? null : Reference.parse(name),
                paths == null ? null : paths(List.of(paths)),
                request.option(ContainerGrammar.MESSAGE, ""),
                request.option(ContainerGrammar.AUTHOR, ""),
                List.of(request.option(ContainerGrammar.CHANGE, NONE)),
                request.option(ContainerGrammar.PAUSE, true));
    }

    /** Paths as {@code changes} shows them, without slashes at their ends. */
    private static Set<ByteString> paths(List<String> shown) {
        Set<ByteString> paths = new LinkedHashSet<>();
        for (String one : shown) {
            int from = 0;
            int to = one.length();
            while (from < to && one.charAt(from) == '/') {
                from++;
            }
            while (to > from && one.charAt(to - 1) == '/') {
                to--;
            }
            paths.add(Escapes.bytes(one.substring(from, to)));
        }
        return paths;
    }

    private static void copy(Containers containers, Request request) throws IOException {
        String source = String.valueOf(request.positional(ContainerGrammar.SOURCE_PATH));
        String target = String.valueOf(request.positional(ContainerGrammar.DESTINATION_PATH));
        @Nullable Inside from = Inside.of(source);
        @Nullable Inside to = Inside.of(target);
        if (from != null && target.equals(STREAM)) {
            containers.find(from.container()).pack(from.path(), request.out(), request.progress());
        } else if (to != null && source.equals(STREAM)) {
            containers.find(to.container()).unpack(System.in, to.path(), request.progress());
        } else if (from != null && to == null) {
            containers
                    .find(from.container())
                    .copyOut(from.path(), Path.of(target), request.progress());
        } else if (from == null && to != null) {
            containers.find(to.container()).copyIn(Path.of(source), to.path(), request.progress());
        } else {
            throw new Failure.Refusal(
                    source + " " + target, "one of both has to be CONTAINER:PATH, and only one");
        }
    }

    /** A path in a container; what has a slash before the colon is none. */
    private record Inside(String container, String path) {
        static @Nullable Inside of(String text) {
            int colon = text.indexOf(':');
            int slash = text.indexOf('/');
            boolean local = text.startsWith(".") || text.startsWith("/");
            return local || colon <= 0 || (slash >= 0 && slash < colon)
                    ? null
                    : new Inside(text.substring(0, colon), text.substring(colon + 1));
        }
    }
}
