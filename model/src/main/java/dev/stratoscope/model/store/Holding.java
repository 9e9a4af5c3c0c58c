package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.ImageChoice;
import dev.stratoscope.model.archive.ImageContainer;
import dev.stratoscope.model.archive.LayoutFolder;
import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/**
 * An image of the store with its documents read.
 *
 * @param entry what the index says of it
 * @param names its names, sorted
 * @param listed the manifest it leads to; null where it cannot be read
 * @param image the documents; null where they cannot be read
 * @param problem why not; null where they can
 */
record Holding(
        Descriptor entry,
        List<Reference> names,
        @Nullable ListedImage listed,
        @Nullable StoredImage image,
        @Nullable IOException problem) {

    /** Reads the documents of one image and of no other. */
    static Holding read(StoreFolder folder, Descriptor entry, List<Reference> names, Limits limits)
            throws IOException {
        try {
            ImageContainer container =
                    LayoutFolder.open(
                            folder.root(), List.of(entry), limits, folder.records(), Progress.NONE);
            String item = names.isEmpty() ? entry.digest().toString() : names.getFirst().familiar();
            ListedImage chosen = new ImageChoice(item, null, null).of(container.images());
            ListedImage listed =
                    chosen.called(names.stream().map(Reference::familiar).toList())
                            .at(chosen.number(), chosen.group());
            return new Holding(entry, names, listed, container.open(listed, Progress.NONE), null);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Holding(entry, names, null, null, e);
        }
    }

    /** The image id; of an image that cannot be read its manifest's digest. */
    Digest id() {
        return image == null ? entry.digest() : image.image().id();
    }

    /** Whether its documents could be read and all its layers are there. */
    boolean isWhole() {
        return image != null && image.layers().stream().noneMatch(StoredLayer::isMissing);
    }

    /** The documents. */
    StoredImage documents() throws IOException {
        if (image == null) {
            throw problem == null ? new IOException(id() + " cannot be read") : problem;
        }
        return image;
    }

    /** What the store says of it. */
    ListedImage known() throws IOException {
        if (listed == null) {
            throw problem == null ? new IOException(id() + " cannot be read") : problem;
        }
        return listed;
    }
}
