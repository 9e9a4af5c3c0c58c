package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a container lists: an image, or something kept beside images. Found from documents alone, no
 * layer was read.
 *
 * @param number its position in the container, from 0; attached ones count on their own
 * @param group equal for those that are one image for several platforms
 * @param manifest the manifest's descriptor; of a docker-archive, whose manifest has no blob, that
 *     of the config
 * @param id the image id as the manifest claims it; null where no manifest could be read
 * @param names the names the container gives it; may be empty
 * @param platform what it runs on; null where nothing is said or can be read
 * @param kind what it is
 * @param type an artifact's type or what an attestation states; empty for images
 * @param storedSize the bytes of its layers as the manifest claims them; -1 where that is unknown
 * @param problem why it cannot be opened, one line; null while nothing is known against it
 * @param attached attestations and other artifacts that say something of it
 */
public record ListedImage(
        int number,
        int group,
        Descriptor manifest,
        @Nullable Digest id,
        List<String> names,
        @Nullable Platform platform,
        Kind kind,
        String type,
        long storedSize,
        @Nullable String problem,
        List<ListedImage> attached) {

    /** What may be listed. */
    public enum Kind {
        /** Layers that make a root file system, with a config to run it. */
        IMAGE,
        /** Blobs of another purpose (image-spec, manifest.md, "Guidelines for Artifact Usage"). */
        ARTIFACT,
        /** Statements about an image, such as its provenance or its packages. */
        ATTESTATION
    }

    /** Copies the lists. */
    public ListedImage {
        names = List.copyOf(names);
        attached = List.copyOf(attached);
    }

    /** The word that chooses this one and no other among those of its container. */
    public String selector() {
        return "@" + manifest.digest();
    }

    /** The same with these attached. */
    public ListedImage with(List<ListedImage> others) {
        return copy(number, group, names, others);
    }

    /** The same under other names. */
    public ListedImage called(List<String> otherNames) {
        return copy(number, group, otherNames, attached);
    }

    /** The same in another place. */
    public ListedImage at(int otherNumber, int otherGroup) {
        return copy(otherNumber, otherGroup, names, attached);
    }

    private ListedImage copy(
            int newNumber, int newGroup, List<String> newNames, List<ListedImage> newAttached) {
        return new ListedImage(
                newNumber,
                newGroup,
                manifest,
                id,
                newNames,
                platform,
                kind,
                type,
                storedSize,
                problem,
                newAttached);
    }
}
