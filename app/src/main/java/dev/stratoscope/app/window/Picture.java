package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.animation.AnimationTimer;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Takes a picture of the window once what it shows has come to rest. On the JavaFX thread. */
public final class Picture {
    private static final int QUIET_FRAMES = 12;

    private final MainWindow window;
    private final Jobs jobs;

    /** Pictures of a window that is in a shown scene. */
    public Picture(MainWindow window, Jobs jobs) {
        this.window = window;
        this.jobs = jobs;
    }

    /**
     * Opens an image, selects its most telling layer and file, and writes the picture.
     *
     * @param platform what it should run on; null leaves the choice to the engine
     * @param written told when the file is there, with null, or why it is not
     */
    public void take(
            ImageSource source,
            @Nullable Platform platform,
            Path file,
            Consumer<@Nullable IOException> written) {
        ImageTab tab = window.open(source, platform);
        whenQuiet(
                () -> {
                    IOException failure = tab.failure();
                    if (failure != null) {
                        written.accept(failure);
                        return;
                    }
                    tab.showTelling();
                    whenQuiet(() -> written.accept(write(file)));
                });
    }

    /** Runs an action once no job has been running for some frames. */
    public void whenQuiet(Runnable action) {
        new AnimationTimer() {
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = jobs.running().isEmpty() ? quiet + 1 : 0;
                if (quiet >= QUIET_FRAMES) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    private @Nullable IOException write(Path file) {
        WritableImage image = window.getScene().snapshot(null);
        try {
            PngFile.write(image, file);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
