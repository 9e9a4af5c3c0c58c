package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.CoreSample;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Reads the layers of an image in the background and tells of them on the JavaFX thread. */
final class LayerReading {
    private final JobScope jobs;
    private final OpenImage image;
    private final Listener listener;

    /** Hears of layers in whatever order they come, on the JavaFX thread. */
    interface Listener {
        /**
         * A layer was read.
         *
         * @param changes what it changes; null while that is not known, and where a layer below
         *     cannot be read
         * @param core its files by what they are; null the first time, when there is more to come
         */
        void read(LayerFacts layer, @Nullable ChangeCounts changes, @Nullable List<Stratum> core);

        /** A layer is missing or damaged, or met a limit. */
        void failed(int number, IOException reason);
    }

    LayerReading(JobScope jobs, OpenImage image, Listener listener) {
        this.jobs = jobs;
        this.image = image;
        this.listener = listener;
    }

    /**
     * Reads every layer, then what each changes, as far up as that can be told.
     *
     * @throws IOException when cancelled
     */
    void run(Progress progress) throws IOException {
        image.readAll(
                progress,
                new OpenImage.LayerListener() {
                    @Override
                    public void read(LayerFacts layer) {
                        jobs.show(() -> listener.read(layer, null, null));
                    }

                    @Override
                    public void failed(int number, IOException reason) {
                        jobs.show(() -> listener.failed(number, reason));
                    }
                });
        List<ChangeCounts> counts = image.changeCounts(progress);
        for (int i = 0; i < image.layerCount(); i++) {
            ChangeCounts changes = i < counts.size() ? counts.get(i) : null;
            LayerFacts facts = readable(i, progress);
            if (facts != null) {
                List<Stratum> core = CoreSample.of(facts.index());
                jobs.show(() -> listener.read(facts, changes, core));
            }
        }
    }

    /** A layer that was read; null of one that was told to have failed. */
    private @Nullable LayerFacts readable(int number, Progress progress) throws IOException {
        try {
            return image.layer(number, progress);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }
}
