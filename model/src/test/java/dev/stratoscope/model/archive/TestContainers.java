package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the one image of a file, as the engine does. */
final class TestContainers {
    private TestContainers() {}

    static StoredImage open(Path file, Limits limits) throws IOException {
        ImageContainer container =
                ImageArchive.open(file, ImageArchive.Format.ANY, limits, Progress.NONE);
        return container.open(
                new ImageChoice("file", null, null).of(container.images()), Progress.NONE);
    }
}
