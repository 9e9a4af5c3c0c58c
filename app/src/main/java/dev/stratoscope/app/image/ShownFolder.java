package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

/** Shows a folder with the desktop's own program for folders. */
final class ShownFolder {
    private final JobScope jobs;

    ShownFolder(JobScope jobs) {
        this.jobs = jobs;
    }

    /** Whether there is a desktop that can; asked in the background, since it takes its time. */
    static boolean isPossible() {
        return !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.OPEN);
    }

    void show(Path folder) {
        jobs.start(
                "Opening " + folder,
                progress -> {
                    Desktop.getDesktop().open(folder.toFile());
                    return folder;
                },
                shown -> {},
                failure -> {
                    // The desktop tells itself what it cannot open.
                });
    }
}
