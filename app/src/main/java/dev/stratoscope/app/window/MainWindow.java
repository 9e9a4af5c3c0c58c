package dev.stratoscope.app.window;

import dev.stratoscope.app.compare.CompareTab;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.images.ImagesTab;
import dev.stratoscope.app.settings.Frame;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** The window's content. Lives on the JavaFX thread. */
public final class MainWindow extends StackPane {
    /** Windows narrower than this have no labels in the rail. */
    private static final double RAIL_LABELS = 940;

    private final Jobs jobs;
    private final Callable<ImageSource> sample;
    private final Memory memory;
    private final ImagesTab images;
    private final ImageTabs tabs;
    private final TabStrip strip;
    private final StatusBar status;
    private final Rail rail;
    private final Comparisons comparisons;
    private final ContainerTabs containers;
    private final BuildTabs builds;
    private final WritableTops tops;
    private final Overlay overlay = new Overlay();
    private final NoticePane notices = new NoticePane();
    private final WindowActs acts = new WindowActs(this);
    private final WindowFinds finds;
    private final Chooser chooser = new Chooser(this, path -> open(ImageSource.of(path)));
    private final Looks looks;
    private final Popovers popovers;
    private final PaneRound round;
    private final Subject subject;
    private final LastSession session;
    private final Lately lately;
    private Frame frame = Frame.NONE;

