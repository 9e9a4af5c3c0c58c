package dev.stratoscope.app.window;

import dev.stratoscope.app.build.BuildDoors;
import dev.stratoscope.app.build.BuildPlace;
import dev.stratoscope.app.build.BuildTab;
import dev.stratoscope.app.build.BuildsTab;
import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildRecord;

import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The builds of a window, and all ways to them. On the JavaFX thread. */
final class BuildTabs implements BuildDoors {
    private final MainWindow window;
    private final Engine engine;
    private final Jobs jobs;

    BuildTabs(MainWindow window, Engine engine, Jobs jobs) {
        this.window = window;
        this.engine = engine;
        this.jobs = jobs;
    }

    /**
     * Opens what was dropped: a Dockerfile, or what holds one, to be built; all else as an image.
     */
    void drop(List<Path> paths) {
        for (Path path : paths) {
            jobs.follow(
                    "Looking what " + path.getFileName() + " is",
                    progress -> new Dropped(BuildPlace.of(path)),
                    dropped -> open(path, dropped.place()),
                    failure -> open(path, null));
        }
    }

    /** Tells later whether something is a Dockerfile or holds one. */
    void look(Path path, Consumer<Boolean> told) {
        jobs.follow(
                "Looking what " + path.getFileName() + " is",
                progress -> new Dropped(BuildPlace.of(path)),
                dropped -> told.accept(dropped.place() != null),
                failure -> told.accept(false));
    }

    /** What something dropped is to a builder. */
    private record Dropped(@Nullable BuildPlace place) {}

    private void open(Path path, @Nullable BuildPlace place) {
        if (place == null) {
            window.open(ImageSource.of(path));
        } else {
            openBuild(place);
        }
    }

    /** Shows the list. */
    void showList() {
        Tab there = listTab();
        window.tabs().pane().getSelectionModel().select(there == null ? addList() : there);
    }

    private @Nullable Tab listTab() {
        return window.tabs().all().stream()
                .filter(tab -> tab.getContent() instanceof BuildsTab)
                .findFirst()
                .orElse(null);
    }

    /** Adds the tab of the list without showing it. */
    Tab addList() {
        Tab tab = new Tab("Builds");
        tab.setGraphic(Icons.of(MaterialDesignH.HAMMER_WRENCH));
        window.tabs().add(tab, new BuildsTab(engine, jobs, this));
        return tab;
    }

    /** Adds the tab of a Dockerfile without showing it. */
    Tab add(BuildPlace place, String text) {
        BuildTab made = new BuildTab(engine, jobs, this, place, text);
        Tab tab = new Tab();
        tab.setGraphic(Icons.of(MaterialDesignH.HAMMER_WRENCH));
        tab.textProperty().bind(made.titleProperty());
        tab.setTooltip(new Tooltip(place.file().toString()));
        window.tabs().add(tab, made);
        return tab;
    }

    /** As the other, of a file in the folder it reads; null where that cannot be. */
    @Nullable Tab add(String file) {
        try {
            Path whole = Path.of(file);
            Path folder = whole.getParent();
            return folder == null ? null : add(new BuildPlace(folder, whole), "");
        } catch (InvalidPathException e) {
            return null; // somebody edited the settings
        }
    }

    /** What shows a tab about builds again that is being closed. */
    @Nullable Runnable reopening(Page closed) {
        return switch (closed) {
            case BuildsTab list -> this::showList;
            case BuildTab one -> () -> openBuild(one.place());
            default -> null;
        };
    }

    /** What can be done about builds from anywhere. */
    List<Act> acts() {
        return List.of(
                Act.of("Show builds", MaterialDesignH.HAMMER_WRENCH, this::showList),
                Act.of("Build a Dockerfile…", MaterialDesignF.FILE_OUTLINE, this::chooseFile)
                        .keys("Shortcut+B"),
                Act.of("Build a folder…", MaterialDesignF.FOLDER_OUTLINE, this::chooseFolder));
    }

    @Override
    public void openBuild(BuildPlace place) {
        show(place, "");
    }

    private void show(BuildPlace place, String text) {
        Tab there =
                window.tabs().all().stream()
                        .filter(
                                tab ->
                                        tab.getContent() instanceof BuildTab one
                                                && one.place().equals(place))
                        .findFirst()
                        .orElse(null);
        window.tabs().pane().getSelectionModel().select(there == null ? add(place, text) : there);
    }

    @Override
    public void openAgain(BuildRecord record) {
        Path file = Path.of(record.file());
        Path folder = record.context().isEmpty() ? file.getParent() : Path.of(record.context());
        Path whole = file.isAbsolute() || folder == null ? file : folder.resolve(file);
        Path context = folder == null ? whole.toAbsolutePath().getParent() : folder;
        if (context != null) {
            show(new BuildPlace(context, whole), record.text());
        }
    }

    @Override
    public void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a Dockerfile");
        File chosen = chooser.showOpenDialog(window.getScene().getWindow());
        if (chosen != null) {
            Path file = chosen.toPath().toAbsolutePath().normalize();
            Path folder = file.getParent();
            if (folder != null) {
                openBuild(new BuildPlace(folder, file));
            }
        }
    }

    @Override
    public void chooseFolder() {
        Path chosen = new FolderDialog().ask("Choose a folder with a Dockerfile");
        if (chosen != null) {
            Path folder = chosen.toAbsolutePath().normalize();
            jobs.follow(
                    "Looking for a Dockerfile",
                    progress -> new Dropped(BuildPlace.of(folder)),
                    found -> {
                        BuildPlace place = found.place();
                        openBuild(
                                place == null
                                        ? new BuildPlace(folder, folder.resolve("Dockerfile"))
                                        : place);
                    },
                    failure -> openBuild(new BuildPlace(folder, folder.resolve("Dockerfile"))));
        }
    }

    @Override
    public void openImage(ImageSource source) {
        window.open(source);
    }

    @Override
    public void openContainer(String id, String name, boolean terminal) {
        window.containers().containersChanged();
        window.containers().openContainer(id, name);
        if (window.tabs().page() instanceof ContainerTab shown && terminal) {
            shown.showTerminal();
        } else if (window.tabs().page() instanceof ContainerTab shown) {
            shown.showChanges();
        }
    }

    @Override
    public void imagesChanged() {
        window.images().refresh();
    }

    @Override
    public void buildsChanged() {
        Tab there = listTab();
        if (there != null) {
            ((BuildsTab) there.getContent()).look();
        }
    }
}
