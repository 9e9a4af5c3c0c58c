package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A stage after one of its steps. Immutable.
 *
 * @param layers bottom first
 * @param document the image's config so far, all of it (image-spec, config.md), {@code rootfs} and
 *     {@code history} included; not changed by anybody
 */
record StageState(List<StackLayer> layers, ObjectNode document) {
    /** Copies the list. */
    StageState {
        layers = List.copyOf(layers);
    }
}
