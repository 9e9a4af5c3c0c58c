package dev.stratoscope.app.reading;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a tab opens and within which limits, as a person's answers change it. All but {@link #open}
 * belongs to the JavaFX thread.
 */
public final class Opening {
    private final @Nullable Platform platform;
    private volatile Engine engine;
    private volatile ImageSource source;
    private @Nullable OpenImage held;
    private boolean closed;

    /**
     * The opening of an image.
     *
     * @param platform what it should run on; null leaves the choice to the engine
     */
    public Opening(Engine engine, ImageSource source, @Nullable Platform platform) {
        this.engine = engine;
        this.source = source;
        this.platform = platform;
    }

    /** What is opened. */
    public ImageSource source() {
        return source;
    }

    /** What it should run on; null where that is left to the engine. */
    public @Nullable Platform platform() {
        return platform;
    }

    /** Whether it opens that for that platform. */
    public boolean isOf(ImageSource other, @Nullable Platform wanted) {
        return source.equals(other) && Objects.equals(platform, wanted);
    }

    /** Another image of the same container is meant. */
    public void choose(ListedImage listed, List<ListedImage> among) {
        source = source.choosing(listed, among);
    }

    /** Another try is to be made within a wider limit. */
    public void raise(LimitRaise raise) {
        engine = engine.with(raise.in(engine.limits()));
    }

    /**
     * Reads the documents of the image; on a background thread.
     *
     * @throws IOException when it cannot be opened, or it is not clear which of several is meant
     */
    public OpenImage open(Progress progress) throws IOException {
        OpenImage image = engine.open(source, platform, progress);
        take(image, progress);
        return image;
    }

    /**
     * Holds an image in place of the one before. What comes after the end, or after another try was
     * begun, whose image is held by now perhaps, is let go at once.
     */
    private synchronized void take(OpenImage image, Progress progress) throws IOException {
        try {
            progress.advance(0);
        } catch (IOException cancelled) {
            image.close();
            throw cancelled;
        }
        letGo();
        held = image;
        if (closed) {
            letGo();
        }
    }

    /** Lets go of the image, on a background thread; of one that is just being opened, too. */
    public synchronized void close() throws IOException {
        closed = true;
        letGo();
    }

    private synchronized void letGo() throws IOException {
        OpenImage image = held;
        held = null;
        if (image != null) {
            image.close();
        }
    }
}
