package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;

import java.nio.file.Path;
import java.util.List;

/** What a person can do with paths that takes more than the tree itself. On the JavaFX thread. */
public interface FileActs {
    /** Selects a layer, from 0 at the bottom. */
    void selectLayer(int layer);

    /** Leads to the layers that touched a path. */
    void showTouches(FileSelection path);

    /** Shows what is in a file, over everything else. */
    void lookInto(FileSelection path, boolean large);

    /** Asks where to, and writes paths there with all below them. */
    void extract(List<FileSelection> paths);

    /**
     * The paths as files of this machine, for another program to take.
     *
     * @return empty while there are none; then a person was told why
     */
    List<Path> files(List<FileSelection> paths);

    /** What else can be done with paths, for their menu; mostly nothing. */
    default List<Act> more(List<FileSelection> paths) {
        return List.of();
    }

    /** What space does: looks into a file, or ticks what is selected. */
    default void space(List<FileSelection> paths) {
        lookInto(paths.getLast(), false);
    }

    /** What {@link #extract} is called. */
    default String extracting() {
        return "Extract…";
    }

    /** Whether paths are of layers that can be asked for what they did to them. */
    default boolean hasTouches() {
        return true;
    }

    /** Does nothing at all. */
    FileActs NONE =
            new FileActs() {
                @Override
                public void selectLayer(int layer) {}

                @Override
                public void showTouches(FileSelection path) {}

                @Override
                public void lookInto(FileSelection path, boolean large) {}

                @Override
                public void extract(List<FileSelection> paths) {}

                @Override
                public List<Path> files(List<FileSelection> paths) {
                    return List.of();
                }
            };
}
