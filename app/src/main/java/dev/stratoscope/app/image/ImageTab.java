package dev.stratoscope.app.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Inspect;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SeveralImagesException;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One opened image. It opens itself in the background: documents at once, layers as they are read,
 * then the tree. Lives on the JavaFX thread; closing it cancels what it still does.
 */
public final class ImageTab extends BorderPane {
    private final Engine engine;
    private final Opening opening;
    private final JobScope jobs;
    private final String title;
    private final Selection selection = new Selection();
    private final Waiting waiting = new Waiting();
    private final ImageHeader header;
    private final Banners banners = new Banners();
    private final ImageBody body;
    private final ShownTree tree;
    private @Nullable ReadImage opened;
    private Consumer<OpenImage> onOpened = image -> {};
    private Consumer<ImageSource> onChosen = chosen -> {};
    private Runnable onClosed = () -> {};
    private @Nullable IOException failure;

    /**
     * A tab for an image; {@link #open()} starts reading it.
     *
     * @param platform what it should run on; null leaves the choice to the engine
     * @param title what it is called until its own name is known
     */
    public ImageTab(
            Engine engine,
            Jobs jobs,
            ImageSource source,
            @Nullable Platform platform,
            String title) {
        this.engine = engine;
        this.opening = new Opening(engine, source, platform);
        this.jobs = new JobScope(jobs);
        this.title = title;
        this.body = new ImageBody(this.jobs, engine.clock(), selection);
        body.commands().setBanners(banners);
        this.tree = new ShownTree(title, this.jobs, body, selection, waiting);
        this.header = new ImageHeader(title, body::showFindings);
        body.findings()
                .onTally(
                        tally -> {
                            header.tally(tally);
                            body.tally(tally);
                        });
        getStyleClass().add("image-tab");
        setTop(new VBox(header, banners));
        selection.stepProperty().addListener((property, before, now) -> showTree());
        selection.scopeProperty().addListener((property, before, now) -> showTree());
        selection.comparedProperty().addListener((property, before, now) -> showTree());
        body.stack().onLayerOnly(step -> body.onlyLayer(step));
    }

    /** Whether this shows that source for that platform. */
    public boolean isOf(ImageSource other, @Nullable Platform wanted) {
        return opening.isOf(other, wanted);
    }

    /** Told the image once its documents were read. */
    public void setOnOpened(Consumer<OpenImage> action) {
        onOpened = action;
    }

    /** Told of another image of the same container that is to be opened. */
    public void setOnChosen(Consumer<ImageSource> action) {
        onChosen = action;
    }

    /**
     * Offers to copy the image into the store.
     *
     * @param action told what to copy, and what to do once that is done
     */
    public void setOnKeep(BiConsumer<ImageSource, Runnable> action) {
        header.offerKeeping(
                done ->
                        action.accept(
                                source(),
                                () -> {
                                    done.run();
                                    countShares();
                                }));
    }

    /** Sets what to do once a closed tab has let go of its image. */
    public void setOnClosed(Runnable action) {
        onClosed = action;
    }

    /** What is shown, or tried to be. */
    public ImageSource source() {
        return opening.source();
    }

    /** The parts below the header. */
    public ImageBody body() {
        return body;
    }

    /** Runs an action once every layer was read and the tree is shown; at once if that is so. */
    public void whenRead(Runnable action) {
        waiting.add(action);
    }

    /** Starts reading. */
    public void open() {
        jobs.cancelAll();
        failure = null;
        opened = null;
        waiting.begin();
        banners.clear();
        body.findings().reset();
        setCenter(body.waiting(title));
        start("Opening " + title, opening::open, this::show);
    }

    /** Stops everything this tab still does, and lets go of the image. */
    public void close() {
        jobs.cancelAll();
        body.commands().close();
        jobs.start(
                "Closing " + title,
                progress -> {
                    opening.close();
                    return title;
                },
                done -> onClosed.run(),
                failure -> onClosed.run());
    }

    /** Why the image could not be opened at all; null while nothing went wrong. */
    public @Nullable IOException failure() {
        return failure;
    }

    /**
     * Selects what tells most at first sight: the layer above the base that changes most, and a
     * text it changed.
     */
    public void showTelling() {
        int best = opened == null ? -1 : Steps.telling(opened.steps());
        if (best >= 0) {
            selection.scopeProperty().set(Scope.UP_TO_HERE);
            selection.stepProperty().set(best);
        }
        body.files().selectTelling();
        showTree();
    }

    /** One line on what was read so far. */
    public String summary() {
        return opened == null ? "" : opened.layers().summary();
    }

    private void show(OpenImage image) {
        ReadImage read = new ReadImage(image);
        opened = read;
        header.show(image, -1);
        header.offer(image, listed -> onChosen.accept(source().choosing(listed, image.siblings())));
        body.showSteps(read.steps(), image.image().config().history().size());
        body.details().setImage(image, OwnerNames.NONE);
        body.commands().setImage(image);
        showHistory(read);
        showInspect(image.image(), -1);
        body.files().say("Reading the layers…");
        setCenter(body);
        onOpened.accept(image);
        selection.stepProperty().set(Steps.topmost(read.steps()));
        selection.scopeProperty().set(Scope.WHOLE_IMAGE);
        LayerReading reading = new LayerReading(jobs, image, new LayerNews(read));
        LayerSaving saving = new LayerSaving(jobs, banners, body, image, title);
        new StepActs(read, body, saving).install();
        countShares();
        start(
                "Indexing " + title,
                progress -> {
                    reading.run(progress);
                    return read;
                },
                this::allRead);
    }

