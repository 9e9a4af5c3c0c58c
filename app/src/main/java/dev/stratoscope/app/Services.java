package dev.stratoscope.app;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.window.MainWindow;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.image.Limits;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Everything the window is made of, wired by hand.
 *
 * @param engine the engine over the home directory
 * @param jobs runs work in the background
 * @param settings what was remembered
 */
record Services(Engine engine, Jobs jobs, Settings settings) {

    /** Services over a home directory; nothing is created in it before it is needed. */
    static Services over(Path home, Limits limits) {
        Engine engine = Engine.open(home, Clock.system(ZoneId.systemDefault()), limits);
        return new Services(engine, Jobs.onThreads(), Settings.read(home));
    }

    /**
     * A window; on the JavaFX thread.
     *
     * @param remembers whether what is opened in it is kept for the next start
     */
    MainWindow window(boolean remembers) {
        return new MainWindow(engine, jobs, settings, remembers, () -> SampleImage.make(engine));
    }
}
