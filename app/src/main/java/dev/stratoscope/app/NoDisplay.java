package dev.stratoscope.app;

import dev.stratoscope.app.cli.LayersListing;
import dev.stratoscope.app.cli.TreeListing;
import dev.stratoscope.app.cli.WindowOptions;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the program does instead of opening a window where there is no display: it prints, and
 * writes a picture.
 */
final class NoDisplay {
    private final Services services;
    private final PrintStream out;
    private final PrintStream err;

    NoDisplay(Services services, PrintStream out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    int show(@Nullable String given, WindowOptions options) throws IOException {
        ImageSource source =
                given == null ? SampleImage.make(services.engine()) : ImageSource.parse(given);
        try (OpenImage image = services.engine().open(source, options.platform(), Progress.NONE)) {
            err.println(
                    "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so here is"
                            + " what the window would show.");
            out.println();
            new LayersListing(image, Progress.NONE).write(out, false);
            out.println();
            TreeListing.View whole = TreeListing.View.upTo(image.layerCount() - 1);
            new TreeListing(image, whole, false, Progress.NONE)
                    .writeText(out, services.engine().clock().getZone());
        }
        out.println();
        out.flush();
        Path folder = Files.createDirectories(services.engine().home().resolve("pictures"));
        Path file = folder.resolve(source.fileName().replaceAll("[^\\w.-]", "_") + ".png");
        App.takePicture(services, source, file, options);
        out.println("A picture of the window: " + file);
        return 0;
    }
}
