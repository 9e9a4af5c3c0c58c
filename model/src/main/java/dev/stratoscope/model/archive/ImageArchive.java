package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens files and folders that hold images: what they are is told by what is in them, never by
 * their names.
 */
public final class ImageArchive {
    /** Which way of storing images to expect. */
    public enum Format {
        /** Whatever it turns out to be. */
        ANY("an image"),
        /** A {@code docker save} archive, or what it holds in a folder. */
        DOCKER_ARCHIVE("a docker-archive: no manifest.json is in it"),
        /** An OCI image layout in a folder. */
        OCI("an OCI layout: no index.json is in it"),
        /** An OCI image layout in a tar. */
        OCI_ARCHIVE("an OCI archive: no index.json is in it"),
        /** A folder as skopeo's {@code dir:} writes it. */
        DIRECTORY("a directory of skopeo's dir: no manifest.json with a schemaVersion is in it");

        private final String missing;

        Format(String missing) {
            this.missing = missing;
        }

        boolean isOci() {
            return this == OCI || this == OCI_ARCHIVE;
        }
    }

    private final String item;
    private final Format format;
    private final Documents documents;
    private final LayerRecords records;
    private final Progress progress;

    private ImageArchive(
            String item,
            Format format,
            Documents documents,
            LayerRecords records,
            Progress progress) {
        this.item = item;
        this.format = format;
        this.documents = documents;
        this.records = records;
        this.progress = progress;
    }

    /** As the other, with nothing known and nothing kept. */
    public static ImageContainer open(Path path, Format format, Limits limits, Progress progress)
            throws IOException {
        return open(path, format, limits, LayerRecords.NONE, progress);
    }

    /**
     * Finds out what a file or folder holds. Layers are not read, but those of a compressed archive
     * and the files of a tar that holds no image.
     *
     * @param format what to expect there
     * @param records what is known of layers is found and kept there
     * @throws ImageFormatException when there is nothing that could be shown as an image
     */
    public static ImageContainer open(
            Path path, Format format, Limits limits, LayerRecords records, Progress progress)
            throws IOException {
        if (!Files.exists(path)) {
            throw new ImageFormatException(path.toString(), "there is no such file");
        }
        Path name = path.toAbsolutePath().normalize().getFileName();
        ImageArchive archive =
                new ImageArchive(
                        name == null ? path.toString() : name.toString(),
                        format,
                        new Documents(limits),
                        records,
                        progress);
        return Files.isDirectory(path) ? archive.folder(path) : archive.file(path, limits);
    }

    private ImageContainer folder(Path path) throws IOException {
        if (format == Format.OCI_ARCHIVE) {
            throw new ImageFormatException(item, "is a folder, not an archive");
        }
        ImageContainer found = container(new FolderMembers(path, records), true);
        if (found == null) {
            throw new ImageFormatException(
                    item,
                    format == Format.ANY
                            ? "holds no image: neither index.json nor manifest.json is in the"
                                    + " folder"
                            : "is not " + format.missing);
        }
        return found;
    }

    private ImageContainer file(Path path, Limits limits) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ImageFormatException(path.toString(), "is neither a file nor a folder");
        }
        TarFile tar = TarFile.of(path, limits, records);
        if (format != Format.ANY) {
            ImageContainer found = container(tar.members(progress), true);
            if (found == null) {
                throw new ImageFormatException(item, "is not " + format.missing);
            }
            return found;
        }
        if (tar.beginsLikeImages()) {
            ImageContainer found = container(tar.members(progress), true);
            return found != null ? found : RootFileSystem.of(tar.scan(progress), documents);
        }
        ScannedMember scanned;
        try {
            scanned = tar.scan(progress);
        } catch (ImageFormatException e) {
            ImageContainer found = container(tar.members(progress), false);
            if (found == null) {
                throw e;
            }
            return found;
        }
        if (TarFile.mayHoldImages(scanned.scanned().index().sound())) {
            ImageContainer found = container(tar.members(progress), false);
            if (found != null) {
                return found;
            }
        }
        return RootFileSystem.of(scanned, documents);
    }

    /**
     * What the members make together; null when there is no sign of images.
     *
     * @param named whether files that are called like documents of images must be such documents;
     *     among the files of a root file system they may be anything
     */
    private @Nullable ImageContainer container(Members members, boolean named) throws IOException {
        JsonNode manifest = format.isOci() ? null : marker(members, DockerArchive.MANIFEST);
        boolean directory = manifest != null && manifest.has("schemaVersion");
        if (directory && (format == Format.ANY || format == Format.DIRECTORY)) {
            return OciLayout.ofDirectory(members, documents, progress);
        }
        if (format == Format.DIRECTORY) {
            return null;
        }
        boolean docker = manifest != null && !directory && (named || manifest.isArray());
        boolean oci = format != Format.DOCKER_ARCHIVE && isLayout(members, named);
        if (docker && oci) {
            return both(members);
        }
        if (docker) {
            return DockerArchive.of(members, documents, progress);
        }
        if (oci) {
            return OciLayout.of(members, documents, progress);
        }
        return !format.isOci() && LegacyArchive.isOne(members)
                ? LegacyArchive.of(members, documents, progress)
                : null;
    }

    /** Where one of two listings is damaged, the other still shows the images. */
    private ImageContainer both(Members members) throws IOException {
        DockerArchive docker;
        try {
            docker = DockerArchive.of(members, documents, progress);
        } catch (ImageFormatException e) {
            OciLayout oci = OciLayout.of(members, documents, progress);
            if (oci.images().isEmpty()) {
                throw e;
            }
            return oci;
        }
        try {
            return new BothLayouts(docker, OciLayout.of(members, documents, progress));
        } catch (ImageFormatException e) {
            if (docker.images().isEmpty()) {
                throw e;
            }
            return docker;
        }
    }

    private boolean isLayout(Members members, boolean named) throws IOException {
        if (named || members.find(OciLayout.MARK) != null) {
            return members.find(OciLayout.INDEX) != null;
        }
        JsonNode index = marker(members, OciLayout.INDEX);
        return index != null && index.has("manifests");
    }

    private @Nullable JsonNode marker(Members members, String name) throws IOException {
        return members.find(name) == null
                ? null
                : documents.parse(name, members.document(name, documents.limits()));
    }
}
