package dev.stratoscope.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One entry of the index: an image under one of its names.
 *
 * @param json as it stands there; never changed
 * @param descriptor what it says
 */
record IndexEntry(ObjectNode json, Descriptor descriptor) {
    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String FULL_NAME = "io.containerd.image.name";

    /** An entry for an image under a name, or under none. */
    static IndexEntry of(ObjectNode json, Descriptor image, @Nullable Reference name) {
        json.put("mediaType", image.mediaType().value());
        json.put("digest", image.digest().toString());
        json.put("size", image.size());
        if (name != null) {
            json.putObject("annotations")
                    .put(FULL_NAME, name.toString())
                    .put(REF_NAME, name.toString());
        }
        return new IndexEntry(
                json, new Descriptor(image.mediaType(), image.digest(), image.size()));
    }

    /** Whether it has a name at all, be it one that we could read. */
    boolean isNamed() {
        return text() != null;
    }

    /** Its name, with tag; null where it has none or not one that a reference can be. */
    @Nullable Reference name() {
        String text = text();
        try {
            return text == null ? null : Reference.parse(text).withDefaultTag();
        } catch (IllegalArgumentException e) {
            // Another program named it by its own rules.
            return null;
        }
    }

    private @Nullable String text() {
        for (String key : List.of(FULL_NAME, REF_NAME)) {
            String value = json.path("annotations").path(key).textValue();
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** What it leads to is an index of several platforms' images. */
    boolean isIndex() {
        return descriptor.mediaType().isIndex();
    }

    /** The descriptor alone, of a type that can be told. */
    Descriptor target() {
        MediaType type = descriptor.mediaType();
        return new Descriptor(type, descriptor.digest(), descriptor.size());
    }
}
