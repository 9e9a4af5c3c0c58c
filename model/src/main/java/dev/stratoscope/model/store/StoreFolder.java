package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.LayerRecords;
import dev.stratoscope.model.image.Digest;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where things lie in the store.
 *
 * @param root the store's folder; it may not exist yet
 * @param records what is known of layers, which lies elsewhere
 */
record StoreFolder(Path root, LayerRecords records) {
    private static final String OWNER_ONLY = "rwx------";

    Path index() {
        return root.resolve("index.json");
    }

    Path mark() {
        return root.resolve("oci-layout");
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    Path blob(Digest digest) {
        return blobs().resolve(digest.algorithm()).resolve(digest.hex());
    }

    /** Files that are not finished; their names begin with the id of the lease of their writer. */
    Path ingest() {
        return root.resolve("ingest");
    }

    Path leases() {
        return root.resolve("leases");
    }

    /** What containers need, a file each. */
    Path holds() {
        return root.resolve("holds");
    }

    Path sizes() {
        return root.resolve("sizes");
    }

    Path lock() {
        return root.resolve("lock");
    }

    boolean exists() {
        return Files.isDirectory(root);
    }

    /** Makes the folders that are missing, for nobody but their owner, safely on disk. */
    void create() throws IOException {
        try {
            createAll();
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(e.getFile(), null, "is no folder, but has to be one");
        }
    }

    private void createAll() throws IOException {
        Path above = root.toAbsolutePath().normalize().getParent();
        if (above != null && !Files.isDirectory(above)) {
            Files.createDirectories(above);
            Durable.syncFolderOf(above);
        }
        for (Path folder :
                List.of(
                        root,
                        blobs(),
                        blobs().resolve("sha256"),
                        blobs().resolve("sha512"),
                        ingest(),
                        leases(),
                        holds(),
                        sizes())) {
            create(folder);
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY)));
        } else {
            Files.createDirectories(folder);
        }
        Durable.syncFolderOf(folder);
    }
}
