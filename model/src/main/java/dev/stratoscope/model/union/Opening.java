package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/** Opens regular files, and nothing but regular files. For whoever holds the lock. */
final class Opening {
    private final UnionFileSystem system;
    private final Layers layers;
    private final Changes changes;

    Opening(UnionFileSystem system, Layers layers, Changes changes) {
        this.system = system;
        this.layers = layers;
        this.changes = changes;
    }

    /**
     * @param mode the permissions of the file if it is made
     */
    UnionChannel open(UnionPath path, OpenFlags flags, int mode) throws IOException {
        if (flags.changes() && layers.isReadOnly()) {
            throw new ReadOnlyFileSystemException();
        }
        Spot spot = Walk.to(layers, path, flags.follow());
        Node node = spot.node();
        if (node == null) {
            if (!flags.create()) {
                throw new NoSuchFileException(path.toString());
            }
            node = make(spot, path, mode);
        } else {
            refuseOthers(node, path, flags);
        }
        if (flags.write() && node.said() == null) {
            node =
                    flags.truncate()
                            ? system.copyUp().withoutBytes(node)
                            : system.copyUp().node(node);
        }
        Upper.Bytes bytes =
                flags.write() ? layers.upper().open(node.path(), true) : layers.read(node);
        try {
            if (flags.truncate()) {
                bytes.resize(0);
            }
            if (flags.deleteOnClose()) {
                changes.delete(Walk.to(layers, path, false), path);
            }
            return system.opened(path, flags, bytes, node.said() != null);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private Node make(Spot spot, UnionPath path, int mode) throws IOException {
        Attributes fresh = changes.fresh(spot, EntryType.FILE, mode, ByteString.EMPTY);
        changes.makeFile(spot, path, fresh, InputStream.nullInputStream());
        Node made = layers.child(layers.again(spot.folder()), spot.name());
        if (made == null) {
            throw new NoSuchFileException(path.toString());
        }
        return made;
    }

    private void refuseOthers(Node node, UnionPath path, OpenFlags flags) throws IOException {
        if (flags.createNew()) {
            throw new FileAlreadyExistsException(path.toString());
        }
        switch (layers.type(node)) {
            case FILE -> {}
            case DIRECTORY -> throw Changes.refusal(path, "Is a directory");
            case SYMLINK -> throw Changes.refusal(path, "Too many levels of symbolic links");
            default -> throw Changes.refusal(path, "is no regular file, and is not opened");
        }
    }
}
