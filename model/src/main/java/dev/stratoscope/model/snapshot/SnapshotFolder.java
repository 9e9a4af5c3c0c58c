package dev.stratoscope.model.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where things lie. A layer is {@code layers/NAME} with its files in {@code fs} and its digest in
 * {@code id}; an active snapshot is {@code active/KEY}. Both are made in {@code new} and renamed
 * when they are whole, and renamed back there to be removed.
 *
 * @param root for nobody but the owner
 */
record SnapshotFolder(Path root) {
    /** What an image without layers lies on. */
    static final String EMPTY = "empty";

    /**
     * In an active snapshot, an empty folder with the attributes that the layers below give the
     * root; the root of an unpacked layer says nothing of them.
     */
    static final String BASE = "base";

    /** In an overlay snapshot, the folder of what was written. */
    static final String UPPER = "upper";

    /** In a journaled one, the folder of what was written. */
    static final String ASIDE = "aside";

    /** In an active snapshot, the file that names its codec; without it, it is overlayfs's. */
    static final String CODEC = "codec";

    private static final String OWNER_ONLY = "rwx------";
    private static final int TURNS = 64;

    Path layers() {
        return root.resolve("layers");
    }

    Path active() {
        return root.resolve("active");
    }

    Path fresh() {
        return root.resolve("new");
    }

    /** For short work: what is there and what is needed changes only under this. */
    Path turn() {
        return root.resolve("turns").resolve("all");
    }

    /** For whoever unpacks a layer; some layers share one. */
    Path layerTurn(String name) {
        return root.resolve("turns").resolve("layer" + Math.floorMod(name.hashCode(), TURNS));
    }

    /** For whoever makes an active snapshot; some keys share one. */
    Path keyTurn(String key) {
        return root.resolve("turns").resolve("key" + Math.floorMod(key.hashCode(), TURNS));
    }

    boolean exists() {
        return Files.isDirectory(root.resolve("turns"));
    }

    void create() throws IOException {
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        for (Path folder : List.of(root, layers(), active(), fresh(), root.resolve("turns"))) {
            if (!Files.isDirectory(folder)) {
                // Elsewhere the home is the user's own by where it lies.
                FileAttribute<?>[] attributes =
                        posix
                                ? new FileAttribute<?>[] {
                                    PosixFilePermissions.asFileAttribute(
                                            PosixFilePermissions.fromString(OWNER_ONLY))
                                }
                                : new FileAttribute<?>[0];
                Files.createDirectories(folder, attributes);
            }
        }
        Files.createDirectories(layers().resolve(EMPTY).resolve("fs"));
    }
}
