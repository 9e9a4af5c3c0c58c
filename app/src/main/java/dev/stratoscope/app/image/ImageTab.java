package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.reading.Opening;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One opened image. It opens itself in the background: documents at once, layers as they are read,
 * then the tree. Lives on the JavaFX thread; closing it cancels what it still does.
 */
public final class ImageTab extends BorderPane implements Page {
    private final Engine engine;
    private final Opening opening;
    private final JobScope jobs;
    private final String title;
    private final Selection selection = new Selection();
    private final Waiting waiting = new Waiting();
    private final ImageHeader header;
    private final Banners banners = new Banners();
    private final OpeningTrouble trouble;
    private final ImageBody body;
    private final TabParts parts;
    private final Travel travel;
    private final Tops tops;
    private @Nullable Place wanted;
    private boolean begun;
    private final PathSearch search;
    private @Nullable ImageShow opened;
    private Consumer<OpenImage> onOpened = image -> {};
    private Consumer<ImageSource> onChosen = chosen -> {};
    private final TabActs own = new TabActs(this::open);
    private Runnable onClosed = () -> {};

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
        this.trouble = new OpeningTrouble(this, opening, banners, title);
        this.search = new PathSearch(this.jobs);
        this.travel = new Travel(selection, body.files());
        this.header = new ImageHeader(title, body::showFindings);
        ShownTree tree = new ShownTree(title, this.jobs, body, selection, waiting);
        this.tops = new Tops(() -> opened == null ? null : opened.read(), body, this::showTree);
        this.parts = new TabParts(title, this.jobs, header, banners, body, tree);
        header.tie(travel);
        header.offerMore(this::ownActs);
        body.findings().onTally(parts::tally);
        getStyleClass().add("image-tab");
        setTop(new VBox(header, banners));
        selection.stepProperty().addListener((property, before, now) -> showTree());
        selection.scopeProperty().addListener((property, before, now) -> showTree());
        selection.comparedProperty().addListener((property, before, now) -> showTree());
        body.stack().onLayerOnly(step -> body.onlyLayer(step));
        addEventFilter(MouseEvent.MOUSE_PRESSED, travel::onSideButton);
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

    /** What lies on top of the image's layers. */
    public Tops tops() {
        return tops;
    }

    /** The image once its documents were read; null before. */
    public @Nullable OpenImage image() {
        return opened == null ? null : opened.read().image();
    }

    /** Offers to run the image, which is in the store. */
    public void setRun(Act act) {
        own.setRun(act);
        header.offerRunning(act);
    }

    /** Offers to compare the image with another. */
    public void setCompare(Act act) {
        own.setCompare(act);
    }

    /** What is shown, or tried to be. */
    public ImageSource source() {
        return opening.source();
    }

    /** The file or folder, or the image's name in the store. */
    @Override
    public String path() {
        ImageSource shown = source();
        String stored = shown.image();
        return stored == null ? shown.path().toAbsolutePath().toString() : stored;
    }

    /** What it should run on; null where that was left to the engine. */
    public @Nullable Platform platform() {
        return opening.platform();
    }

    /** The parts below the header. */
    public ImageBody body() {
        return body;
    }

    @Override
    public void whenRead(Runnable action) {
        waiting.add(action);
    }

    @Override
    public void begin() {
        if (!begun) {
            open();
        }
    }

    /** Where one is in the image, or will be once it is read. */
    public Place place() {
        return wanted == null ? travel.here() : wanted;
    }

    /** Goes to a place, now or once the image is read. */
    public void go(Place place) {
        if (opened == null) {
            wanted = place;
        } else {
            travel.go(place);
        }
    }

    /** Sets what is told whenever one stays at another place. */
    public void setOnMoved(Runnable action) {
        travel.onMoved(action);
    }

    /** Whether the store holds the image, as far as these tell. */
    public void showKept(List<KeptImage> images) {
        if (opened != null) {
            Digest id = opened.read().image().image().id();
            header.setKept(images.stream().anyMatch(image -> image.id().equals(id)));
        }
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>(List.of(travel.backAct(), travel.forwardAct()));
        acts.addAll(ownActs());
        acts.addAll(body.acts());
        return acts;
    }

