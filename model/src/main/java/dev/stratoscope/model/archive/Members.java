package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What is inside an outer container. Safe for use by many threads. */
interface Members {
    /** The container's name, for messages. */
    String container();

    /**
     * A member's bytes.
     *
     * @param name its path in the container
     * @return null when there is no such member
     * @throws IOException when the member is there but may not be read
     */
    @Nullable ByteSource find(String name) throws IOException;

    /** The names of all members, links and folders included, in no order. */
    List<String> names() throws IOException;

    /**
     * The bytes of a JSON document.
     *
     * @throws ImageFormatException when there is no such member
     * @throws LimitException when it is longer than documents may be
     */
    default byte[] document(String name, Limits limits) throws IOException {
        ByteSource source = find(name);
        if (source == null) {
            throw new ImageFormatException(name, "is missing from " + container());
        }
        if (source.size() > limits.documentBytes()) {
            throw new LimitException(name, "documentBytes", limits.documentBytes());
        }
        try (InputStream in = source.open(0)) {
            return in.readAllBytes();
        }
    }

    /** What earlier passes over members as layers found. */
    default LayerRecords records() {
        return LayerRecords.NONE;
    }

    /** What an earlier pass over this member as a layer found; null when there was none. */
    default @Nullable ScannedLayer scanned(String name) throws IOException {
        return null;
    }

    /** Lets go of what is only kept to read members quickly; they can still be read. */
    default void release() {}
}
