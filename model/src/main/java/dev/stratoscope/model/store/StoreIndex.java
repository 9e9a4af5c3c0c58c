package dev.stratoscope.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names of a store and what they lead to. Immutable. What other programs wrote there is kept as
 * it is.
 */
final class StoreIndex {
    private static final String MANIFESTS = "manifests";

    private final ObjectNode root;
    private final List<IndexEntry> entries;

    private StoreIndex(ObjectNode root, List<IndexEntry> entries) {
        this.root = root;
        this.entries = List.copyOf(entries);
    }

    /** The index of an empty store. */
    static StoreIndex empty() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", 2);
        root.put("mediaType", MediaType.OCI_INDEX.value());
        return new StoreIndex(root, List.of());
    }

    /**
     * Reads a store's index; of a store that is not there yet it is empty.
     *
     * @throws ImageFormatException when it is damaged; the message says what to do
     */
    static StoreIndex read(Path file, Documents documents) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(documents.limits().documentBytes() + 1);
        } catch (NoSuchFileException e) {
            return empty();
        }
        try {
            List<Descriptor> descriptors = documents.index(file.toString(), bytes);
            ObjectNode root = (ObjectNode) documents.parse(file.toString(), bytes);
            List<IndexEntry> entries = new ArrayList<>();
            JsonNode nodes = root.path(MANIFESTS);
            for (int i = 0; i < descriptors.size(); i++) {
                entries.add(new IndexEntry((ObjectNode) nodes.get(i), descriptors.get(i)));
            }
            return new StoreIndex(root, entries);
        } catch (ImageFormatException | LimitException e) {
            throw new ImageFormatException(
                    file.toString(),
                    reason(e, file)
                            + "; put a good copy back, or move it away and load the images again",
                    e);
        }
    }

    /** What is said of the file, which is named before it. */
    private static String reason(IOException e, Path file) {
        String message = String.valueOf(e.getMessage());
        for (String known : List.of(file + ": ", file + " ")) {
            if (message.startsWith(known)) {
                return message.substring(known.length());
            }
        }
        return message;
    }

    /** One for each name of each image, in the order they came. */
    List<IndexEntry> entries() {
        return entries;
    }

    /** Whether an image is listed, under whatever name. */
    boolean has(Digest manifest) {
        return entries.stream().anyMatch(one -> one.descriptor().digest().equals(manifest));
    }

    /** Whether an image has a name, be it one that we could not read. */
    boolean isNamed(Digest manifest) {
        return entries.stream()
                .anyMatch(one -> one.isNamed() && one.descriptor().digest().equals(manifest));
    }

    /** The entry of a name; null when there is none. */
    @Nullable IndexEntry find(Reference name) {
        for (IndexEntry one : entries) {
            if (name.equals(one.name())) {
                return one;
            }
        }
        return null;
    }

    /** The names of an image, sorted. */
    List<Reference> names(Digest manifest) {
        List<Reference> names = new ArrayList<>();
        for (IndexEntry one : entries) {
            Reference name = one.name();
            if (name != null
                    && one.descriptor().digest().equals(manifest)
                    && !names.contains(name)) {
                names.add(name);
            }
        }
        names.sort((a, b) -> a.toString().compareTo(b.toString()));
        return names;
    }

    /** The same with an image that may have no name. */
    StoreIndex with(Descriptor image) {
        return has(image.digest()) ? this : adding(image, null);
    }

    /** The same with a name that means this image, whatever it meant before. */
    StoreIndex with(Descriptor image, Reference name) {
        IndexEntry before = find(name);
        if (before != null && before.descriptor().digest().equals(image.digest())) {
            return this;
        }
        return without(name)
                .keeping(one -> one.isNamed() || !one.descriptor().digest().equals(image.digest()))
                .adding(image, name);
    }

    /** The same without a name; its image stays, without a name if that was its last. */
    StoreIndex without(Reference name) {
        IndexEntry before = find(name);
        if (before == null) {
            return this;
        }
        return keeping(one -> !name.equals(one.name())).with(before.target());
    }

    /** The same without an image, whatever its names. */
    StoreIndex without(Digest manifest) {
        return keeping(one -> !one.descriptor().digest().equals(manifest));
    }

    /** The same with those entries that hold. */
    StoreIndex keeping(Predicate<IndexEntry> condition) {
        return new StoreIndex(root, entries.stream().filter(condition).toList());
    }

    private StoreIndex adding(Descriptor image, @Nullable Reference name) {
        List<IndexEntry> more = new ArrayList<>(entries);
        more.add(IndexEntry.of(JsonNodeFactory.instance.objectNode(), image, name));
        return new StoreIndex(root, more);
    }

    /** The document. */
    byte[] bytes() throws IOException {
        ObjectNode written = root.deepCopy();
        ArrayNode list = written.putArray(MANIFESTS);
        entries.forEach(one -> list.add(one.json()));
        return new JsonMapper().writeValueAsBytes(written);
    }
}