    /** The ways to each layer of the image, the topmost first. */
    public List<Act> layerActs() {
        return body.layerActs();
    }

    private List<Act> ownActs() {
        ImageShow show = opened;
        return own.of(show == null ? null : show.read().image().image().id());
    }

    /** {@inheritDoc} Those below the header only once they stand. */
    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(header));
        if (!banners.getChildren().isEmpty()) {
            panes.add(banners);
        }
        if (body.equals(getCenter())) {
            panes.addAll(body.panes());
        } else if (getCenter() != null) {
            panes.add(getCenter());
        }
        return panes;
    }

    /**
     * Looks for paths of the whole image by a part of their name, in the background; a search
     * before that is not over never answers. Where the reading was cancelled nothing is found.
     *
     * @param most how many at most
     * @param found told the paths, the best first; an empty text finds nothing
     */
    public void find(String text, int most, Consumer<List<FoundPath>> found) {
        if (opened == null || opened.read().isStopped()) {
            found.accept(List.of());
        } else {
            search.find(opened.read().image(), text, most, found);
        }
    }

    /** Shows a path in the tree of the whole image. */
    public void reveal(ByteString path) {
        selection.scopeProperty().set(Scope.WHOLE_IMAGE);
        body.files().reveal(path);
        body.files().requestFocus();
    }

    /** Starts reading, from the beginning. */
    public void open() {
        begun = true;
        travel.clear();
        jobs.cancelAll();
        trouble.clear();
        opened = null;
        waiting.begin();
        banners.clear();
        body.findings().reset();
        setCenter(body.waiting(title));
        start("Opening " + title, opening::open, this::show);
    }

    @Override
    public void close() {
        jobs.cancelAll();
        body.commands().close();
        jobs.start(
                Brief.quiet("Closing " + title),
                progress -> {
                    opening.close();
                    return title;
                },
                done -> onClosed.run(),
                failure -> onClosed.run());
    }

    /** Why the image could not be opened at all; null while nothing went wrong. */
    public @Nullable IOException failure() {
        return trouble.failure();
    }

    /**
     * Selects what tells most at first sight: the layer above the base that changes most, and a
     * text it changed.
     */
    public void showTelling() {
        int best = opened == null ? -1 : Steps.telling(opened.read().steps());
        if (best >= 0) {
            selection.scopeProperty().set(Scope.UP_TO_HERE);
            selection.stepProperty().set(best);
        }
        body.files().selectTelling();
        showTree();
    }

    @Override
    public String summary() {
        return opened == null ? "" : opened.read().layers().summary();
    }

    @Override
    public boolean isComplete() {
        return opened != null && opened.isComplete();
    }

    private void show(OpenImage image) {
        ImageShow show =
                new ImageShow(
                        image,
                        parts,
                        source().image() != null,
                        this::raise,
                        one -> one.equals(opened));
        opened = show;
        header.offer(image, listed -> onChosen.accept(source().choosing(listed, image.siblings())));
        show.documents();
        setCenter(body);
        onOpened.accept(image);
        selection.stepProperty().set(Steps.topmost(show.read().steps()));
        selection.scopeProperty().set(Scope.WHOLE_IMAGE);
        Place place = wanted;
        wanted = null;
        if (place != null && show.read().hasStep(place.step())) {
            travel.go(place);
        }
        Focus.offer(body.stack(), this);
        countShares();
        start("Indexing " + title, show::index, ImageShow::layers);
    }

    /** Tells of each layer which images of the local store have it too, as the store is now. */
    public void countShares() {
        if (opened != null) {
            opened.shares(engine.store());
        }
    }

    private void showTree() {
        if (opened != null) {
            parts.tree().show(opened.read());
        }
    }

    /** Starts work without which there is no image to show. */
    private <T> void start(String what, Jobs.Work<T> work, Consumer<T> done) {
        jobs.start(
                what,
                work,
                done,
                problem -> {
                    ImageShow show = opened;
                    if (show != null) {
                        show.stop();
                    }
                    trouble.tell(what, problem, show == null);
                });
    }

    /** Opens the image again within another limit. */
    private void raise(LimitRaise raise) {
        opening.raise(raise);
        open();
    }
}
