package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.ListedImage;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/**
 * An image of the store, with its documents read; it stays there until this is closed.
 *
 * @param image where it lies
 * @param listed what the store says of it
 * @param entry what leads to it, for {@link Holds#hold}
 * @param lease keeps it; null where it could not be written
 */
public record OpenedImage(
        StoredImage image, ListedImage listed, Descriptor entry, @Nullable Lease lease)
        implements Closeable {
    OpenedImage(Holding holding, @Nullable Lease lease) throws IOException {
        this(holding.documents(), holding.known(), holding.entry(), lease);
    }

    @Override
    public void close() throws IOException {
        if (lease != null) {
            lease.close();
        }
    }
}
