package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.Inspect;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SeveralImagesException;
import dev.stratoscope.model.task.Progress;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One opened image. It opens itself in the background: documents at once, layers as they are read,
 * then the tree. Lives on the JavaFX thread; closing it cancels what it still does.
 */
public final class ImageTab extends BorderPane {
    private Engine engine;
    private final JobScope jobs;
    private ImageSource source;
    private final @Nullable Platform platform;
    private final String title;
    private final Selection selection = new Selection();
    private final ImageHeader header;
    private final Banners banners = new Banners();
    private final ImageBody body;
    private final List<Runnable> whenRead = new ArrayList<>();
    private List<Step> steps = List.of();
    private ReadLayers read = new ReadLayers(0);
    private @Nullable OpenImage opened;
    private @Nullable Job treeJob;
    private Consumer<OpenImage> onOpened = image -> {};
    private Consumer<ImageSource> onChosen = chosen -> {};
    private @Nullable IOException failure;
    private boolean finished;
    private boolean settled;

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
        this.jobs = new JobScope(jobs);
        this.source = source;
        this.platform = platform;
        this.title = title;
        this.body = new ImageBody(this.jobs, engine.clock(), selection);
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
        body.stack().onLayerOnly(step -> body.onlyLayer(step));
    }

    /** Whether this shows that source for that platform. */
    public boolean isOf(ImageSource other, @Nullable Platform wanted) {
        return source.equals(other) && Objects.equals(platform, wanted);
    }

    /** Told the image once its documents were read. */
    public void setOnOpened(Consumer<OpenImage> action) {
        onOpened = action;
    }

    /** Told of another image of the same container that is to be opened. */
    public void setOnChosen(Consumer<ImageSource> action) {
        onChosen = action;
    }

    /** What is shown, or tried to be. */
    public ImageSource source() {
        return source;
    }

    /** The parts below the header. */
    public ImageBody body() {
        return body;
    }

    /** Runs an action once every layer was read and the tree is shown; at once if that is so. */
    public void whenRead(Runnable action) {
        if (settled) {
            action.run();
        } else {
            whenRead.add(action);
        }
    }

    /** Starts reading. */
    public void open() {
        jobs.cancelAll();
        failure = null;
        opened = null;
        steps = List.of();
        read = new ReadLayers(0);
        finished = false;
        settled = false;
        banners.clear();
        body.findings().reset();
        setCenter(body.waiting(title));
        start("Opening " + title, progress -> engine.open(source, platform, progress), this::show);
    }

    /** Stops everything this tab still does. */
    public void close() {
        jobs.cancelAll();
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
        int best = Steps.telling(steps);
        if (best >= 0) {
            selection.scopeProperty().set(Scope.UP_TO_HERE);
            selection.stepProperty().set(best);
        }
        body.files().selectTelling();
        showTree();
    }

    /** One line on what was read so far. */
    public String summary() {
        return opened == null ? "" : read.summary();
    }

    private void show(OpenImage image) {
        opened = image;
        steps = Steps.of(image);
        read = new ReadLayers(image.layerCount());
        header.show(image, -1);
        header.offer(image, listed -> onChosen.accept(source.choosing(listed, image.siblings())));
        body.showSteps(steps, image.image().config().history().size());
        body.details().setImage(image, OwnerNames.NONE);
        showHistory(image);
        body.files().say("Reading the layers…");
        setCenter(body);
        onOpened.accept(image);
        selection.stepProperty().set(Steps.topmost(steps));
        selection.scopeProperty().set(Scope.WHOLE_IMAGE);
        start(
                "Indexing " + title,
                progress -> {
                    readLayers(image, progress);
                    return image;
                },
                this::allRead);
    }

    private void readLayers(OpenImage image, Progress progress) throws IOException {
        image.readAll(
                progress,
                new OpenImage.LayerListener() {
                    @Override
                    public void read(LayerFacts layer) {
                        jobs.show(() -> layerRead(image, layer, null, List.of()));
                    }

                    @Override
                    public void failed(int number, IOException reason) {
                        jobs.show(() -> layerFailed(image, number, reason));
                    }
                });
        for (int i = 0; i < image.layerCount(); i++) {
            ChangeCounts changes;
            LayerFacts facts;
            try {
                facts = image.layer(i, progress);
                changes = image.changes(i, progress).counts();
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                break;
            }
            List<Stratum> core = CoreSample.of(facts.index());
            jobs.show(() -> layerRead(image, facts, changes, core));
        }
    }

    private void layerRead(
            OpenImage image, LayerFacts layer, @Nullable ChangeCounts changes, List<Stratum> core) {
        if (image != opened) {
            return;
        }
        boolean waitedFor = isWaitedFor(layer.number());
        read.add(layer);
        int step = Steps.ofLayer(steps, layer.number());
        replace(step, Steps.read(steps.get(step), layer, changes, core));
        if (waitedFor && read.fromBottom().size() > layer.number()) {
            showTree();
        }
    }

    /** Whether the tree that is asked for waits for a layer. */
    private boolean isWaitedFor(int layer) {
        int step = selection.step();
        return step >= 0
                && step < steps.size()
                && !read.has(layer)
                && layer <= TreeRequest.of(steps, step, selection.scope()).layer();
    }

    private void layerFailed(OpenImage image, int number, IOException reason) {
        if (image != opened) {
            return;
        }
        int step = Steps.ofLayer(steps, number);
        boolean missing = image.image().layers().get(number).isMissing();
        replace(step, Steps.failed(steps.get(step), missing, reason));
        String whole =
                number == 0
                        ? "History and inspect can be read."
                        : "L0" + (number > 1 ? " to L" + (number - 1) : "") + " can be explored.";
        Problem problem = Problems.of("L" + number + " of " + title + " cannot be read", reason);
        banner(
                new Problem(problem.title(), problem.reason() + " " + whole),
                reason,
                number == 0 ? null : "Show L" + (number - 1),
                () -> selection.stepProperty().set(Steps.ofLayer(steps, number - 1)));
    }

    private void allRead(OpenImage image) {
        showHistory(image);
        long size = read.contentSize();
        header.show(image, size);
        if (size >= 0) {
            body.inspect().show(Inspect.of(image.image().config(), image.image().names(), size));
        }
        start(
                "Reading owners of " + title,
                progress -> OwnerNames.read(image.tree(progress), image.contents()),
                names -> {
                    body.details().setImage(image, names);
                    body.files().setOwners(names::of);
                },
                failure -> {
                    // Owners stay numbers; what is wrong with the layers was told when they were
                    // read.
                });
        body.findings().check(image, read.fromBottom());
        finished = true;
        showTree();
    }

    /** Everything that can be shown is shown: who waited for that may go on. */
    private void settle() {
        if (finished && !settled) {
            settled = true;
            List.copyOf(whenRead).forEach(Runnable::run);
            whenRead.clear();
        }
    }

    private void showHistory(OpenImage image) {
        body.history().show(HistoryRow.of(image.image().config(), read.contentSizes()));
    }

    private void showTree() {
        OpenImage image = opened;
        int step = selection.step();
        if (image == null || step < 0 || step >= steps.size()) {
            return;
        }
        TreeRequest request = TreeRequest.of(steps, step, selection.scope());
        body.here(step, steps.get(step).layer());
        body.touches()
                .setLayers(read.fromBottom(), layer -> steps.get(Steps.ofLayer(steps, layer)));
        body.touches().setHere(steps.get(step).layer());
        Job before = treeJob;
        if (before != null) {
            before.cancel();
        }
        if (!request.words().isEmpty()) {
            body.files().say(request.words());
            settle();
            return;
        }
        if (!finished && read.fromBottom().size() <= request.layer()) {
            body.files().say("Reading the layers up to L" + request.layer() + "…");
            return;
        }
        Job job =
                start(
                        "Merging layers of " + title,
                        progress -> request.diff(image, progress),
                        diff -> {
                            body.files().show(diff, request.layer(), selection.scope());
                            settle();
                        },
                        failure -> {
                            body.files().say(request.impossible(read));
                            settle();
                        });
        treeJob = job;
    }

    private <T> Job start(String what, Jobs.Work<T> work, Consumer<T> done) {
        return start(
                what,
                work,
                done,
                problem -> {
                    if (problem instanceof SeveralImagesException several) {
                        choose(several);
                        return;
                    }
                    failure = problem instanceof IOException e ? e : new IOException(problem);
                    banner(
                            Problems.of(title + " cannot be opened", problem),
                            problem,
                            "Try again",
                            this::open);
                });
    }

    /** Asks which of several images is meant; the answer is opened in this tab. */
    private void choose(SeveralImagesException several) {
        failure = several;
        ImageChooser chooser =
                new ImageChooser(
                        title,
                        several.images(),
                        listed -> {
                            source = source.choosing(listed, several.images());
                            open();
                        });
        setCenter(chooser);
        chooser.requestFocus();
    }

    private <T> Job start(
            String what, Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return jobs.start(
                what,
                work,
                done,
                failure -> {
                    if (failure instanceof CancellationException) {
                        cancelled(what);
                    } else {
                        failed.accept(failure);
                    }
                });
    }

    private void cancelled(String what) {
        if (getScene() != null && (what.startsWith("Opening") || what.startsWith("Indexing"))) {
            if (opened == null) {
                setCenter(new BorderPane());
            }
            banners.add(
                    new Problem(what + " was cancelled", "Nothing was changed."),
                    "Try again",
                    this::open);
        }
    }

    /** A limit that was met can be raised, which is a better cure than any other. */
    private void banner(Problem problem, Throwable reason, @Nullable String cure, Runnable action) {
        if (opened == null) {
            setCenter(new BorderPane());
        }
        LimitRaise raise = LimitRaise.of(reason);
        if (raise == null) {
            banners.add(problem, cure, action);
            return;
        }
        banners.add(
                problem,
                raise.words(),
                () -> {
                    engine = engine.with(raise.in(engine.limits()));
                    open();
                });
    }

    private void replace(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        steps = List.copyOf(changed);
        body.stack().setStep(index, step);
    }
}
