package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A tar that holds no image but files, as {@code docker export} writes it, or one layer's tar:
 * shown as an image of one layer. Its config is made of nothing but the layer, so that the same
 * files always have the same id.
 */
final class RootFileSystem implements ImageContainer {
    private final ScannedMember scanned;
    private final ImageConfig config;
    private final ListedImage listed;

    private RootFileSystem(ScannedMember scanned, ImageConfig config) {
        this.scanned = scanned;
        this.config = config;
        this.listed =
                new ListedImage(
                        0,
                        0,
                        Descriptor.of(MediaType.OCI_CONFIG, config.bytes()),
                        config.id(),
                        List.of(),
                        null,
                        Kind.IMAGE,
                        "",
                        scanned.layer().storedSize(),
                        null,
                        List.of());
    }

    static RootFileSystem of(ScannedMember scanned, Documents documents) throws IOException {
        String config =
                "{\"config\":{},\"history\":[{\"comment\":\"Imported from a tar\"}],"
                        + "\"rootfs\":{\"diff_ids\":[\""
                        + scanned.layer().diffId()
                        + "\"],\"type\":\"layers\"}}";
        return new RootFileSystem(
                scanned,
                ImageConfig.parse("config", config.getBytes(StandardCharsets.UTF_8), documents));
    }

    @Override
    public List<ListedImage> images() {
        return List.of(listed);
    }

    @Override
    public boolean holdsImages() {
        return false;
    }

    @Override
    public StoredImage open(ListedImage image, Progress progress) {
        return StoredImage.of(image, config, List.of(scanned.layer()), List.of());
    }
}
