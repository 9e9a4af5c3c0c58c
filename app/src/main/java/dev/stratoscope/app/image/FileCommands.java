package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.files.FileActs;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.OpenImage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** What a person does with paths of an image from its tree. On the JavaFX thread. */
public final class FileCommands implements FileActs, AutoCloseable {
    private final FilesPane files;
    private final Selection selection;
    private final IntConsumer layers;
    private final Runnable touches;
    private final Extracting extracting;
    private final DragOut dragOut;
    private final QuickLook look;
    private @Nullable OpenImage image;

    /**
     * Commands for a tree.
     *
     * @param layers selects a layer
     * @param touches leads to the layers that touched the selected path
     */
    FileCommands(
            JobScope jobs,
            FilesPane files,
            Selection selection,
            IntConsumer layers,
            Runnable touches) {
        this.files = files;
        this.selection = selection;
        this.layers = layers;
        this.touches = touches;
        Notices notices = Notices.from(files);
        extracting = new Extracting(jobs, notices);
        dragOut = new DragOut(jobs, notices);
        look = new QuickLook(jobs, files, files.tools()::move);
        files.tools().setActs(this);
        files.onSelected(look::follow);
    }

    void setImage(OpenImage opened) {
        image = opened;
        look.setImage(opened);
    }

    /** Knows the writable layer on top of the image; null where there is none. */
    void setTop(@Nullable TopLayer top) {
        look.setTop(top);
    }

    void setBanners(Banners banners) {
        extracting.setBanners(banners);
    }

    /** Sets who is asked for a folder to extract into, in the place of the platform's dialog. */
    public void setFolderChoice(FolderChoice choice) {
        extracting.setChoice(choice);
    }

    /** Asks where to, and extracts the selected paths; nothing when none is selected. */
    public void extractSelected() {
        files.tools().extract();
    }

    @Override
    public void selectLayer(int layer) {
        layers.accept(layer);
    }

    @Override
    public void showTouches(FileSelection path) {
        touches.run();
    }

    @Override
    public void lookInto(FileSelection path, boolean large) {
        look.show(path, large);
    }

    @Override
    public void extract(List<FileSelection> paths) {
        OpenImage opened = image;
        if (opened != null && !isAbove(opened)) {
            extracting.start(opened, parts(paths));
        }
    }

    @Override
    public List<Path> files(List<FileSelection> paths) {
        OpenImage opened = image;
        return opened == null || isAbove(opened)
                ? List.of()
                : dragOut.files(opened, parts(paths), paths);
    }

    /** What a container wrote is no part of the image; says where it can be had. */
    private boolean isAbove(OpenImage opened) {
        boolean above = files.here() >= opened.layerCount();
        if (above) {
            Notices.from(files).say("Open the container to save files of it out");
        }
        return above;
    }

    /** Removes what was made for other programs to take. */
    @Override
    public void close() {
        dragOut.close();
    }

    private ImageParts parts(List<FileSelection> paths) {
        return ImageParts.of(paths, files.here(), selection.scope());
    }
}
