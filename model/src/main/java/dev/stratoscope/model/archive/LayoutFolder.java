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
     * One layer there.
     *
     * @param blob what a manifest says of it
     * @param diffId what a config says of its tar
     */
    public static StoredLayer layer(
            Path folder, Descriptor blob, Digest diffId, LayerRecords records) throws IOException {
        return new ArchiveLayer(
                new FolderMembers(folder, records), Blobs.inLayout(blob.digest()), blob, diffId);
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
