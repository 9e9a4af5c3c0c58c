package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder with the blobs of an OCI image layout, whose index somebody else reads. */
public final class LayoutFolder {
    private LayoutFolder() {}

    /**
     * The images that some descriptors lead to; nothing else in the folder is read.
     *
     * @param entries of manifests or of indexes
     * @param records what is known of layers is found and kept there
     */
    public static ImageContainer open(
            Path folder,
            List<Descriptor> entries,
            Limits limits,
            LayerRecords records,
            Progress progress)
            throws IOException {
        return OciLayout.ofEntries(
                new FolderMembers(folder, records), entries, new Documents(limits), progress);
    }

    /**
     * One layer there, whose bytes were what they are called when they were put there, and that
     * nobody changes.
     *
     * @param blob what a manifest says of it
     * @param diffId what a config says of its tar
     */
    public static StoredLayer layer(
            Path folder, Descriptor blob, Digest diffId, LayerRecords records) throws IOException {
        return archiveLayer(folder, blob, diffId, records);
    }

    private static ArchiveLayer archiveLayer(
            Path folder, Descriptor blob, Digest diffId, LayerRecords records) throws IOException {
        return new ArchiveLayer(
                new FolderMembers(folder, records.ofUnchanging()),
                Blobs.inLayout(blob.digest()),
                blob,
                diffId);
    }

    /**
     * As {@link #layer}, of one that was just written there.
     *
     * @param written what is known of it, which is kept
     */
    public static StoredLayer written(
            Path folder, ScannedLayer written, Limits limits, LayerRecords records)
            throws IOException {
        ArchiveLayer layer = archiveLayer(folder, written.blob(), written.diffId(), records);
        layer.keep(written, limits);
        return layer;
    }

    /**
     * A tar in a folder, compressed or not, as a layer of which nothing is known yet: it is to be
     * {@link StoredLayer#read}.
     *
     * @param name the file's
     */
    public static StoredLayer tar(Path folder, String name) throws IOException {
        Digest unknown = Digest.sha256(new byte[0]);
        return new ArchiveLayer(new FolderMembers(folder, LayerRecords.NONE), name, null, unknown);
    }
}
