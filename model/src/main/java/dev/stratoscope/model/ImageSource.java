package dev.stratoscope.model;

import dev.stratoscope.model.archive.ImageArchive;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where an image is: {@code P[:REF]}, or with one of skopeo's transports {@code
 * docker-archive:P[:REF]}, {@code oci:P[:REF]}, {@code oci-archive:P[:REF]}, {@code dir:P[:REF]}; or
 * in the local store: {@code store:IMAGE}, or just IMAGE where no file is called like that.
 * REF is a name the container gives the image, {@code @N} its number there from 0, or {@code
 * @sha256:...} its manifest's digest or its id.
 */
public final class ImageSource {
    private static final Map<String, ImageArchive.Format> TRANSPORTS =
            Map.of(
                    "docker-archive", ImageArchive.Format.DOCKER_ARCHIVE,
                    "oci", ImageArchive.Format.OCI,
                    "oci-archive", ImageArchive.Format.OCI_ARCHIVE,
                    "dir", ImageArchive.Format.DIRECTORY);

    private static final String STORE = "store:";

    /** What the beginning of an id looks like. */
    private static final Pattern ID = Pattern.compile("(?:sha256:)?[0-9a-f]{4,64}");

    private final Path path;
    private final ImageArchive.Format format;
    private final @Nullable String name;
    private final @Nullable String image;
    private final boolean mayBeFile;
    private final @Nullable Descriptor built;
    private final String title;

    private ImageSource(Path path, ImageArchive.Format format, @Nullable String name) {
        this.path = path;
        this.format = format;
        this.name = name;
        this.image = null;
        this.mayBeFile = true;
        this.built = null;
        this.title = "";
    }

    private ImageSource(String image, boolean mayBeFile) {
        this.path = Path.of("");
        this.format = ImageArchive.Format.ANY;
        this.name = null;
        this.image = image;
        this.mayBeFile = mayBeFile;
        this.built = null;
        this.title = image;
    }

    private ImageSource(Descriptor built, String title) {
        this.path = Path.of("");
        this.format = ImageArchive.Format.ANY;
        this.name = null;
        this.image = built.digest().toString();
        this.mayBeFile = false;
        this.built = built;
        this.title = title;
    }

    /** A file or folder, whatever it holds. */
    public static ImageSource of(Path path) {
        return new ImageSource(path, ImageArchive.Format.ANY, null);
    }

    /**
     * An image of the local store.
     *
     * @param image a reference or an id
     */
    public static ImageSource stored(String image) {
        return new ImageSource(image, false);
    }

    /**
     * What a step of a build made, which the store does not list.
     *
     * @param built as {@link dev.stratoscope.model.build.StepResult#image}
     * @param title what it is called for a person
     */
    public static ImageSource built(Descriptor built, String title) {
        return new ImageSource(built, title);
    }

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException when it cannot be a path
     */
    public static ImageSource parse(String text) {
        int colon = text.indexOf(':');
        ImageArchive.Format format = colon < 0 ? null : TRANSPORTS.get(text.substring(0, colon));
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty name is no source");
        }
        if (text.startsWith("docker://") || text.startsWith("docker-daemon:")) {
            throw new IllegalArgumentException(
                    "registries and engines cannot be read yet, only files and folders");
        }
        if (text.startsWith(STORE) && !exists(text)) {
            if (text.length() == STORE.length()) {
                throw new IllegalArgumentException("\"" + text + "\" names no image");
            }
            return stored(text.substring(STORE.length()));
        }
        try {
            String rest = format == null ? text : text.substring(colon + 1);
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("\"" + text + "\" names no file");
            }
            ImageArchive.Format known = format == null ? ImageArchive.Format.ANY : format;
            int end = rest.length();
            while (end > 0 && !exists(rest.substring(0, end))) {
                end = rest.lastIndexOf(':', end - 1);
            }
            if (end <= 0 && mayBeStored(text)) {
                return new ImageSource(text, true);
            }
            if (end <= 0 || end == rest.length()) {
                return new ImageSource(Path.of(rest), known, null);
            }
            if (end + 1 == rest.length()) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" names no image after its last colon");
            }
            return new ImageSource(Path.of(rest.substring(0, end)), known, rest.substring(end + 1));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a path", e);
        }
    }

    /** Whether it could be the name or the id of an image. */
    private static boolean mayBeStored(String text) {
        if (ID.matcher(text).matches()) {
            return true;
        }
        try {
            Reference.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it is there; what a system does not take for a path is not. */
    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The same file or folder, and what it lists there: by a name where that alone tells, else by
     * digest.
     *
     * @param all what the container lists
     */
    public ImageSource choosing(ListedImage listed, List<ListedImage> all) {
        if (image != null) {
            return this;
        }
        for (String own : listed.names()) {
            long same = all.stream().filter(one -> one.names().contains(own)).count();
            if (same == 1 && all.contains(listed) && !own.startsWith("@")) {
                return new ImageSource(path, format, own);
            }
        }
        return new ImageSource(path, format, listed.selector());
    }

    /** What is meant of several things there; null where nothing is said. */
    public @Nullable String name() {
        return name;
    }

    /**
     * The file or folder.
     *
     * @throws IllegalStateException when it is an image of the local store
     */
    public Path path() {
        if (image != null) {
            throw new IllegalStateException(image + " is in the store, not in a file");
        }
        return path;
    }

    /** The name or id of an image of the local store; null where a file or folder is meant. */
    public @Nullable String image() {
        return image;
    }

    /** The image that a step of a build made; null where something else is meant. */
    public @Nullable Descriptor built() {
        return built;
    }

    /** Whether it was written so that it could have been the name of a file. */
    boolean mayBeFile() {
        return mayBeFile;
    }

    /** A short name for a person: the image's in the store, or the last part of the path. */
    public String fileName() {
        if (image != null) {
            return title;
        }
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    ImageArchive.Format format() {
        return format;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageSource that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** What {@link #parse} reads back as an equal source, with the whole path. */
    @Override
    public String toString() {
        if (image != null) {
            return STORE + image;
        }
        String whole = path.toAbsolutePath().normalize().toString();
        String transport =
                TRANSPORTS.entrySet().stream()
                        .filter(entry -> entry.getValue() == format)
                        .map(entry -> entry.getKey() + ":")
                        .findFirst()
                        .orElse("");
        return transport + whole + (name == null ? "" : ":" + name);
    }
}
