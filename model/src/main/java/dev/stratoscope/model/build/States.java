package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.model.archive.ManifestWriter;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.MediaType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states that steps came to, by the manifests they would have as images: nothing is written
 * before somebody opens one. Safe for use by many threads.
 */
final class States {
    private final Map<Descriptor, StageState> known = new ConcurrentHashMap<>();

    /** Remembers one. */
    Descriptor keep(StageState state) throws IOException {
        Descriptor manifest = Descriptor.of(MediaType.OCI_MANIFEST, manifest(state));
        known.putIfAbsent(manifest, state);
        return manifest;
    }

    /** The state of a manifest; null when it is not remembered. */
    @Nullable StageState find(Descriptor manifest) {
        return known.get(manifest);
    }

    /** The bytes of its config. */
    static byte[] config(StageState state) throws IOException {
        return new JsonMapper().writeValueAsBytes(state.document());
    }

    /** The descriptors of its layers. */
    static List<Descriptor> layers(StageState state) {
        return state.layers().stream().map(StackLayer::blob).toList();
    }

    private static byte[] manifest(StageState state) throws IOException {
        return ManifestWriter.bytes(
                Descriptor.of(MediaType.OCI_CONFIG, config(state)), layers(state));
    }
}
