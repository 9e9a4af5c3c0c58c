package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.ImageName;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.OpenImage;

import javafx.scene.Node;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Writes layers of an image as tar files, where a person wants them. On the JavaFX thread. */
final class LayerSaving {
    /** More than this is not there yet when a quick hand drops it. */
    private static final long MOST_DRAGGED = 64L << 20;

    private final JobScope jobs;
    private final Banners banners;
    private final Node owner;
    private final OpenImage image;
    private final String title;

    /**
     * Writes layers.
     *
     * @param banners where to tell what went wrong
     * @param owner a node of the window that asks
     * @param title what the image is called
     */
    LayerSaving(JobScope jobs, Banners banners, Node owner, OpenImage image, String title) {
        this.jobs = jobs;
        this.banners = banners;
        this.owner = owner;
        this.image = image;
        this.title = title;
    }

    /** Asks where to, and writes the layer there. */
    void save(Step step) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save " + step.label() + " as tar");
        chooser.setInitialFileName(fileName(step));
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        if (chosen != null) {
            save(step, chosen.toPath());
        }
    }

    /** Writes the layer to a file, which is replaced where it exists. */
    void save(Step step, Path file) {
        jobs.start(
                "Saving " + step.label() + " of " + title,
                progress -> {
                    image.saveLayer(step.layer(), file, progress);
                    return file;
                },
                saved -> Notices.from(owner).say("Saved " + step.label() + " as " + name(saved)),
                failure -> failed(step, failure));
    }

    /**
     * A file for a layer that is dragged out. It is written meanwhile and has its name only when it
     * is whole.
     *
     * @return null when that would take too long, or there is no place for it
     */
    @Nullable Path drag(Step step) {
        if (step.size() > MOST_DRAGGED) {
            return null;
        }
        try {
            Path folder = Files.createTempDirectory("stratoscope-");
            Path file = folder.resolve(fileName(step));
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            jobs.start(
                    "Writing " + step.label() + " of " + title,
                    progress -> {
                        image.saveLayer(step.layer(), file, progress);
                        return file;
                    },
                    written -> {},
                    failure -> failed(step, failure));
            return file;
        } catch (IOException e) {
            failed(step, e);
            return null;
        }
    }

    /** Says why a layer had no file when it was dropped somewhere. */
    void refuse(Step step) {
        if (step.size() > MOST_DRAGGED) {
            banners.add(
                    new Problem(
                            step.label() + " is too large to be dragged out",
                            "It is "
                                    + HumanSize.spaced(step.size())
                                    + "; save it to a file of your choice instead."),
                    "Save layer as tar…",
                    () -> save(step));
        }
    }

    private void failed(Step step, Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            banners.add(
                    Problems.of(step.label() + " of " + title + " cannot be saved", failure),
                    "Save elsewhere…",
                    () -> save(step));
        }
    }

    private static String name(Path file) {
        return Escapes.text(String.valueOf(file.getFileName()));
    }

    /** Such as {@code nginx-1.22-L1.tar}. */
    String fileName(Step step) {
        String name = ImageName.brief(image.image(), title).replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.replaceAll("^[-.]+", "") + "-" + step.label() + ".tar";
    }
}
