package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Manifest;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The blobs that entries of an index lead to. Not for several threads. */
final class Reach {
    private final BlobFolder blobs;
    private final Documents documents;
    private final Set<Digest> found = new HashSet<>();
    private boolean complete = true;

    Reach(BlobFolder blobs, Documents documents) {
        this.blobs = blobs;
        this.documents = documents;
    }

    /** Follows an entry. */
    void add(Descriptor entry) throws IOException {
        if (!found.add(entry.digest())) {
            return;
        }
        String item = blobs.item(entry.digest());
        try {
            byte[] bytes = blobs.document(entry);
            if (documents.parse(item, bytes).has("manifests")) {
                for (Descriptor nested : documents.index(item, bytes)) {
                    addNested(nested);
                }
                return;
            }
            Manifest manifest = documents.manifest(item, bytes);
            found.add(manifest.config().digest());
            manifest.layers().forEach(layer -> found.add(layer.digest()));
        } catch (ImageFormatException | LimitException e) {
            complete = false;
        }
    }

    /** An index may name manifests of platforms that nobody fetched. */
    private void addNested(Descriptor nested) throws IOException {
        if (blobs.size(nested.digest()) >= 0) {
            add(nested);
        }
    }

    /** The blobs, those that are missing too. */
    Set<Digest> found() {
        return found;
    }

    /** Whether every manifest could be read; else more blobs may be needed than were found. */
    boolean isComplete() {
        return complete;
    }
}
