package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An archive that is a docker-archive and an OCI layout at once, as Docker 25 and the containerd
 * store write it. Docker's manifest counts for the images it has; the index adds what only it
 * knows: platforms, other platforms' images, attestations.
 */
final class BothLayouts implements ImageContainer {
    private final DockerArchive docker;
    private final OciLayout oci;
    private final List<ListedImage> images = new ArrayList<>();

    /** What docker's manifest calls the first of {@code images}. */
    private final List<ListedImage> ofDocker;

    BothLayouts(DockerArchive docker, OciLayout oci) {
        this.docker = docker;
        this.oci = oci;
        this.ofDocker = docker.images();
        Map<Digest, List<ListedImage>> byId = new HashMap<>();
        for (ListedImage other : oci.images()) {
            Digest id = other.id();
            if (id != null) {
                byId.computeIfAbsent(id, absent -> new ArrayList<>()).add(other);
            }
        }
        Set<Digest> told = new HashSet<>();
        int groups = oci.images().size();
        for (ListedImage own : ofDocker) {
            Digest id = own.id();
            List<ListedImage> twins = id == null ? List.of() : byId.getOrDefault(id, List.of());
            if (id != null) {
                told.add(id);
            }
            int group = twins.isEmpty() ? groups + own.group() : twins.getFirst().group();
            images.add(own.at(images.size(), group).with(attached(twins)));
        }
        for (ListedImage other : oci.images()) {
            Digest id = other.id();
            if (id == null || !told.contains(id)) {
                images.add(other.at(images.size(), other.group()));
            }
        }
    }

    /** The index has an image once for each of its names. */
    private static List<ListedImage> attached(List<ListedImage> twins) {
        Map<Digest, ListedImage> all = new LinkedHashMap<>();
        for (ListedImage twin : twins) {
            twin.attached().forEach(one -> all.putIfAbsent(one.manifest().digest(), one));
        }
        return List.copyOf(all.values());
    }

    @Override
    public List<ListedImage> images() {
        return List.copyOf(images);
    }

    @Override
    public StoredImage open(ListedImage listed, Progress progress) throws IOException {
        int number = listed.number();
        boolean own = number < ofDocker.size() && images.get(number).equals(listed);
        return own ? docker.open(listed, progress) : oci.open(listed, progress);
    }

    /** The index has manifests, docker's listing has none. */
    @Override
    public OriginalImage original(ListedImage listed, Progress progress) throws IOException {
        for (ListedImage twin : oci.images()) {
            if (twin.problem() == null
                    && twin.kind() == listed.kind()
                    && Objects.equals(twin.id(), listed.id())) {
                return oci.original(twin, progress);
            }
        }
        return new OriginalImage(open(listed, progress), null);
    }
}
