package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;

import java.io.IOException;
import java.util.function.Function;

/**
 * Blobs named by their digests. A document is verified before anybody sees it: size first, then
 * digest.
 *
 * @param members where they lie
 * @param documents reads them
 * @param place the name of a blob's member
 * @param manifestPlace the name of a manifest's member
 */
record Blobs(
        Members members,
        Documents documents,
        Function<Digest, String> place,
        Function<Digest, String> manifestPlace) {

    /** The blobs of an OCI image layout. */
    static Blobs ofLayout(Members members, Documents documents) {
        return new Blobs(members, documents, Blobs::inLayout, Blobs::inLayout);
    }

    /** The blobs of skopeo's {@code dir:}. */
    static Blobs ofDirectory(Members members, Documents documents) {
        return new Blobs(
                members, documents, Digest::hex, digest -> digest.hex() + ".manifest.json");
    }

    /** The same where the only manifest lies under a name of its own. */
    static Blobs ofDirectory(Members members, Documents documents, Digest manifest) {
        return new Blobs(
                members,
                documents,
                Digest::hex,
                digest -> digest.equals(manifest) ? DockerArchive.MANIFEST : digest.hex());
    }

    /** The place of a blob in a layout (image-spec, image-layout.md). */
    static String inLayout(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    String placeOf(Descriptor blob) {
        return place.apply(blob.digest());
    }

    /** A manifest's or an index's bytes. */
    byte[] manifest(Descriptor descriptor) throws IOException {
        return verified(manifestPlace.apply(descriptor.digest()), descriptor);
    }

    /** Another document's bytes. */
    byte[] document(Descriptor descriptor) throws IOException {
        return verified(placeOf(descriptor), descriptor);
    }

    private byte[] verified(String item, Descriptor descriptor) throws IOException {
        ByteSource source = members.find(item);
        if (source != null && source.size() != descriptor.size()) {
            throw new ImageFormatException(
                    item, source.size() + " bytes long, not " + descriptor.size());
        }
        byte[] bytes = members.document(item, documents.limits());
        Digest actual = descriptor.digest().withHash(descriptor.digest().newHasher().digest(bytes));
        if (!actual.equals(descriptor.digest())) {
            throw new DigestMismatchException(item, "digest", descriptor.digest(), actual);
        }
        return bytes;
    }
}
