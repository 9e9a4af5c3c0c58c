package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageName;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.images.ImagesTab;
import dev.stratoscope.app.images.Opener;
import dev.stratoscope.app.images.Recent;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

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
    private final ImagesTab images;
    private final Tab imagesTab;
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
        images = new ImagesTab(engine, jobs, new Doors());
        imagesTab = new Tab("Images", images);
        imagesTab.setGraphic(Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        imagesTab.setClosable(false);
        rail = new Rail(this::showImages, this::chooseFile, this::switchTheme);
        tabs.getStyleClass().add("tab-strip");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.getTabs().setAll(List.of(imagesTab));
        BorderPane frame = new BorderPane(tabs);
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
                .addListener((property, before, now) -> shown(now));
        images.summaryProperty().addListener((property, before, now) -> status.say(now));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false)
                .subscribe(this::focused);
        new Shortcuts(this).install();
        images.refresh();
        showRecent();
    }

    /** Other programs use the store too, most likely while this window is left. */
    private void focused(boolean focused) {
        if (focused) {
            images.refresh();
        }
    }

    private void shown(@Nullable Tab tab) {
        if (tab != null && tab.getContent() instanceof ImagesTab) {
            images.refresh();
            showRecent();
        }
        describe();
    }

    /** Shows the images of the store. */
    public void showImages() {
        images.refresh();
        tabs.getSelectionModel().select(imagesTab);
    }

    /** The images of the store. */
    public ImagesTab images() {
        return images;
    }

    /** What the images view asks the window for. */
    private final class Doors implements Opener {
        @Override
        public void open(ImageSource source) {
            ImageTab opened = MainWindow.this.open(source);
            opened.requestFocus();
        }

        @Override
        public void chooseFile() {
            MainWindow.this.chooseFile();
        }

        @Override
        public void chooseFolder() {
            MainWindow.this.chooseFolder();
        }

        @Override
        public void openSample() {
            MainWindow.this.openSample();
        }
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
        for (Tab tab : tabs.getTabs()) {
            if (tab.getContent() instanceof ImageTab open && open.isOf(source, platform)) {
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
        content.setOnClosed(images::refresh);
        if (source.image() == null) {
            content.setOnKeep((kept, done) -> images.keep(kept, name, done));
        }
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

    /** The image that is shown; null while it is the list of images. */
    public @Nullable ImageTab current() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab != null && tab.getContent() instanceof ImageTab image ? image : null;
    }

    /** Closes the tab that is shown. */
    public void closeCurrent() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null && tab.getContent() instanceof ImageTab image) {
            tabs.getTabs().remove(tab);
            image.close();
        }
    }

    /** Stops all work. */
    public void close() {
        images.close();
        for (Tab tab : tabs.getTabs()) {
            if (tab.getContent() instanceof ImageTab image) {
                image.close();
            }
        }
    }

    /** Shows the window in the theme of the settings, or another for this time only. */
    public void applyTheme(@Nullable String name) {
        Appearance.apply(getScene(), Appearance.named(name == null ? settings.theme() : name));
    }

    /**
     * Which of the recent sources are still there is found out in the background: one may be on a
     * disk that is slow to answer.
     */
    private void showRecent() {
        List<String> sources = settings.recent();
        jobs.start(
                "Looking for what was opened lately",
                progress -> Recent.of(sources),
                images::showRecent,
                failure -> images.showRecent(List.of()));
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
        title.set(shown == null ? "Stratoscope" : shown.getText() + " – Stratoscope");
        status.say(tab == null ? images.summaryProperty().get() : tab.summary());
        if (tab != null) {
            tab.whenRead(() -> status.say(tab == current() ? tab.summary() : ""));
        }
    }
}
