package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.archive.LayerContents;
import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.snapshot.Lower;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The image that a container is made of, with its layers' indexes. Immutable.
 *
 * @param opened where it lies
 * @param stack its layers, bottom first
 */
record BaseImage(OpenedImage opened, List<Lower> stack) {
    /** Reads what was not read before of the layers. */
    static BaseImage of(OpenedImage opened, Limits limits, Progress progress) throws IOException {
        List<Callable<ScannedLayer>> parts = new ArrayList<>();
        for (StoredLayer layer : opened.image().layers()) {
            parts.add(() -> layer.scan(limits, progress));
        }
        List<ScannedLayer> scanned = Fan.out(parts);
        List<Digest> chainIds = ChainId.of(scanned.stream().map(ScannedLayer::diffId).toList());
        List<Lower> stack = new ArrayList<>();
        for (int i = 0; i < scanned.size(); i++) {
            ScannedLayer layer = scanned.get(i);
            stack.add(new Lower(layer.diffId(), chainIds.get(i), layer.index().sound()));
        }
        return new BaseImage(opened, List.copyOf(stack));
    }

    /** Its config. */
    ImageConfig config() {
        return opened.image().image().config();
    }

    /** The config's document. */
    JsonNode document(Limits limits) throws IOException {
        return new Documents(limits).parse("config of the image", config().bytes());
    }

    /** The indexes of its layers, bottom first. */
    List<LayerIndex> indexes() {
        return stack.stream().map(Lower::index).toList();
    }

    /** The bytes of its files. */
    Contents contents() {
        return new LayerContents(opened.image().layers());
    }

    /** It as one of two sides to compare. */
    Side side() {
        return new Side(indexes(), stack.stream().map(Lower::diffId).toList(), 0);
    }
}
