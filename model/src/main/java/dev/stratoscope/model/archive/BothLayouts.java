package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    BothLayouts(DockerArchive docker, OciLayout oci) {
        this.docker = docker;
        this.oci = oci;
        Set<Integer> told = new HashSet<>();
        int groups = docker.images().size() + oci.images().size();
        for (ListedImage own : docker.images()) {
            ListedImage twin = twin(own, oci.images());
            if (twin == null) {
                images.add(own.at(images.size(), groups + own.group()));
            } else {
                told.add(twin.number());
                images.add(own.at(images.size(), twin.group()).with(twin.attached()));
            }
        }
        for (ListedImage other : oci.images()) {
            if (!told.contains(other.number())) {
                images.add(other.at(images.size(), other.group()));
            }
        }
    }

    @Override
    public List<ListedImage> images() {
        return List.copyOf(images);
    }

    @Override
    public StoredImage open(ListedImage listed, Progress progress) throws IOException {
        return docker.has(listed) ? docker.open(listed, progress) : oci.open(listed, progress);
    }

    private static @Nullable ListedImage twin(ListedImage own, List<ListedImage> others) {
        for (ListedImage other : others) {
            if (own.id() != null && own.id().equals(other.id())) {
                return other;
            }
        }
        return null;
    }
}
