package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides which images may go, by docker's rules. Not for several threads. */
final class Deletion {
    private final StoreIndex index;
    private final Set<String> open = new HashSet<>();

    /** The names of the containers of images, by the images' manifests. */
    private final Map<String, Set<String>> containers = new HashMap<>();

    private final List<Reference> untagged = new ArrayList<>();

    Deletion(StoreIndex index, List<Leases.State> leases) {
        this.index = index;
        for (Leases.State lease : leases) {
            if (lease.isOfContainer()) {
                for (String manifest : lease.values(LeaseLine.Kind.OPENS)) {
                    containers
                            .computeIfAbsent(manifest, _ -> new TreeSet<>())
                            .addAll(lease.values(LeaseLine.Kind.CONTAINER));
                }
            } else if (lease.alive()) {
                open.addAll(lease.values(LeaseLine.Kind.OPENS));
            }
        }
    }

    /** The names that were taken away. */
    List<Reference> untagged() {
        return List.copyOf(untagged);
    }

    /**
     * The index without an image.
     *
     * @param text what the user wrote
     * @throws ImageFormatException when it is in use, also by a container unless forced, or an id
     *     has several names
     */
    StoreIndex of(String text, Finder.Found found, boolean force) throws ImageFormatException {
        List<Reference> names = new ArrayList<>();
        StoreIndex rest = index;
        for (Descriptor image : found.images()) {
            if (isOpen(image.digest())) {
                throw new ImageFormatException(
                        text, "is in use: it is open in this program or another; close it first");
            }
            refuseForContainers(text, image.digest(), force);
            names.addAll(index.names(image.digest()));
            rest = rest.without(image.digest());
        }
        if (names.size() > 1 && found.name() == null && !force) {
            throw new ImageFormatException(
                    text,
                    "has several names: "
                            + String.join(", ", names.stream().map(Reference::familiar).toList())
                            + "; remove those, or force");
        }
        untagged.addAll(names);
        return rest;
    }

    /** By force the image is no longer listed; its blobs stay as long as its containers. */
    private void refuseForContainers(String text, Digest manifest, boolean force)
            throws ImageFormatException {
        Set<String> users = containers.getOrDefault(manifest.toString(), Set.of());
        if (!users.isEmpty() && !force) {
            boolean one = users.size() == 1;
            throw new ImageFormatException(
                    text,
                    (one ? "is used by the container " : "is used by the containers ")
                            + String.join(", ", users)
                            + (one ? "; remove it first, or force" : "; remove them, or force"));
        }
    }

    /** The index without the images that have no name, are not open, and have no container. */
    StoreIndex dangling() {
        return index.keeping(
                one ->
                        one.isNamed()
                                || isOpen(one.descriptor().digest())
                                || containers.containsKey(one.descriptor().digest().toString()));
    }

    private boolean isOpen(Digest manifest) {
        return open.contains(manifest.toString());
    }
}
