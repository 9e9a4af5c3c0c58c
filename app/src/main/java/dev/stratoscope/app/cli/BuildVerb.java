package dev.stratoscope.app.cli;

import dev.stratoscope.model.Builds;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.image.KeptImage;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.util.Locale;

/** What the command line does to build images. */
enum BuildVerb implements Command {
    /** Builds. */
    BUILD("Build an image of a Dockerfile and a folder into the local store.");

    static final String CONTEXT = "CONTEXT";

    static final Grammar.Key<String[]> TAG = new Grammar.Key<>("--tag", String[].class);
    static final Grammar.Key<String> FILE = new Grammar.Key<>("--file", String.class);
    static final Grammar.Key<String[]> ARG = new Grammar.Key<>("--build-arg", String[].class);
    static final Grammar.Key<String> TARGET = new Grammar.Key<>("--target", String.class);
    static final Grammar.Key<String[]> SECRET = new Grammar.Key<>("--secret", String[].class);
    static final Grammar.Key<String[]> SSH = new Grammar.Key<>("--ssh", String[].class);
    static final Grammar.Key<Boolean> NO_CACHE = new Grammar.Key<>("--no-cache", Boolean.class);
    static final Grammar.Key<Boolean> CHECK = new Grammar.Key<>("--check", Boolean.class);
    static final Grammar.Key<Boolean> EXPLAIN = new Grammar.Key<>("--explain", Boolean.class);

    private final String help;

    BuildVerb(String help) {
        this.help = help;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Grammar.bare(help);
        spec.addPositional(
                Grammar.positional(
                        0,
                        CONTEXT,
                        "1",
                        "the folder that COPY and ADD read; - reads a Dockerfile from standard"
                                + " input and has none"));
        ContainerGrammar.many(spec, TAG, "-t", "NAME[:TAG]", "a name of the image");
        ContainerGrammar.one(
                spec, FILE, "-f", "FILE", "the Dockerfile; CONTEXT/Dockerfile is the default");
        ContainerGrammar.many(
                spec, ARG, null, "NAME[=VALUE]", "the value of an ARG; without one, as it is here");
        ContainerGrammar.one(
                spec, TARGET, null, "STAGE", "the stage to build; the last if not said");
        ContainerGrammar.many(
                spec,
                SECRET,
                null,
                "id=ID,src=FILE",
                "a file that RUN --mount=type=secret sees; env=NAME takes a variable");
        ContainerGrammar.many(
                spec, SSH, null, "ID[=SOCKET]", "an ssh agent that RUN --mount=type=ssh sees");
        ContainerGrammar.many(spec, ContainerGrammar.LABEL, "-l", "NAME=VALUE", "a label");
        ContainerGrammar.add(spec, NO_CACHE, null, "take no step from earlier builds");
        ContainerGrammar.add(spec, EXPLAIN, null, "build nothing; tell what would run, and why");
        ContainerGrammar.add(
                spec,
                CHECK,
                null,
                "build nothing; tell what could be better; 1 where anything could");
        spec.addOption(Grammar.quiet());
        spec.addOption(Grammar.flag(Grammar.JSON, "write JSON"));
        return spec;
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        request.quiet();
        try (BuildOptions options = new BuildOptions(request)) {
            BuildSpec spec = options.spec();
            Builds builds = engine.builds();
            if (request.has(CHECK)) {
                return check(request, builds.plan(spec).dockerfile());
            }
            if (request.has(EXPLAIN)) {
                new ForecastListing(builds.explain(spec, request.progress()))
                        .write(request.out(), request.json());
                return 0;
            }
            return build(request, builds, spec);
        }
    }

    private static int check(Request request, Dockerfile file) throws IOException {
        new FindingListing(file).write(request.out(), request.json());
        return file.findings().isEmpty() ? 0 : 1;
    }

    private static int build(Request request, Builds builds, BuildSpec spec) throws IOException {
        Grammar.ProgressMode mode =
                request.has(Grammar.QUIET)
                        ? Grammar.ProgressMode.NONE
                        : request.option(Grammar.PROGRESS, Grammar.ProgressMode.AUTO);
        KeptImage image;
        try (BuildDisplay display = BuildDisplay.start(mode, request.err())) {
            image = builds.run(spec, display::tell, request.progress());
        } catch (DockerfileException e) {
            BuildDisplay.excerpt(request.err(), e.range().startLine(), e.line());
            throw e;
        } catch (BuildFailedException e) {
            BuildDisplay.excerpt(request.err(), e.step().range().startLine(), e.step().text());
            throw e;
        }
        request.out().print(image.id() + "\n");
        return 0;
    }
}
