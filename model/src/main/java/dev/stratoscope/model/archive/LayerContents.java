package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The bytes of an image's files, straight from its layers where they lie. */
public final class LayerContents implements Contents {
    private final List<StoredLayer> layers;

    /**
     * The contents of one image.
     *
     * @param layers bottom first
     */
    public LayerContents(List<StoredLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    @Override
    public InputStream open(Entry entry, long offset) throws IOException {
        if (offset < 0 || offset > entry.size()) {
            throw new IllegalArgumentException("offset " + offset + " is not in the file");
        }
        if (entry.size() == offset) {
            return InputStream.nullInputStream();
        }
        StoredLayer layer = layers.get(entry.layer());
        List<Entry.Extent> sparse = entry.sparse();
        if (sparse != null) {
            long stored = sparse.stream().mapToLong(Entry.Extent::length).sum();
            long passed = SparseStream.storedBefore(sparse, offset);
            InputStream pieces =
                    new BoundedStream(
                            layer.open(entry.offset() + passed), stored - passed, layer.location());
            return new SparseStream(pieces, sparse, entry.size(), offset);
        }
        return new BoundedStream(
                layer.open(entry.offset() + offset), entry.size() - offset, layer.location());
    }

    @Override
    public Forward forward() {
        return new ForwardContents(layers);
    }
}
