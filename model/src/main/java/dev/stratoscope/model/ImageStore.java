package dev.stratoscope.model;

import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The images of the local store, an OCI image layout below the engine's home. Safe for use by many
 * threads and by several processes at once.
 */
public final class ImageStore {
    private final Store store;
    private final Limits limits;
    private final Indexes indexes;

    /**
     * A store.
     *
     * @param root its folder, which is made when the first image is loaded
     * @param indexes what is known of layers
     */
    ImageStore(Path root, Limits limits, Indexes indexes) {
        this.indexes = indexes;
        this.store = new Store(root, limits, indexes.records());
        this.limits = limits;
    }

    /** What is there now. */
    public StoreContents contents() throws IOException {
        return store.contents();
    }

    /**
     * The image that a name or an id means.
     *
     * @param image a reference, or an id of at least four hex digits, with or without {@code
     *     sha256:}
     * @throws IOException when there is no such image, or an id means several
     */
    public KeptImage find(String image) throws IOException {
        return store.find(image);
    }

    /**
     * Copies images into the store, their blobs as they are; a blob that is there already is not
     * copied. All claims are checked first, and nothing is listed before all of it is safely on
     * disk.
     *
     * @param source a container, and perhaps which of its images; else all of them
     * @param platform which one to take where there are several; null chooses this machine's
     * @return the images as they are in the store now
     */
    public List<KeptImage> load(ImageSource source, @Nullable Platform platform, Progress progress)
            throws IOException {
        return store.load(
                Arrivals.of(source, platform, limits, indexes.records(), progress), progress);
    }

    /**
     * Writes images to a file or folder. The same images always give the same bytes; the file
     * appears whole or not at all.
     *
     * @param images references or ids
     * @param file a file that is replaced, or for {@link SaveFormat#OCI_LAYOUT} a folder
     */
    public void save(List<String> images, SaveFormat format, Path file, Progress progress)
            throws IOException {
        store.save(images, format, file, progress);
    }

    /**
     * Gives an image one more name; the name is taken from whatever image had it.
     *
     * @param image a reference or an id
     */
    public KeptImage tag(String image, Reference name) throws IOException {
        return store.tag(image, name);
    }

    /**
     * Takes a name away, and with its last name the image; an id takes the image with all its
     * names.
     *
     * @param force whether an id may take an image of several names
     */
    public Removal remove(String image, boolean force) throws IOException {
        return store.remove(image, force);
    }

    /**
     * Takes one of several names away; the image stays.
     *
     * @throws IOException when it is no name, or the only one of its image
     */
    public void untag(Reference name) throws IOException {
        store.untag(name);
    }

    /**
     * Removes the images without names, what crashed programs left, and blobs and indexes that
     * nobody needs. What is in use stays.
     */
    public Removal prune(Progress progress) throws IOException {
        progress.advance(0);
        Removal removal = store.prune();
        long freed = removal.freed() + indexes.prune(store.contents().images());
        return new Removal(removal.untagged(), removal.deleted(), freed);
    }

    /** An image of the store where it lies; it stays there until it is closed. */
    OpenImage open(String image) throws IOException {
        OpenedImage opened = store.open(image);
        return new OpenImage(
                opened.image(), opened.listed(), List.of(opened.listed()), limits, indexes, opened);
    }
}
