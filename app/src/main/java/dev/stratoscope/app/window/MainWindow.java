package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageName;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** The window's content. Lives on the JavaFX thread. */
public final class MainWindow extends StackPane {
    /** Windows narrower than this have no labels in the rail. */
    private static final double RAIL_LABELS = 940;

    private final Engine engine;
    private final Jobs jobs;
    private final Callable<ImageSource> sample;
    private final TabPane tabs = new TabPane();
    private final StartPage start;
    private final StatusBar status;
    private final Rail rail;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Stratoscope");
    private final boolean remembers;
    private volatile Settings settings;

    /**
     * A window without tabs.
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
        this.remembers = remembers;
        this.engine = engine;
        this.jobs = jobs;
        this.settings = settings;
        this.sample = sample;
        status = new StatusBar(jobs);
        start =
                new StartPage(
                        this::chooseFile,
                        this::chooseFolder,
                        this::openSample,
                        source -> open(ImageSource.parse(source)));
        rail = new Rail(this::showStart, this::chooseFile, this::switchTheme);
        tabs.getStyleClass().add("tab-strip");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.visibleProperty().bind(Bindings.isNotEmpty(tabs.getTabs()).and(rail.imagesShown()));
        start.visibleProperty().bind(tabs.visibleProperty().not());
        StackPane center = new StackPane(start, tabs);
        BorderPane frame = new BorderPane(center);
        frame.setLeft(rail);
        frame.setBottom(status);
        DropTarget drop = new DropTarget();
        drop.listen(this, paths -> paths.forEach(path -> open(ImageSource.of(path))));
        getChildren().setAll(frame, drop);
        getStyleClass().add("main-window");
        widthProperty()
                .addListener(
                        (property, before, now) -> rail.setNarrow(now.doubleValue() < RAIL_LABELS));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> describe());
        tabs.getTabs()
                .addListener(
                        (ListChangeListener<Tab>)
                                change -> {
                                    if (tabs.getTabs().isEmpty()) {
                                        rail.showStart();
                                        showStart();
                                    }
                                });
        new Shortcuts(this).install();
        showStart();
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
        rail.showImages();
        for (Tab tab : tabs.getTabs()) {
            ImageTab open = (ImageTab) tab.getContent();
            if (open.isOf(source, platform)) {
                tabs.getSelectionModel().select(tab);
                return open;
            }
        }
        String name = Escapes.text(source.fileName());
        ImageTab content = new ImageTab(engine, jobs, source, platform, name);
        Tab tab = new Tab(name, content);
        tab.setGraphic(Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE));
        tab.setOnClosed(event -> content.close());
        content.setOnOpened(
                image -> {
                    tab.setText(ImageName.brief(image.image(), name));
                    remember(content.source());
                    describe();
                });
        content.setOnChosen(this::open);
        content.whenRead(this::describe);
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        content.open();
        return content;
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
                failure -> status.say("The sample could not be made: " + failure.getMessage()));
    }

    /** Asks for a file and opens it. */
    public void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open an image");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("All files", "*"),
                        new FileChooser.ExtensionFilter(
                                "Archives",
                                "*.tar",
                                "*.tar.gz",
                                "*.tgz",
                                "*.tar.zst",
                                "*.tzst",
                                "*.tar.xz",
                                "*.txz",
                                "*.tar.bz2",
                                "*.tbz2"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            open(ImageSource.of(file.toPath()));
        }
    }

    /** Asks for a folder that holds images and opens it. */
    public void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder with images");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            open(ImageSource.of(folder.toPath()));
        }
    }

    /** The tab that is shown; null on the start page. */
    public @Nullable ImageTab current() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab == null || !tabs.isVisible() ? null : (ImageTab) tab.getContent();
    }

    /** Closes the tab that is shown. */
    public void closeCurrent() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null && tabs.isVisible()) {
            tabs.getTabs().remove(tab);
            ((ImageTab) tab.getContent()).close();
        }
    }

    /** Stops all work. */
    public void close() {
        tabs.getTabs().forEach(tab -> ((ImageTab) tab.getContent()).close());
    }

    /** Shows the window in the theme of the settings, or another for this time only. */
    public void applyTheme(@Nullable String name) {
        Appearance.apply(getScene(), Appearance.named(name == null ? settings.theme() : name));
    }

    /**
     * Which of the recent sources are still there is found out in the background: one may be on a
     * disk that is slow to answer.
     */
    private void showStart() {
        List<String> sources = settings.recent();
        jobs.start(
                "Looking for what was opened lately",
                progress -> StartPage.Recent.of(sources),
                start::show,
                failure -> start.show(List.of()));
    }

    /** Changes between light and dark, and remembers which. */
    void switchTheme() {
        boolean dark = Appearance.named(settings.theme()).dark();
        save(settings.withTheme(dark ? "light" : "dark"));
        applyTheme(null);
    }

    private void remember(ImageSource source) {
        boolean own =
                source.image() != null
                        || source.path()
                                .toAbsolutePath()
                                .startsWith(engine.home().toAbsolutePath());
        if (!own) {
            save(settings.withRecent(source.toString()));
        }
    }

    private void save(Settings changed) {
        settings = changed;
        if (!remembers) {
            return;
        }
        jobs.start(
                "Saving settings",
                progress -> {
                    writeLatest();
                    return changed;
                },
                done -> {},
                failure -> status.say("Settings could not be saved: " + reason(failure)));
    }

    /** One at a time, and always the latest, whichever job comes first. */
    private synchronized void writeLatest() throws IOException {
        settings.write(engine.home());
    }

    private static String reason(Throwable failure) {
        return failure instanceof IOException
                ? failure.getClass().getSimpleName() + " " + failure.getMessage()
                : String.valueOf(failure.getMessage());
    }

    /** What the window is about: the name of the image shown, then the program's. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    private void describe() {
        ImageTab tab = current();
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        title.set(
                tab == null || shown == null ? "Stratoscope" : shown.getText() + " – Stratoscope");
        status.say(tab == null ? "" : tab.summary());
        if (tab != null) {
            tab.whenRead(() -> status.say(tab == current() ? tab.summary() : ""));
        }
    }
}
