package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.NewFile;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An upper folder in overlayfs's form, while it is not mounted. Things are made aside and moved to
 * their names when they are whole. Attributes are set one after another, so that of {@link #set} a
 * killed program may leave a part.
 */
final class OverlayUpper implements Upper {
    private final Stage stage;
    private final LiveDirectory root;
    private boolean hasOrigins = true;

    private OverlayUpper(Stage stage, LiveDirectory root) {
        this.stage = stage;
        this.root = root;
    }

    /** That of an active snapshot. */
    static OverlayUpper open(Path snapshot) throws IOException {
        LiveDirectory root = LiveDirectory.open(snapshot.resolve("upper"));
        try {
            return new OverlayUpper(Stage.open(snapshot), root);
        } catch (IOException | RuntimeException e) {
            root.close();
            throw e;
        }
    }

    private interface Making {
        void make(LiveDirectory folder, ByteString name) throws IOException;
    }

    private LiveDirectory around(ByteString path) throws IOException {
        return Way.open(root, Way.parent(path));
    }

    private static Kind kind(LiveDirectory folder, ByteString name) throws IOException {
        return Kind.of(folder.stat(name));
    }

    @Override
    public @Nullable Said say(ByteString path) throws IOException {
        if (path.isEmpty()) {
            return said(root.stat(), ByteString.EMPTY, root.xattrs());
        }
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            Stat stat = folder.stat(name);
            Kind kind = Kind.of(stat);
            if (stat == null || kind == Kind.NOTHING) {
                return null;
            }
            if (kind == Kind.WHITEOUT) {
                return new Said(null, false, stat.inode(), 1);
            }
            boolean isLink = stat.type() == EntryType.SYMLINK;
            ByteString link = isLink ? folder.readLink(name) : ByteString.EMPTY;
            return said(stat, link, folder.xattrs(name));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        }
    }

    private static Said said(Stat stat, ByteString link, Map<ByteString, ByteString> xattrs) {
        Attributes attributes =
                dev.stratoscope.model.snapshot.Said.attributes(stat, link, Marks.strip(xattrs));
        boolean isFolder = stat.isDirectory();
        return new Said(
                attributes,
                isFolder && Marks.isOpaque(xattrs),
                stat.inode(),
                isFolder ? 1 : stat.names());
    }

    @Override
    public List<ByteString> names(ByteString path) throws IOException {
        try (LiveDirectory folder = Way.open(root, path)) {
            List<ByteString> names = new ArrayList<>();
            for (ByteString name : folder.names()) {
                if (kind(folder, name) != Kind.NOTHING) {
                    names.add(name);
                }
            }
            return names;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** To be called before something below is seen again. */
    private void uncover() throws IOException {
        if (hasOrigins) {
            Origins.forget(root);
            hasOrigins = false;
        }
    }

    /** Makes something aside and gives it its name when it is whole. */
    private void make(ByteString path, Making making) throws IOException {
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            Kind there = kind(folder, name);
            if (there == Kind.FOLDER || there == Kind.FILE) {
                throw new FileAlreadyExistsException(folder.shown(name));
            }
            ByteString staged = stage.free();
            try {
                making.make(stage.folder(), staged);
                stage.place(staged, folder, name, there);
            } catch (IOException | RuntimeException e) {
                stage.clear(staged);
                throw e;
            }
        }
    }

    @Override
    public void makeDirectory(ByteString path, Attributes attributes, boolean opaque)
            throws IOException {
        make(
                path,
                (folder, name) -> {
                    folder.makeDirectory(name, 0700);
                    if (opaque) {
                        folder.xattr(name, Marks.OPAQUE, Marks.YES);
                    }
                    Setting.set(folder, name, own(attributes));
                });
    }

    @Override
    public void makeFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        make(
                path,
                (folder, name) -> {
                    try (NewFile file = folder.create(name, 0600)) {
                        byte[] buffer = new byte[1 << 16];
                        long at = 0;
                        for (int got = bytes.read(buffer); got >= 0; got = bytes.read(buffer)) {
                            file.write(at, buffer, 0, got);
                            at += got;
                        }
                    }
                    Setting.set(folder, name, own(attributes));
                });
    }

    @Override
    public void makeSpecial(ByteString path, Attributes said) throws IOException {
        if (said.type() == EntryType.CHARACTER_DEVICE
                && said.deviceMajor() == 0
                && said.deviceMinor() == 0) {
            throw new FileSystemException(
                    root.shown(path), null, "a device 0:0 would mark the name as gone");
        }
        make(
                path,
                (folder, name) -> {
                    switch (said.type()) {
                        case SYMLINK -> folder.symlink(name, said.link());
                        case FIFO -> folder.fifo(name, 0600);
                        case CHARACTER_DEVICE, BLOCK_DEVICE ->
                                folder.device(
                                        name,
                                        said.type(),
                                        said.deviceMajor(),
                                        said.deviceMinor(),
                                        0600);
                        default -> throw new IllegalArgumentException(said.type() + "");
                    }
                    Setting.set(folder, name, own(said));
                });
    }

    private static Attributes own(Attributes said) {
        return Marks.with(said, Marks.strip(said.xattrs()));
    }

    @Override
    public Bytes open(ByteString path, boolean write) throws IOException {
        try (LiveDirectory folder = around(path)) {
            return new ChannelBytes(folder.file(Way.name(path), write));
        }
    }

    @Override
    public void link(ByteString file, ByteString path) throws IOException {
        try (LiveDirectory from = around(file)) {
            make(path, (folder, name) -> folder.link(name, from, Way.name(file)));
        }
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        Attributes wanted = own(attributes);
        if (path.isEmpty()) {
            for (ByteString gone : superfluous(root.xattrs(), wanted)) {
                root.removeXattr(gone);
            }
            Setting.set(root, wanted);
            return;
        }
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            Kind there = kind(folder, name);
            if (there == Kind.NOTHING || there == Kind.WHITEOUT) {
                throw new NoSuchFileException(folder.shown(name));
            }
            for (ByteString gone : superfluous(folder.xattrs(name), wanted)) {
                folder.removeXattr(name, gone);
            }
            Setting.set(folder, name, wanted);
        }
    }

    private static List<ByteString> superfluous(
            Map<ByteString, ByteString> there, Attributes wanted) {
        Map<ByteString, ByteString> gone = new HashMap<>(Marks.strip(there));
        gone.keySet().removeAll(wanted.xattrs().keySet());
        return List.copyOf(gone.keySet());
    }

    @Override
    public void setOpaque(ByteString path, boolean opaque) throws IOException {
        if (path.isEmpty()) {
            throw new FileSystemException(
                    root.shown(path), null, "the root cannot hide what lies below");
        }
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            if (kind(folder, name) != Kind.FOLDER) {
                throw new NotDirectoryException(folder.shown(name));
            }
            if (opaque) {
                folder.xattr(name, Marks.OPAQUE, Marks.YES);
            } else {
                uncover();
                folder.removeXattr(name, Marks.OPAQUE);
            }
        }
    }

    @Override
    public void rename(ByteString from, ByteString to, boolean whiteout) throws IOException {
        if (from.equals(to)) {
            return;
        }
        if (!whiteout) {
            uncover();
        }
        try (LiveDirectory source = around(from);
                LiveDirectory target = around(to)) {
            rename(source, Way.name(from), target, Way.name(to), whiteout);
        }
    }

    private void rename(
            LiveDirectory source,
            ByteString name,
            LiveDirectory target,
            ByteString newName,
            boolean whiteout)
            throws IOException {
        Stat moved = source.stat(name);
        Stat there = target.stat(newName);
        Kind what = Kind.of(moved);
        Kind over = Kind.of(there);
        if (moved == null || what == Kind.NOTHING || what == Kind.WHITEOUT) {
            throw new NoSuchFileException(source.shown(name));
        }
        if (over == Kind.FOLDER) {
            checkEmpty(target, newName);
        }
        if (there != null && what == Kind.FILE && there.inode() == moved.inode()) {
            // The system takes that for nothing to do.
            hide(source, name, whiteout);
        } else if (over == Kind.NOTHING || (what == Kind.FILE && over != Kind.FOLDER)) {
            if (whiteout) {
                source.moveAndHide(name, target, newName);
            } else {
                source.move(name, target, newName);
            }
        } else {
            source.exchange(name, target, newName);
            if (over != Kind.WHITEOUT || !whiteout) {
                hide(source, name, whiteout);
            }
        }
    }

    /** Removes what has a name, in one step. */
    private void hide(LiveDirectory folder, ByteString name, boolean whiteout) throws IOException {
        if (whiteout) {
            ByteString staged = stage.whiteout();
            stage.folder().exchange(staged, folder, name);
            stage.clear(staged);
        } else {
            stage.discard(folder, name);
        }
    }

    private static void checkEmpty(LiveDirectory folder, ByteString name) throws IOException {
        try (LiveDirectory there = folder.directory(name)) {
            for (ByteString child : there.names()) {
                Kind kind = kind(there, child);
                if (kind != Kind.WHITEOUT && kind != Kind.NOTHING) {
                    throw new DirectoryNotEmptyException(folder.shown(name));
                }
            }
        }
    }

    @Override
    public void forget(ByteString path) throws IOException {
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            Kind there = kind(folder, name);
            if (there == Kind.FOLDER) {
                checkEmpty(folder, name);
            }
            if (there != Kind.NOTHING) {
                uncover();
                stage.discard(folder, name);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Then it says nothing of the path.
        }
    }

    @Override
    public void whiteout(ByteString path) throws IOException {
        ByteString name = Way.name(path);
        try (LiveDirectory folder = around(path)) {
            switch (kind(folder, name)) {
                case NOTHING -> stage.folder().move(stage.whiteout(), folder, name);
                case FILE -> hide(folder, name, true);
                case FOLDER -> {
                    checkEmpty(folder, name);
                    hide(folder, name, true);
                }
                case WHITEOUT -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (root) {
            stage.close();
            root.sync();
        }
    }
}
