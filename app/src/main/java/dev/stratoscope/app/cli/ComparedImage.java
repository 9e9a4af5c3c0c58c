package dev.stratoscope.app.cli;

import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** One of two images that are compared, or one layer of it. What fails names it. */
final class ComparedImage implements AutoCloseable {
    private final String source;
    private final OpenImage image;
    private final @Nullable Integer layer;

    private ComparedImage(String source, OpenImage image, @Nullable Integer layer) {
        this.source = source;
        this.image = image;
        this.layer = layer;
    }

    /**
     * An image that is open.
     *
     * @param source the image as the user wrote it
     * @param layer the only layer that counts; null for all
     * @throws Failure.Refusal when there is no such layer; the image is closed then
     */
    static ComparedImage of(String source, OpenImage image, @Nullable Integer layer)
            throws IOException {
        try {
            return new ComparedImage(
                    source, image, layer == null ? null : Request.layer(layer, image));
        } catch (Failure.Refusal e) {
            image.close();
            throw e;
        }
    }

    String source() {
        return source;
    }

    boolean isLayer() {
        return layer != null;
    }

    ImageConfig config() {
        return image.image().config();
    }

    Side side(Progress progress) throws IOException {
        try {
            return layer == null ? image.side(progress) : image.side(layer, progress);
        } catch (IOException e) {
            throw new Failure.About(source, e);
        }
    }

    List<ImageStep> steps(Progress progress) throws IOException {
        try {
            return image.steps(progress);
        } catch (IOException e) {
            throw new Failure.About(source, e);
        }
    }

    /**
     * A file of it.
     *
     * @throws Failure.Refusal when there is no such file
     */
    FileReader.Found file(String path, Progress progress) throws IOException {
        try {
            return FileReader.of(image, new ImagePath(path), layer, progress);
        } catch (Failure.Refusal e) {
            throw e;
        } catch (IOException e) {
            throw new Failure.About(source, e);
        }
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
