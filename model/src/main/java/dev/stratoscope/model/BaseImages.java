package dev.stratoscope.model;

import dev.stratoscope.model.build.ImageResolver;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.List;

/** Finds the images that builds begin with: in the store, or in an archive, which is loaded. */
final class BaseImages implements ImageResolver {
    private final Engine engine;
    private final Store store;

    BaseImages(Engine engine, Store store) {
        this.engine = engine;
        this.store = store;
    }

    @Override
    public OpenedImage resolve(String image, Platform platform, Progress progress)
            throws IOException {
        String name = image;
        if (image.matches("(?:oci|oci-archive|docker-archive|dir):.*")) {
            ImageSource source = ImageSource.parse(image);
            List<KeptImage> loaded = engine.store().load(source, platform, progress);
            name = loaded.getFirst().manifest().toString();
        }
        OpenedImage opened;
        try {
            opened = store.open(name);
        } catch (NoSuchImageException e) {
            throw new NoSuchImageException(
                    image,
                    "there is no such image in the store; load it first: stratoscope load FILE");
        }
        Platform own = opened.image().image().config().platform();
        if (!platform.accepts(own)) {
            opened.close();
            throw new NoSuchImageException(image, "is for " + own + ", not for " + platform);
        }
        return opened;
    }
}
