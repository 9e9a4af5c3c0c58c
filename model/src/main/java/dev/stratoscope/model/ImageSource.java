package dev.stratoscope.model;

import dev.stratoscope.model.archive.ImageArchive;
import dev.stratoscope.model.image.ListedImage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where an image is: {@code P[:REF]}, or with one of skopeo's transports {@code
 * docker-archive:P[:REF]}, {@code oci:P[:REF]}, {@code oci-archive:P[:REF]}, {@code dir:P[:REF]}.
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

    private final Path path;
    private final ImageArchive.Format format;
    private final @Nullable String name;

    private ImageSource(Path path, ImageArchive.Format format, @Nullable String name) {
        this.path = path;
        this.format = format;
        this.name = name;
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
        return new ImageSource(Path.of(image), ImageArchive.Format.ANY, null);
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

    /** The file or folder. */
    public Path path() {
        return path;
    }

    /** The last part of the path, for messages. */
    String fileName() {
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
