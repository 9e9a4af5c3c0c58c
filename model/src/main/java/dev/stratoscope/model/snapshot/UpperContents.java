package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The bytes of an upper folder's files, and what was known of it when its layer was made. Safe for
 * use by many threads.
 */
final class UpperContents implements Contents {
    private final Path upper;
    private final Map<ByteString, Map<ByteString, Fact>> known;
    private final Map<ByteString, List<Entry.Extent>> hollow;

    UpperContents(
            Path upper,
            Map<ByteString, Map<ByteString, Fact>> known,
            Map<ByteString, List<Entry.Extent>> hollow) {
        this.upper = upper;
        this.known = known;
        this.hollow = hollow;
    }

    /** What was known. */
    Map<ByteString, Map<ByteString, Fact>> known() {
        return known;
    }

    @Override
    public InputStream open(Entry entry, long offset) throws IOException {
        // A hollow file whose holes nobody asks for is its pieces, one after another.
        List<Entry.Extent> pieces = entry.sparse() == null ? hollow.get(entry.path()) : null;
        if (pieces == null) {
            pieces = List.of(new Entry.Extent(0, entry.size()));
        }
        try (LiveDirectory root = LiveDirectory.open(upper);
                LiveDirectory folder = Way.open(root, Way.parent(entry.path()))) {
            return new PieceStream(folder.file(Way.name(entry.path()), false), pieces, offset);
        }
    }
}
