package dev.stratoscope.model;

import dev.stratoscope.model.build.ImageResolver;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * Finds the images that builds begin with: in the store, or in an archive, which is loaded. One for
 * another platform is taken, as BuildKit takes it: only a command in it needs the machine it is
 * for, and a check tells of it (InvalidBaseImagePlatform).
 */
final class BaseImages implements ImageResolver {
    private static final String ARCHIVES = "(?:oci|oci-archive|docker-archive|dir):.*";

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
        if (image.matches(ARCHIVES)) {
            ImageSource source = ImageSource.parse(image);
            List<KeptImage> loaded = engine.store().load(source, platform, progress);
            name = loaded.getFirst().manifest().toString();
        }
        try {
            return store.open(name);
        } catch (NoSuchImageException e) {
            throw new NoSuchImageException(
                    image,
                    "there is no such image in the store; load it first: stratoscope load FILE");
        }
    }

    @Override
    public @Nullable ImageConfig known(String image) {
        if (image.matches(ARCHIVES)) {
            return null;
        }
        try (OpenedImage opened = store.open(image)) {
            return opened.image().image().config();
        } catch (IOException e) {
            // The step that begins with it tells what is wrong.
            return null;
        }
    }
}
