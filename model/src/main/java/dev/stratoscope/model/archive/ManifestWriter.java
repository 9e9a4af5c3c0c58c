package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.MediaType;

import java.io.IOException;
import java.util.List;

/** Writes manifests for images that come without. The same image always gives the same bytes. */
public final class ManifestWriter {
    private ManifestWriter() {}

    /** An OCI image manifest. */
    public static byte[] bytes(Descriptor config, List<Descriptor> layers) throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MediaType.OCI_MANIFEST.value());
        manifest.set("config", json(config));
        var list = manifest.putArray("layers");
        layers.forEach(layer -> list.add(json(layer)));
        return new JsonMapper().writeValueAsBytes(manifest);
    }

    /** A descriptor's type, digest and size. */
    static ObjectNode json(Descriptor descriptor) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", descriptor.mediaType().value())
                .put("digest", descriptor.digest().toString())
                .put("size", descriptor.size());
    }
}
