package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.image.Platform;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What the command line can do with two images. */
enum CompareVerb implements Command {
    /** How they differ. */
    COMPARE;

    /** Something that differs, or does not. */
    interface Told {
        /** Whether there is no difference that counts. */
        boolean isEmpty();

        /** Writes it, for people or as JSON objects a line. */
        void write(OutputStream out, boolean json) throws IOException;
    }

    private static final int EQUAL = 0;
    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Grammar.bare(
                        "Show how two images, layers or platforms differ: layers, config, files."
                                + " Status 0 when they are equal, 1 when they differ, 2 on"
                                + " failure.");
        spec.addPositional(Grammar.positional(0, Grammar.BEFORE, "1", Grammar.SOURCE_HELP));
        spec.addPositional(
                Grammar.positional(1, Grammar.AFTER, "1", "another, or the same for its layers"));
        spec.addArgGroup(
                Grammar.together(
                        Grammar.number(
                                Grammar.LAYER_A, "only the files that this layer of A ships"),
                        Grammar.number(
                                Grammar.LAYER_B, "only the files that this layer of B ships")));
        spec.addOption(Grammar.platform(Grammar.PLATFORM_A, "which of several images A is"));
        spec.addOption(Grammar.platform(Grammar.PLATFORM_B, "which of several images B is"));
        spec.addOption(Grammar.ignore());
        spec.addOption(Grammar.content());
        spec.addOption(Grammar.flag(Grammar.JSON, "write JSON, an object a line"));
        return spec;
    }

    @Override
    public int failing(Throwable why) {
        return FAILED;
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        Ignored ignored = request.option(Grammar.IGNORE, Ignored.NOTHING);
        String path = request.option(Grammar.CONTENT);
        Told difference;
        try (ComparedImage before =
                        open(engine, request, Grammar.BEFORE, Grammar.PLATFORM_A, Grammar.LAYER_A);
                ComparedImage after =
                        open(engine, request, Grammar.AFTER, Grammar.PLATFORM_B, Grammar.LAYER_B)) {
            difference =
                    path == null
                            ? Difference.between(before, after, ignored, request.progress())
                            : ContentDifference.of(path, before, after, request.progress());
        }
        try {
            difference.write(request.out(), request.json());
            request.out().flush();
        } catch (Output.Refused e) {
            // Who reads no more still learns whether there was a difference.
            if (!e.isClosed()) {
                throw e;
            }
        }
        return difference.isEmpty() ? EQUAL : DIFFERENT;
    }

    private static ComparedImage open(
            Engine engine,
            Request request,
            String label,
            Grammar.Key<Platform> own,
            Grammar.Key<Integer> layer)
            throws IOException {
        String source = String.valueOf(request.positional(label));
        Platform platform = request.option(own);
        if (platform == null) {
            platform = request.option(Grammar.PLATFORM);
        }
        try {
            OpenImage image = engine.open(ImageSource.parse(source), platform, request.progress());
            return ComparedImage.of(source, image, request.option(layer));
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure.About(source, e);
        }
    }
}