    /** Tells of each layer which images of the local store have it too, as the store is now. */
    public void countShares() {
        ReadImage read = opened;
        if (read == null) {
            return;
        }
        jobs.start(
                "Counting shared layers of " + title,
                progress ->
                        StoreShares.of(read.image().image(), engine.store().contents().images()),
                pills -> {
                    read.tell(pills);
                    for (int i = 0; i < read.steps().size() && read == opened; i++) {
                        body.showStep(i, read.steps().get(i));
                    }
                },
                failure -> {
                    // Of a store that cannot be read the images tab tells; nothing is claimed here.
                });
    }

    /** Takes in the layers of one try to open the image; another try may have begun meanwhile. */
    private final class LayerNews implements LayerReading.Listener {
        private final ReadImage image;
        private final FailureBanners failures =
                new FailureBanners(title, banners, body, ImageTab.this::raise);

        LayerNews(ReadImage image) {
            this.image = image;
        }

        @Override
        public void read(
                LayerFacts layer, @Nullable ChangeCounts changes, @Nullable List<Stratum> core) {
            if (image != opened) {
                return;
            }
            boolean waitedFor = tree.waitsFor(image, layer.number());
            int step = image.read(layer, changes, core);
            body.showStep(step, image.steps().get(step));
            if (waitedFor && image.layers().fromBottom().size() > layer.number()) {
                showTree();
            }
        }

        @Override
        public void failed(int number, IOException reason) {
            if (image != opened) {
                return;
            }
            int step = image.failed(number, reason);
            body.showStep(step, image.steps().get(step));
            failures.add(number, reason);
        }
    }

    private void allRead(ReadImage read) {
        OpenImage image = read.image();
        showHistory(read);
        long size = read.layers().contentSize();
        header.show(image, size);
        if (size >= 0) {
            showInspect(image.image(), size);
        }
        jobs.start(
                "Reading owners of " + title,
                progress -> OwnerNames.read(image.tree(progress), image.contents()),
                names -> {
                    body.details().setImage(image, names);
                    body.files().setOwners(names::of);
                },
                problem -> {
                    // Owners stay numbers; what is wrong with the layers was told when they were
                    // read.
                });
        body.findings().check(image, read.layers().fromBottom());
        read.finish();
        showTree();
    }

    private void showHistory(ReadImage read) {
        ImageConfig config = read.image().image().config();
        List<HistoryRow> rows = HistoryRow.of(config, read.layers().contentSizes());
        body.history().show(rows, config.toldLayers(), read.image().layerCount());
        body.dockerfile().show(config, rows);
    }

    /** Docker's size is known once every layer was read; until then it is null. */
    private void showInspect(Image image, long size) {
        JsonNode document = Inspect.of(image.config(), image.names(), size);
        if (size < 0 && document.get(0) instanceof ObjectNode unsized) {
            unsized.putNull("Size").putNull("VirtualSize");
        }
        boolean known = image.kind() == ListedImage.Kind.IMAGE;
        body.inspect().show(document, image.config(), known);
    }

    private void showTree() {
        if (opened != null) {
            tree.show(opened);
        }
    }

    /** Starts work without which there is no image to show. */
    private <T> void start(String what, Jobs.Work<T> work, Consumer<T> done) {
        jobs.start(
                what,
                work,
                done,
                problem -> {
                    switch (problem) {
                        case CancellationException cancelled -> cancelled(what);
                        case SeveralImagesException several -> choose(several);
                        default -> failed(problem);
                    }
                });
    }

    private void cancelled(String what) {
        if (getScene() != null) {
            clearUnopened();
            banners.add(
                    new Problem(what + " was cancelled", "Nothing was changed."),
                    "Try again",
                    this::open);
        }
    }

    /** Asks which of several images is meant; the answer is opened in this tab. */
    private void choose(SeveralImagesException several) {
        failure = several;
        ImageChooser chooser =
                new ImageChooser(
                        title,
                        several.images(),
                        listed -> {
                            opening.choose(listed, several.images());
                            open();
                        });
        setCenter(chooser);
        chooser.requestFocus();
    }

    private void failed(Throwable reason) {
        failure = reason instanceof IOException e ? e : new IOException(reason);
        clearUnopened();
        Problem problem = Problems.of(title + " cannot be opened", reason);
        LimitRaise raise = LimitRaise.of(reason);
        if (raise == null) {
            banners.add(problem, "Try again", this::open);
        } else {
            banners.add(problem, raise.words(), () -> raise(raise));
        }
    }

    private void raise(LimitRaise raise) {
        opening.raise(raise);
        open();
    }

    private void clearUnopened() {
        if (opened == null) {
            setCenter(new BorderPane());
        }
    }
}
