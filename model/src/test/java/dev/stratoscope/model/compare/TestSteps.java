package dev.stratoscope.model.compare;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Steps of an image made in code, the oldest first. */
final class TestSteps {
    private final List<Told> told = new ArrayList<>();

    private record Told(String createdBy, @Nullable String tar, @Nullable LayerIndex index) {}

    /** A step that makes no layer. */
    TestSteps empty(String createdBy) {
        told.add(new Told(createdBy, null, null));
        return this;
    }

    /** A step whose layer was not read; layers of the same name have the same diffID. */
    TestSteps layer(String createdBy, String tar) {
        told.add(new Told(createdBy, tar, null));
        return this;
    }

    /** A step with what its layer holds. */
    TestSteps layer(String createdBy, TestImage.Layer layer) throws IOException {
        String tar = new String(TestImage.tar(layer.items()), StandardCharsets.ISO_8859_1);
        told.add(new Told(createdBy, tar, layer.index()));
        return this;
    }

    List<ImageStep> list() {
        List<Digest> diffIds = new ArrayList<>();
        for (Told one : told) {
            if (one.tar != null) {
                diffIds.add(Digest.sha256(one.tar.getBytes(StandardCharsets.UTF_8)));
            }
        }
        List<Digest> chainIds = ChainId.of(diffIds);
        List<ImageStep> steps = new ArrayList<>();
        int layer = 0;
        for (Told one : told) {
            if (one.tar == null) {
                steps.add(new ImageStep(-1, one.createdBy, null, null, null));
            } else {
                Digest diffId = diffIds.get(layer);
                Digest chainId = chainIds.get(layer);
                steps.add(new ImageStep(layer++, one.createdBy, diffId, chainId, one.index));
            }
        }
        return steps;
    }
}
