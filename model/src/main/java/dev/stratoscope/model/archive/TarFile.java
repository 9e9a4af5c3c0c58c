package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tar file, compressed or not, of which it is not known yet whether its entries are images or
 * files. The first entry gives a guess, so that the file is mostly read once; a wrong guess costs a
 * second reading and nothing else.
 */
final class TarFile {
    private static final int HEAD = 64 * TarReader.BLOCK;
    private static final List<String> MARKS =
            List.of(DockerArchive.MANIFEST, OciLayout.INDEX, LegacyArchive.REPOSITORIES);
    private static final Pattern LIKE_IMAGES =
            Pattern.compile(
                    "(blobs|oci-layout|index\\.json|manifest\\.json|repositories|version)"
                            + "|(sha256:)?[0-9a-f]{64}(\\.json|\\.tar|\\.tar\\.gz)?");

    private final Path path;
    private final Limits limits;
    private final LayerRecords records;
    private final Compression compression;
    private final byte[] head;

    private TarFile(
            Path path, Limits limits, LayerRecords records, Compression compression, byte[] head) {
        this.path = path;
        this.limits = limits;
        this.records = records;
        this.compression = compression;
        this.head = head;
    }

    /**
     * Looks at a file's beginning.
     *
     * @throws ImageFormatException when it is no tar
     */
    static TarFile of(Path path, Limits limits, LayerRecords records) throws IOException {
        String item = path.getFileName() + "";
        FileSlice whole = new FileSlice(path, 0, Files.size(path));
        if (whole.size() == 0) {
            throw new ImageFormatException(item, "the file is empty");
        }
        byte[] stored = whole.head(HEAD);
        Compression compression = Compression.of(stored);
        byte[] head = stored;
        if (compression != Compression.NONE) {
            try {
                head = Compression.plainHead(whole, HEAD);
            } catch (IOException e) {
                throw new ImageFormatException(
                        item, "damaged " + compression.word() + " stream: " + e.getMessage(), e);
            }
        }
        if (!TarHeader.looksLikeTar(head) && !isEnd(head)) {
            throw new ImageFormatException(
                    item,
                    compression == Compression.NONE
                            ? "not an image: neither tar, gzip, zstd, bzip2 nor xz"
                            : "not an image: what is compressed in it is no tar");
        }
        return new TarFile(path, limits, records, compression, head);
    }

    /** Whether the first entry is called as those of image archives are. */
    boolean beginsLikeImages() {
        try {
            TarReader tar = new TarReader(new ByteArrayInputStream(head), limits, "");
            TarEntry first = tar.next();
            while (first != null && EntryPath.clean(first.path()).isEmpty()) {
                first = tar.next();
            }
            if (first == null) {
                return false;
            }
            String path = EntryPath.clean(first.path()).toString();
            int slash = path.indexOf('/');
            String top = slash < 0 ? path : path.substring(0, slash);
            return LIKE_IMAGES.matcher(top).matches();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether files are there that archives of images begin with. */
    static boolean mayHoldImages(LayerIndex index) {
        return MARKS.stream().anyMatch(mark -> index.find(ByteString.of(mark)) >= 0);
    }

    /** The entries as members of a container. */
    Members members(Progress progress) throws IOException {
        return compression == Compression.NONE
                ? TarMembers.list(path, limits, records, progress)
                : CompressedTarMembers.list(path, compression, limits, records, progress);
    }

    /** The entries as the files of a layer. */
    ScannedMember scan(Progress progress) throws IOException {
        FileMember file = new FileMember(path, records);
        return ScannedMember.scan(file, file.container(), null, limits, progress);
    }

    private static boolean isEnd(byte[] head) {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return head.length >= TarReader.BLOCK;
    }
}
