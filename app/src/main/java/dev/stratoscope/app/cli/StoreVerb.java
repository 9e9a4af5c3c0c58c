package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.ImageStore;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;
import dev.stratoscope.model.image.SaveFormat;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the command line can do with the local store. */
enum StoreVerb implements Command {
    /** What there is. */
    IMAGES("List the images of the local store, or what a file or folder holds."),
    /** Copies in. */
    LOAD("Copy images into the local store; layers that it has are not copied again."),
    /** Copies out. */
    SAVE("Write images of the local store to a file or folder."),
    /** One more name. */
    TAG("Give an image of the local store one more name."),
    /** A name less. */
    RMI("Take names away, and with its last name an image."),
    /** Tidies. */
    PRUNE("Remove images without names and everything else that nobody needs.");

    private final String help;

    StoreVerb(String help) {
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
            case IMAGES -> {
                spec.addPositional(
                        Grammar.positional(0, Grammar.SOURCE, "0..1", Grammar.SOURCE_HELP));
                spec.addOption(Grammar.flag(Grammar.NO_TRUNC, "show ids whole"));
                spec.addOption(Grammar.human());
                spec.addOption(Grammar.quiet());
            }
            case LOAD ->
                    spec.addPositional(
                            Grammar.positional(0, Grammar.SOURCE, "1", Grammar.SOURCE_HELP));
            case SAVE -> {
                spec.addPositional(Grammar.positionals(Grammar.IMAGE, Grammar.IMAGE_HELP));
                spec.addOption(Grammar.output());
                spec.addOption(Grammar.format());
            }
            case TAG -> {
                spec.addPositional(Grammar.positional(0, Grammar.IMAGE, "1", Grammar.IMAGE_HELP));
                spec.addPositional(
                        Grammar.positional(1, Grammar.NAME, "1", "REPOSITORY[:TAG] to add"));
            }
            case RMI -> {
                spec.addPositional(Grammar.positionals(Grammar.IMAGE, Grammar.IMAGE_HELP));
                spec.addOption(Grammar.force());
            }
            case PRUNE -> {
                ContainerGrammar.add(
                        spec,
                        ContainerGrammar.CONTAINERS,
                        null,
                        "also containers that do not run, with all they wrote");
                ContainerGrammar.add(
                        spec,
                        ContainerGrammar.BUILDS,
                        null,
                        "also all that builds keep to be quicker next time");
            }
        }
        if (this != SAVE && this != TAG) {
            spec.addOption(Grammar.flag(Grammar.JSON, "write JSON"));
        }
        return spec;
    }

    @Override
    public int run(Request request, Engine engine) throws IOException {
        ImageStore store = engine.store();
        switch (this) {
            case IMAGES -> images(request, engine);
            case LOAD -> load(request, store);
            case SAVE ->
                    store.save(
                            request.positionals(Grammar.IMAGE),
                            request.option(Grammar.FORMAT, SaveFormat.DOCKER_ARCHIVE),
                            request.option(Grammar.OUTPUT, Path.of("")),
                            request.progress());
            case TAG ->
                    store.tag(
                            String.valueOf(request.positional(Grammar.IMAGE)),
                            Reference.parse(String.valueOf(request.positional(Grammar.NAME))));
            case RMI -> remove(request, store);
            case PRUNE -> {
                engine.builds().prune(request.has(ContainerGrammar.BUILDS));
                Containers.Pruned pruned = prune(request, engine.containers());
                new RemovalReport(store.prune(request.progress()), pruned)
                        .writePruned(request.out(), request.json());
                warn(
                        store.contents().images(),
                        "; until it is removed or loaded again, no layer is removed",
                        request);
            }
        }
        return 0;
    }

    private static Containers.Pruned prune(Request request, Containers containers)
            throws IOException {
        return request.has(ContainerGrammar.CONTAINERS)
                ? containers.prune(request.progress())
                : new Containers.Pruned(List.of(), containers.tidy(request.progress()));
    }

    private static void images(Request request, Engine engine) throws IOException {
        String source = request.source();
        if (source != null) {
            new ImagesListing(engine.images(ImageSource.parse(source), request.progress()))
                    .write(request.out(), request.json());
            return;
        }
        List<KeptImage> images = engine.store().contents().images();
        listing(images, request);
        if (!request.json()) {
            warn(images, "", request);
        }
    }

    /** Tells of images that cannot be read; the others are none the worse. */
    private static void warn(List<KeptImage> images, String effect, Request request)
            throws IOException {
        request.out().flush();
        for (KeptImage image : images) {
            if (image.problem() != null) {
                String name =
                        image.isDangling()
                                ? image.id().shortHex()
                                : image.names().getFirst().familiar();
                request.err().println(Escapes.text(name + ": " + image.problem() + effect));
            }
        }
    }

    private static void listing(List<KeptImage> images, Request request) throws IOException {
        new StoreListing(
                        images,
                        request.clock(),
                        request.has(Grammar.NO_TRUNC),
                        request.option(Grammar.HUMAN, true))
                .write(request.out(), request.json(), request.has(Grammar.QUIET));
    }

    private static void load(Request request, ImageStore store) throws IOException {
        List<KeptImage> loaded =
                store.load(
                        ImageSource.parse(String.valueOf(request.source())),
                        request.option(Grammar.PLATFORM),
                        request.progress());
        if (request.json()) {
            listing(loaded, request);
            return;
        }
        for (KeptImage image : loaded) {
            for (Reference name : image.names()) {
                request.out().print("Loaded image: " + name.familiar() + "\n");
            }
            if (image.isDangling()) {
                request.out().print("Loaded image ID: " + image.id() + "\n");
            }
        }
    }

    /** One after another: what came before a refusal is done, and told. */
    private static void remove(Request request, ImageStore store) throws IOException {
        List<Removal> done = new ArrayList<>();
        try {
            for (String image : request.positionals(Grammar.IMAGE)) {
                done.add(store.remove(image, request.has(Grammar.FORCE)));
            }
        } finally {
            RemovalReport.of(done).writeRemoved(request.out(), request.json());
        }
    }
}
