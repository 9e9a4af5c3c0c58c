package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens files and folders that hold images: what they are is told by what is in them, never by
 * their names.
 */
public final class ImageArchive {
    private ImageArchive() {}

    /** Which way of storing images to expect. */
    public enum Format {
        /** Whatever it turns out to be. */
        ANY,
        /** A {@code docker save} archive. */
        DOCKER_ARCHIVE,
        /** An OCI image layout in a folder. */
        OCI,
        /** An OCI image layout in a tar. */
        OCI_ARCHIVE
    }

    /**
     * Finds the one image that is meant. Documents are verified, layers are not read (but those of
     * a compressed archive).
     *
     * @param path a file or folder
     * @param format what to expect there
     * @param name one of the names the archive gives its images; null where there is only one to
     *     choose
     * @param platform what it should run on; null chooses this machine's where there are several
     * @throws ImageFormatException when there is no image, or several and no choice between them
     */
    public static Image open(
            Path path,
            Format format,
            @Nullable String name,
            @Nullable Platform platform,
            Limits limits,
            Progress progress)
            throws IOException {
        Documents documents = new Documents(limits);
        String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        if (!Files.exists(path)) {
            throw new ImageFormatException(path.toString(), "there is no such file");
        }
        boolean folder = Files.isDirectory(path);
        Members members = folder ? folder(path, file, format) : tar(path, limits, progress);
        // A docker manifest names files freely, so it is only believed where names cannot leave an
        // archive.
        boolean docker = !folder && members.find(DockerArchive.MANIFEST) != null;
        boolean oci = members.find(OciLayout.INDEX) != null;
        ImageChoice choice = new ImageChoice(file, name, platform);
        if (docker && format != Format.OCI_ARCHIVE && format != Format.OCI) {
            List<Image> images = DockerArchive.images(members, documents);
            boolean fits =
                    platform == null
                            || images.stream()
                                    .anyMatch(image -> platform.accepts(image.config().platform()));
            if (fits || !oci || format == Format.DOCKER_ARCHIVE) {
                return choice.ofDocker(images);
            }
        }
        if (oci && format != Format.DOCKER_ARCHIVE) {
            OciLayout.Candidate chosen = choice.ofOci(OciLayout.candidates(members, documents));
            return choice.checked(OciLayout.image(members, documents, chosen));
        }
        List<String> wanted = new ArrayList<>();
        if (format == Format.ANY || format == Format.DOCKER_ARCHIVE) {
            wanted.add(DockerArchive.MANIFEST);
        }
        if (format != Format.DOCKER_ARCHIVE) {
            wanted.add(OciLayout.INDEX);
        }
        throw new ImageFormatException(
                file, "holds no image: " + String.join(" or ", wanted) + " is not in it");
    }

    private static Members folder(Path path, String file, Format format)
            throws ImageFormatException {
        if (format == Format.DOCKER_ARCHIVE || format == Format.OCI_ARCHIVE) {
            throw new ImageFormatException(file, "is a folder, not an archive");
        }
        if (!Files.exists(path.resolve(OciLayout.INDEX))) {
            throw new ImageFormatException(
                    file, "is no OCI layout: " + OciLayout.INDEX + " is not in the folder");
        }
        return new FolderMembers(path);
    }

    private static Members tar(Path path, Limits limits, Progress progress) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ImageFormatException(path.toString(), "is neither a file nor a folder");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(TarReader.BLOCK);
        }
        Compression compression = Compression.of(head);
        if (compression != Compression.NONE) {
            return CompressedTarMembers.list(path, compression, limits, progress);
        }
        if (!TarHeader.looksLikeTar(head)) {
            throw new ImageFormatException(
                    path.getFileName() + "",
                    head.length == 0
                            ? "the file is empty"
                            : "not an image: neither tar, gzip nor zstd");
        }
        return TarMembers.list(path, limits, progress);
    }
}
