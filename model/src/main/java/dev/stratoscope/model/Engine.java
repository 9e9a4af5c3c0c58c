package dev.stratoscope.model;

import dev.stratoscope.model.archive.ImageArchive;
import dev.stratoscope.model.archive.ImageChoice;
import dev.stratoscope.model.archive.ImageContainer;
import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.build.BuildHome;
import dev.stratoscope.model.build.BuildRun;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.KeptContainers;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;

/** The engine over one home directory. Safe for use by many threads. */
public final class Engine implements AutoCloseable {
    private final Path home;
    private final Clock clock;
    private final Limits limits;
    private final Indexes indexes;
    private @Nullable Builds builds;
    private final @Nullable Codec codec;

    private Engine(Path home, Clock clock, Limits limits, boolean relies, @Nullable Codec codec) {
        this.codec = codec;
        this.indexes = new Indexes(home.resolve("indexes"), clock, relies);
        this.home = home;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * An engine that keeps its things below {@code home}; nothing is created before it is needed.
     *
     * @param clock tells the time for ages and new images
     */
    public static Engine open(Path home, Clock clock) {
        return open(home, clock, Limits.DEFAULT);
    }

    /** As the other, with limits of one's own. */
    public static Engine open(Path home, Clock clock, Limits limits) {
        return new Engine(home, clock, limits, true, null);
    }

    /** What it accepts of input. */
    public Limits limits() {
        return limits;
    }

    /** An engine over the same home that accepts more, or less; this one stays as it is. */
    public Engine with(Limits others) {
        return new Engine(home, clock, others, true, codec);
    }

    /**
     * An engine over the same home that relies on nothing it knows of layers from before: bytes
     * that went bad on a disk without anybody writing them are found by reading only.
     */
    public Engine readingAnew() {
        return new Engine(home, clock, limits, false, codec);
    }

    /** An engine over the same home whose containers have writable layers of a form of choice. */
    Engine with(Codec form) {
        return new Engine(home, clock, limits, true, form);
    }

    /** The folder that the engine keeps its things in; it may not exist yet. */
    public Path home() {
        return home;
    }

    /** The clock the engine was given. */
    public Clock clock() {
        return clock;
    }

    /**
     * Opens an image where it lies. Nothing is copied, and layers are not read before they are
     * asked for, except in a compressed archive, which can only be read from end to end, and where
     * no document names layers by their content: root file systems, artifacts, and images from
     * before docker had manifests.
     *
     * @param platform what it should run on; null chooses this machine's where there are several
     * @throws IOException when there is no image or its documents are damaged
     */
    public OpenImage open(ImageSource source, @Nullable Platform platform, Progress progress)
            throws IOException {
        if (source.built() != null) {
            return builtImage(source.built());
        }
        if (source.image() != null) {
            return stored(source, source.image(), platform);
        }
        ImageContainer container = archive(source, progress);
        ImageChoice choice = new ImageChoice(source.fileName(), source.name(), platform);
        ListedImage chosen = choice.of(container.images());
        StoredImage image = container.open(chosen, progress);
        Platform own = image.image().config().platform();
        if (platform != null && chosen.platform() == null && !platform.accepts(own)) {
            throw new ImageFormatException(
                    source.fileName(), "holds no image for " + platform + ", only for " + own);
        }
        return new OpenImage(image, chosen, container.images(), limits, indexes, () -> {});
    }

    private OpenImage builtImage(Descriptor built) throws IOException {
        try {
            return builds().image(built);
        } catch (NoSuchFileException e) {
            if (!Files.exists(home.resolve("store"))) {
                throw e;
            }
            return kept(built, e);
        }
    }

    /** What a step made that only the store remembers, else why it is known no more. */
    private OpenImage kept(Descriptor built, NoSuchFileException unknown) throws IOException {
        try {
            return opened(stored().leased(built));
        } catch (IOException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private OpenImage stored(ImageSource source, String image, @Nullable Platform platform)
            throws IOException {
        OpenImage opened;
        try {
            opened = store().open(image);
        } catch (NoSuchImageException e) {
            throw source.mayBeFile()
                    ? new NoSuchImageException(
                            image, "there is no such file, and no such image in the store")
                    : e;
        }
        Platform own = opened.image().config().platform();
        if (platform != null && !platform.accepts(own)) {
            opened.close();
            throw new ImageFormatException(
                    image, "holds no image for " + platform + ", only for " + own);
        }
        return opened;
    }

    /**
     * What a file or folder holds, in its own order; layers are not read, except in a compressed
     * archive.
     *
     * @throws IOException when it holds nothing that could be opened
     */
    public List<ListedImage> images(ImageSource source, Progress progress) throws IOException {
        if (source.image() != null) {
            try (OpenImage opened = stored(source, source.image(), null)) {
                return opened.siblings();
            }
        }
        return archive(source, progress).images();
    }

    private ImageContainer archive(ImageSource source, Progress progress) throws IOException {
        return ImageArchive.open(
                source.path(), source.format(), limits, indexes.records(), progress);
    }

    /**
     * Writes a draft as an archive that docker, podman and skopeo also read, unless the very file
     * is there already. The same draft always gives the same bytes; the file appears whole or not
     * at all.
     *
     * @param fileName the file's name below {@code home/drafts}
     * @return the file
     */
    public Path write(ImageDraft draft, String fileName) throws IOException {
        Path folder = Files.createDirectories(home.resolve("drafts"));
        Path file = folder.resolve(fileName);
        Path fresh = Files.createTempFile(folder, fileName, ".part");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                DraftWriter.write(draft, out);
            }
            if (Files.exists(file) && Files.mismatch(file, fresh) < 0) {
                return file;
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The images of the local store; it is created when the first is loaded. */
    public ImageStore store() {
        return new ImageStore(home.resolve("store"), limits, indexes);
    }

    /** The builds of this home. */
    public synchronized Builds builds() {
        Builds known = builds;
        if (known == null) {
            KeptContainers containers = kept();
            BuildHome parts =
                    new BuildHome(
                            home.resolve("build"),
                            stored(),
                            containers.steps(),
                            new BaseImages(this, stored()),
                            limits,
                            clock);
            known = new Builds(new BuildRun(parts), containers, this);
            builds = known;
        }
        return known;
    }

    private Store stored() {
        return new Store(home.resolve("store"), limits, indexes.records());
    }

    /**
     * The image that a container was made of, also where the store does not list it any more.
     *
     * @throws IOException when the container's record or the image cannot be read
     */
    public OpenImage imageOf(Container container) throws IOException {
        Descriptor image = container.image();
        return image == null
                ? store().open(container.imageId().toString())
                : opened(stored().leased(image));
    }

    /** An image of the store, open until it is closed. */
    OpenImage opened(OpenedImage image) {
        return new OpenImage(
                image.image(), image.listed(), List.of(image.listed()), limits, indexes, image);
    }

    /** The containers of this home. */
    public Containers containers() {
        return kept();
    }

    private KeptContainers kept() {
        return new KeptContainers(
                home,
                stored(),
                limits,
                clock,
                codec == null ? Codec.here() : codec,
                System::getenv);
    }

    /** Lets go of what the engine holds. */
    @Override
    public void close() {}
}
