package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes an image that has another one's layers and perhaps one more. */
final class Adding {
    private Adding() {}

    /**
     * Makes it and lists it.
     *
     * @param base whose layers are there already
     * @param name taken from whatever image had it; null leaves the new one without
     */
    static KeptImage run(
            Making making,
            Limits limits,
            OpenedImage base,
            Addition addition,
            @Nullable Reference name,
            Progress progress)
            throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        for (StoredLayer layer : base.image().layers()) {
            Descriptor claimed = layer.descriptor();
            layers.add(claimed == null ? layer.scan(limits, progress).blob() : claimed);
        }
        List<Making.Made> sizes = new ArrayList<>(sizes(making, limits, base, layers, progress));
        Digest diffId = Digest.sha256(new byte[0]);
        if (addition.hasLayer()) {
            Making.Made added = making.layer(addition::writeLayer, progress).made();
            diffId = added.diffId();
            layers.add(added.blob());
            sizes.add(added);
        }
        Descriptor manifest = making.image(addition.config(diffId), layers, progress);
        progress.advance(0);
        return making.list(manifest, sizes, name == null ? List.of() : List.of(name));
    }

    private static List<Making.Made> sizes(
            Making making,
            Limits limits,
            OpenedImage base,
            List<Descriptor> blobs,
            Progress progress)
            throws IOException {
        List<StoredLayer> layers = base.image().layers();
        Digest manifest = base.image().image().manifest().digest();
        List<LayerSizes> known = making.known(manifest, layers.size());
        if (known == null) {
            known = Catalogue.read(layers, limits, progress);
        }
        List<Making.Made> sizes = new ArrayList<>();
        for (int i = 0; i < blobs.size(); i++) {
            LayerSizes one = known.get(i);
            sizes.add(
                    new Making.Made(
                            blobs.get(i), layers.get(i).diffId(), one.content(), one.tar()));
        }
        return sizes;
    }
}
