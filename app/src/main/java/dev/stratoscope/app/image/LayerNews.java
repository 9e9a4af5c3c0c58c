package dev.stratoscope.app.image;

import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Takes in the layers of one try to open an image; another try may have begun meanwhile. On the
 * JavaFX thread.
 */
final class LayerNews implements LayerReading.Listener {
    private final ReadImage image;
    private final ShownTree tree;
    private final ImageBody body;
    private final FailureBanners failures;
    private final BooleanSupplier wanted;

    /**
     * The news of a try.
     *
     * @param wanted whether it is still the one that is shown
     */
    LayerNews(
            ReadImage image,
            ShownTree tree,
            ImageBody body,
            FailureBanners failures,
            BooleanSupplier wanted) {
        this.image = image;
        this.tree = tree;
        this.body = body;
        this.failures = failures;
        this.wanted = wanted;
    }

    @Override
    public void read(
            LayerFacts layer, @Nullable ChangeCounts changes, @Nullable List<Stratum> core) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        boolean waitedFor = tree.waitsFor(image, layer.number());
        int step = image.read(layer, changes, core);
        body.showStep(step, image.steps().get(step));
        if (waitedFor && image.layers().fromBottom().size() > layer.number()) {
            tree.show(image);
        }
    }

    @Override
    public void failed(int number, IOException reason) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        int step = image.failed(number, reason);
        body.showStep(step, image.steps().get(step));
        failures.add(number, reason);
    }
}
