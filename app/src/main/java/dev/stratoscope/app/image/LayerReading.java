package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
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
         * @param changes what it changes; null the first time, while that is not known
         * @param core its files by what they are; empty the first time
         */
        void read(LayerFacts layer, @Nullable ChangeCounts changes, List<Stratum> core);

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
                        jobs.show(() -> listener.read(layer, null, List.of()));
                    }

                    @Override
                    public void failed(int number, IOException reason) {
                        jobs.show(() -> listener.failed(number, reason));
                    }
                });
        List<ChangeCounts> counts = image.changeCounts(progress);
        for (int i = 0; i < counts.size(); i++) {
            ChangeCounts changes = counts.get(i);
            LayerFacts facts = image.layer(i, progress);
            List<Stratum> core = CoreSample.of(facts.index());
            jobs.show(() -> listener.read(facts, changes, core));
        }
    }
}
