package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.dockerfile.Reconstruction;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.NoSuchContainerException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.util.Locale;

/** What the command line can do with an image. */
enum Verb implements Command {
    /** The layer stack. */
    LAYERS("List the layers, bottom first."),
    /** The files. */
    TREE("List the files of the image, of one layer, or of the stack up to a layer."),
    /** One file's bytes. */
    CAT("Write a file's bytes to standard output."),
    /** The layers that touched one path. */
    BLAME("Show which layers touched a path, newest first, and why it is hidden."),
    /** Files, folders and links on the disk. */
    EXTRACT("Write a file or folder with all in it to the disk; / is everything."),
    /** The change-log. */
    HISTORY("Show the history, newest step first, as docker does."),
    /** All metadata. */
    INSPECT("Show all metadata of an image or a container as JSON, as docker does."),
    /** How it was made. */
    DOCKERFILE("Reconstruct the Dockerfile from the history and the run configuration."),
    /** Whether it is sound. */
    VERIFY("Read everything and tell what is damaged or odd.");

    private final String help;

    Verb(String help) {
        this.help = help;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Grammar.verb(help);
        switch (this) {
            case LAYERS, INSPECT, DOCKERFILE, VERIFY -> {}
            case TREE -> {
                OptionSpec layer =
                        Grammar.number(Grammar.LAYER, "only what this layer changes or ships");
                OptionSpec upTo = Grammar.number(Grammar.UPTO, "the files as of this layer");
                spec.addArgGroup(
                        ArgGroupSpec.builder().exclusive(true).addArg(layer).addArg(upTo).build());
                spec.addOption(Grammar.flag(Grammar.DIGEST, "also show each file's sha256"));
            }
            case CAT -> {
                spec.addPositional(Grammar.positional(1, Grammar.PATH, "1", "a path in the image"));
                spec.addOption(Grammar.number(Grammar.LAYER, "the file as this layer has it"));
            }
            case BLAME ->
                    spec.addPositional(
                            Grammar.positional(1, Grammar.PATH, "1", "a path in the image"));
            case EXTRACT -> extract(spec);
            case HISTORY -> {
                spec.addOption(Grammar.flag(Grammar.NO_TRUNC, "show commands and ids whole"));
                spec.addOption(Grammar.human());
                spec.addOption(Grammar.quiet());
            }
        }
        if (this != CAT && this != DOCKERFILE) {
            spec.addOption(Grammar.flag(Grammar.JSON, "write JSON"));
        }
        return spec;
    }

    private static void extract(CommandSpec spec) {
        spec.addPositional(Grammar.positional(1, Grammar.PATH, "1", "a path in the image"));
        spec.addPositional(
                Grammar.positional(
                        2,
                        Grammar.DESTINATION,
                        "1",
                        "a folder to put it into, or what it shall become; files and links in the"
                                + " way are replaced, folders are filled, links are never"
                                + " followed"));
        spec.addOption(Grammar.number(Grammar.LAYER, "only what this layer ships"));
        spec.addOption(Grammar.flag(Grammar.OWNERS, "set owners, which takes privilege"));
        spec.addOption(Grammar.flag(Grammar.DEVICES, "make devices, which takes privilege"));
        spec.addOption(
                Grammar.flag(
                        Grammar.SPECIAL_BITS,
                        "set set-uid, set-gid and sticky bits and all extended attributes"));
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        ImageSource source = ImageSource.parse(String.valueOf(request.source()));
        OpenImage opened;
        Container container = this == INSPECT ? container(request, engine) : null;
        if (container != null) {
            InspectDocument.write(container, request.out());
            return 0;
        }
        try {
            Engine reading = this == VERIFY ? engine.readingAnew() : engine;
            opened = reading.open(source, request.option(Grammar.PLATFORM), request.progress());
        } catch (ImageFormatException | LimitException e) {
            if (this != VERIFY || !VerifyReport.isFinding(e, source)) {
                throw e;
            }
            return VerifyReport.write(e, request.out(), request.json());
        }
        try (OpenImage image = opened) {
            return run(request, image);
        }
    }

    /** As docker, a container before an image of the same name; null when there is none. */
    private static @Nullable Container container(Request request, Engine engine)
            throws IOException {
        try {
            return engine.containers().find(String.valueOf(request.source()));
        } catch (NoSuchContainerException e) {
            return null;
        }
    }

    private int run(Request request, OpenImage image) throws IOException {
        switch (this) {
            case LAYERS ->
                    new LayersListing(image, request.progress())
                            .write(request.out(), request.json());
            case TREE -> tree(request, image);
            case CAT -> FileReader.of(request, image).copyTo(request.out());
            case BLAME ->
                    new BlameListing(
                                    image,
                                    String.valueOf(request.positional(Grammar.PATH)),
                                    request.progress())
                            .write(request.out(), request.json());
            case EXTRACT -> {
                return ExtractReport.of(request, image)
                        .write(request.out(), request.err(), request.json());
            }
            case HISTORY ->
                    new HistoryListing(
                                    HistoryListing.rows(image, request.progress()),
                                    request.clock(),
                                    request.has(Grammar.NO_TRUNC),
                                    request.option(Grammar.HUMAN, true))
                            .write(request.out(), request.json(), request.has(Grammar.QUIET));
            case INSPECT -> InspectDocument.write(image, request.out(), request.progress());
            case DOCKERFILE ->
                    request.out().print(Reconstruction.of(image.image().config()).text());
            case VERIFY -> {
                return VerifyReport.write(image, request.out(), request.json(), request.progress());
            }
        }
        return 0;
    }

    private static void tree(Request request, OpenImage image) throws IOException {
        Integer only = request.option(Grammar.LAYER);
        Integer upTo = request.option(Grammar.UPTO);
        TreeListing.View view =
                only != null
                        ? TreeListing.View.layer(Request.layer(only, image))
                        : TreeListing.View.upTo(
                                upTo != null ? Request.layer(upTo, image) : image.layerCount() - 1);
        TreeListing listing =
                new TreeListing(image, view, request.has(Grammar.DIGEST), request.progress());
        if (request.json()) {
            listing.writeJson(request.out());
        } else {
            listing.writeText(request.out(), request.clock().getZone());
        }
    }
}
