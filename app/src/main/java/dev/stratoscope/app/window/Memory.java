package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.settings.Settings;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings, and their way to the disk a moment after they changed. On the JavaFX thread but for
 * {@link #writeNow()}.
 */
final class Memory {
    private static final Duration MOMENT = Duration.millis(800);

    private final Path home;
    private final Jobs jobs;
    private final boolean remembers;
    private final Consumer<Throwable> trouble;
    private final PauseTransition soon = new PauseTransition(MOMENT);
    private volatile Settings settings;

    /**
     * Settings that were read.
     *
     * @param remembers whether they are ever written
     * @param trouble told why they could not be
     */
    Memory(
            Settings settings,
            Path home,
            Jobs jobs,
            boolean remembers,
            Consumer<Throwable> trouble) {
        this.settings = settings;
        this.home = home;
        this.jobs = jobs;
        this.remembers = remembers;
        this.trouble = trouble;
        soon.setOnFinished(event -> write());
    }

    Settings settings() {
        return settings;
    }

    /** Takes in what a person chose; nothing is written where nothing changes. */
    void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            soon.playFromStart();
        }
    }

    /** Writes what has not been written yet, in the background. */
    void flush() {
        if (soon.getStatus() == Animation.Status.RUNNING) {
            soon.stop();
            write();
        }
    }

    /** Writes on this thread, whatever was written before; may be called from any. */
    synchronized void writeNow() throws IOException {
        if (remembers) {
            settings.write(home);
        }
    }

    private void write() {
        if (remembers) {
            jobs.start(
                    Brief.quiet("Saving settings"),
                    progress -> {
                        writeNow();
                        return settings;
                    },
                    done -> {},
                    trouble);
        }
    }
}
