package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import java.io.IOException;
import java.io.InputStream;

/** A blob of an artifact, shown as a layer of one file: its bytes are the file's bytes. */
final class BlobLayer extends MemberLayer {
    private final Descriptor blob;
    private final String fileName;

    /**
     * A blob as a file.
     *
     * @param member the member that holds it
     * @param fileName what the file is to be called
     */
    BlobLayer(Members members, String member, Descriptor blob, String fileName) throws IOException {
        super(members, member, blob);
        this.blob = blob;
        this.fileName = fileName;
    }

    @Override
    public Digest diffId() {
        return blob.digest();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        return source().open(offset);
    }

    @Override
    public ScannedLayer scan(Limits limits, Progress progress) throws IOException {
        checkedSource();
        ScannedLayer read = read(limits, progress);
        check("digest", blob.digest(), read.diffId());
        return read;
    }

    @Override
    public ScannedLayer read(Limits limits, Progress progress) throws IOException {
        ByteSource stored = source();
        Progress reading = progress.child("Reading " + location(), stored.size());
        Digest digest = hash(Digest.sha256(new byte[0]), stored.open(0), reading);
        boolean same = blob.digest().algorithm().equals(digest.algorithm());
        Digest own = same ? digest : hash(blob.digest(), stored.open(0), Progress.NONE);
        LayerIndexBuilder index = new LayerIndexBuilder(limits);
        index.add(
                ByteString.of(fileName),
                Attributes.file(stored.size()),
                0,
                stored.size() == 0 ? null : digest.hash(),
                null);
        return new ScannedLayer(
                new Descriptor(blob.mediaType(), own, stored.size()),
                own,
                index.build(stored.size()),
                null);
    }
}
