package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A layer nobody told the digests of, so that it was read before it could be named.
 *
 * @param layer the layer; it is not read again to be indexed
 * @param scanned what was found
 */
record ScannedMember(StoredLayer layer, ScannedLayer scanned) {

    /**
     * Reads a member as a layer.
     *
     * @param claimed what a manifest says of the stored bytes, not checked here; null where none
     *     says anything
     */
    static ScannedMember scan(
            Members members,
            String member,
            @Nullable Descriptor claimed,
            Limits limits,
            Progress progress)
            throws IOException {
        ByteSource source = members.find(member);
        if (source == null) {
            throw new ImageFormatException(member, "is missing from " + members.container());
        }
        Stamp stamp = members.records().stamp(source);
        ScannedLayer known = members.scanned(member);
        ScannedLayer scanned = known == null ? members.records().find(stamp, limits) : known;
        if (scanned == null) {
            Progress reading = progress.child("Indexing " + member, source.size());
            try (InputStream in = source.open(0)) {
                ScannedLayer read = LayerScan.scan(member, in, limits, reading);
                scanned = members.records().keep(stamp, source, read, limits);
            }
        }
        One one = new One(members.container(), member, source, scanned, members.records());
        return new ScannedMember(new ArchiveLayer(one, member, claimed, scanned.diffId()), scanned);
    }

    /** One member with what is known of it. */
    private record One(
            String container,
            String name,
            ByteSource source,
            ScannedLayer found,
            LayerRecords records)
            implements Members {
        @Override
        public @Nullable ByteSource find(String wanted) {
            return wanted.equals(name) ? source : null;
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public @Nullable ScannedLayer scanned(String wanted) {
            return wanted.equals(name) ? found : null;
        }
    }
}