    /**
     * A window without images.
     *
     * @param remembers whether what is opened and chosen is kept for the next start
     * @param sample makes the sample image if need be and says where it is; called in the
     *     background
     */
    public MainWindow(
            Engine engine,
            Jobs jobs,
            Settings settings,
            boolean remembers,
            Callable<ImageSource> sample) {
        this.jobs = jobs;
        finds = new WindowFinds(this, jobs);
        this.sample = sample;
        status = new StatusBar(jobs, this::toggleJobs);
        memory = new Memory(settings, engine.home(), jobs, remembers, this::notSaved);
        images = new ImagesTab(engine, jobs, new ImageDoors(this));
        lately = new Lately(memory, jobs, engine.home(), this::open);
        lately.setOnFound(images::showRecent);
        comparisons = new Comparisons(this, engine, jobs, overlay);
        containers = new ContainerTabs(this, engine, jobs);
        builds = new BuildTabs(this, engine, jobs);
        tops = new WritableTops(this, engine, jobs);
        containers.list().setOnChanged(this::countContainers);
        tabs = new ImageTabs(images, new ImageMaker(this, engine, jobs, memory));
        strip = new TabStrip(tabs, acts.palette());
        strip.offer(List.of(acts.openFile(), acts.openFolder(), acts.openSample()), lately::acts);
        session =
                new LastSession(
                        tabs,
                        comparisons,
                        containers,
                        builds,
                        jobs,
                        notices,
                        () -> engine.store().contents());
        rail =
                new Rail(
                        this::showImages,
                        containers::showList,
                        builds::showList,
                        comparisons::showLast,
                        acts.openFile(),
                        acts.settings());
        subject = new Subject(this, strip, rail, status);
        round = new PaneRound(subject::panes);
        BorderPane whole = new BorderPane(strip);
        whole.setLeft(rail);
        whole.setBottom(status);
        DropTarget drop = new DropTarget();
        drop.listen(this, builds::drop);
        drop.offerBuilding(builds::look);
        drop.offerComparing(
                () -> tabs.current() == null ? "" : tabs.selected().getText(),
                path -> comparisons.withCurrent(ImageSource.of(path)));
        StackPane layers = new StackPane(whole, notices, drop, overlay);
        StackPane.setAlignment(notices, Pos.BOTTOM_LEFT);
        layers.getStyleClass().add("main-window");
        Zoom zoom = new Zoom(layers);
        looks = new Looks(this, memory, zoom);
        popovers = new Popovers(overlay, finds, looks, status.running().list(), subject::acts);
        getChildren().setAll(zoom);
        layers.widthProperty()
                .addListener(
                        (property, before, now) -> rail.setNarrow(now.doubleValue() < RAIL_LABELS));
        tabs.setOnChanged(this::tabsChanged);
        tabs.setReopener(this::reopening);
        images.summaryProperty().addListener((property, before, now) -> status.say(now, true));
        images.contentsProperty().addListener((property, before, now) -> showKept());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false)
                .subscribe(this::focused);
        overlay.listen(this);
        notices.listen(this);
        new Shortcuts(this::acts).listen(this);
        Unsaved.guard(this, tabs::all);
        images.refresh();
        lately.look();
        containers.list().start();
        looks.apply();
    }

    /** An image was opened: it may have containers. */
    void look() {
        tops.look();
    }

    private void countContainers() {
        status.count(containers.list().words());
        containers.seen();
        tops.look();
        describe();
    }

    /** What shows a page again that is being closed. */
    private Runnable reopening(Page page) {
        if (page instanceof CompareTab compared) {
            return comparisons.reopening(compared);
        }
        Runnable build = builds.reopening(page);
        Runnable again = build == null ? containers.reopening(page) : build;
        return again == null ? () -> {} : again;
    }

    /** Other programs use the store too, most likely while this window is left. */
    private void focused(boolean focused) {
        if (focused) {
            images.refresh();
            containers.list().look();
        }
    }

    private void tabsChanged() {
        if (tabs.page() == null) {
            images.refresh();
            lately.look();
        }
        tops.look();
        describe();
        keepSession();
    }

    /** Shows the images of the store. */
    public void showImages() {
        images.refresh();
        tabs.showHome();
    }

    /** The images of the store. */
    public ImagesTab images() {
        return images;
    }

    ImageTabs tabs() {
        return tabs;
    }

    /** The comparisons of images, and the ways to begin one. */
    Comparisons comparisons() {
        return comparisons;
    }

    /** The containers, and the ways to them. */
    ContainerTabs containers() {
        return containers;
    }

    /** The builds, and the ways to them. */
    BuildTabs builds() {
        return builds;
    }

    /** Opens an image in a tab of its own; one that is open already is shown instead. */
    public ImageTab open(ImageSource source) {
        return open(source, null);
    }

    /**
     * As the other, for one of several platforms.
     *
     * @param platform what it should run on; null leaves the choice to the engine
     */
    public ImageTab open(ImageSource source, @Nullable Platform platform) {
        return tabs.show(source, platform);
    }

    private void showKept() {
        for (Tab tab : tabs.all()) {
            if (tab.getContent() instanceof ImageTab image) {
                image.showKept(images.contentsProperty().get().images());
                image.countShares();
            }
        }
    }

    /** Opens the sample image. */
    public void openSample() {
        jobs.start(
                "Making the sample image",
                progress -> sample.call(),
                source -> {
                    ImageTab tab = open(source);
                    tab.whenRead(tab::showTelling);
                },
                failure ->
                        status.say("The sample could not be made: " + failure.getMessage(), false));
    }

    /** Asks for a file and opens it. */
    public void chooseFile() {
        chooser.file();
    }

    /** Asks for a folder that holds images and opens it. */
    public void chooseFolder() {
        chooser.folder();
    }

    /** The image that is shown; null while it is the list of images. */
    public @Nullable ImageTab current() {
        return tabs.current();
    }

    /** Closes the tab that is shown. */
    public void closeCurrent() {
        tabs.close(tabs.selected());
    }

    /** Stops all work. What is remembered is on its way to the disk. */
    public void close() {
        keepSession();
        memory.flush();
        looks.dispose();
        notices.clear();
        images.close();
        containers.list().stop();
        tops.stop();
        tabs.stop();
    }

    /**
     * Writes what is remembered, and returns when that is done. May be called from any thread but
     * JavaFX's, after the window was closed.
     */
    public void save() throws IOException {
        memory.writeNow();
    }

    /** Opens again what was open when the program ended; reads only what is shown. */
    public void restore() {
        session.restore(memory.settings().session());
    }

    /** Says where the window stands, for the next start. */
    public void standsAt(Frame now) {
        frame = now;
        keepSession();
    }

    void keepSession() {
        if (!session.isRestoring()) {
            memory.change(settings -> settings.withSession(session.now(frame)));
        }
    }

    /** Shows the window in the theme of the settings, or another for this time only. */
    public void applyTheme(@Nullable String name) {
        looks.applyTheme(name);
    }

    /** What a person chose, kept and shown at once. */
    void change(UnaryOperator<Settings> change) {
        looks.change(change);
    }

    /** How the window looks. */
    Looks looks() {
        return looks;
    }

    /** All that can be done now; of the image that is shown first. */
    List<Act> acts() {
        return subject.acts().values().stream().flatMap(List::stream).toList();
    }

    /** What was opened lately. */
    Lately lately() {
        return lately;
    }

    /** What lies over the window when it is asked for. */
    Popovers popovers() {
        return popovers;
    }

    /** What can be done with the window itself. */
    List<Act> windowActs() {
        return acts.all();
    }

    private void toggleJobs() {
        popovers.toggleJobs();
    }

    void stepPane(int by) {
        round.step(by);
    }

    boolean canUndo() {
        return notices.offersUndo();
    }

    void undo() {
        notices.undo();
    }

    private void notSaved(Throwable failure) {
        String reason =
                failure instanceof IOException
                        ? failure.getClass().getSimpleName() + " " + failure.getMessage()
                        : String.valueOf(failure.getMessage());
        status.say("Settings could not be saved: " + reason, false);
    }

    /** What the window is about: the name of the image shown, then the program's. */
    public ReadOnlyStringProperty titleProperty() {
        return subject.titleProperty();
    }

    /** Says what the tab that is shown is about. */
    void describe() {
        subject.describe();
    }
}
