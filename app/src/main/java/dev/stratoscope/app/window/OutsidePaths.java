package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.model.ImageSource;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Offers to open what a typed path of this computer leads to. On the JavaFX thread. */
final class OutsidePaths {
    private final Jobs jobs;
    private final Consumer<ImageSource> open;

    /**
     * An offer.
     *
     * @param open opens what was found
     */
    OutsidePaths(Jobs jobs, Consumer<ImageSource> open) {
        this.jobs = jobs;
        this.open = open;
    }

    /**
     * Looks, in the background, as a disk may be slow to answer.
     *
     * @param text a path without the slash it begins with, or one that begins with {@code ~/}
     * @param found told what can be opened; nothing where there is no such file or folder
     */
    void look(String text, Consumer<List<Act>> found) {
        Path path = path(text);
        if (path == null) {
            found.accept(List.of());
            return;
        }
        jobs.start(
                Brief.quiet("Looking for " + Escapes.text(text)),
                progress -> Files.exists(path),
                exists -> found.accept(exists ? List.of(act(path)) : List.of()),
                failure -> found.accept(List.of()));
    }

    private Act act(Path path) {
        return Act.of(
                        "Open " + Escapes.text(path.toString()),
                        MaterialDesignF.FILE_OUTLINE,
                        () -> open.accept(ImageSource.of(path)))
                .hint("on this computer");
    }

    /** Paths that hold no slash are words, of which every root folder would be one. */
    private static @Nullable Path path(String text) {
        if (text.indexOf('/') < 0) {
            return null;
        }
        try {
            return text.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), text.substring(2))
                    : Path.of("/" + text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
