package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.image.ListedImage;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/**
 * An image of the store, with its documents read; it stays there until this is closed.
 *
 * @param image where it lies
 * @param listed what the store says of it
 * @param lease keeps it; null for a store that cannot be written to
 */
public record OpenedImage(StoredImage image, ListedImage listed, @Nullable Lease lease)
        implements Closeable {
    OpenedImage(Holding holding, @Nullable Lease lease) throws IOException {
        this(holding.documents(), holding.known(), lease);
    }

    @Override
    public void close() throws IOException {
        if (lease != null) {
            lease.close();
        }
    }
}
