package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.InTheWayException;
import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what an upper folder says of a path out of it, so that what lies below is seen there again,
 * and nowhere else. Where a folder above the path hides all that lies below it, it stops doing so
 * and hides the names that stay hidden one by one.
 */
final class Reverting {
    private final LiveDirectory root;
    private final LowerFolders lowers;
    private final Stage stage;

    Reverting(LiveDirectory root, LowerFolders lowers, Stage stage) {
        this.root = root;
        this.lowers = lowers;
        this.stage = stage;
    }

    /**
     * Reverts one path.
     *
     * @throws InTheWayException when the upper has a file where a folder on the way is below
     */
    void revert(ByteString path) throws IOException {
        if (path.isEmpty()) {
            revertAll(stage.rootBelow());
            return;
        }
        List<ByteString> parts = Way.parts(path);
        ByteString at = ByteString.EMPTY;
        for (int i = 0; i < parts.size(); i++) {
            ByteString name = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            try (LiveDirectory folder = Way.open(root, at)) {
                LowerFolders.@Nullable Shown below = lowers.folder(at);
                if (below != null && !at.isEmpty() && Marks.isOpaque(folder.xattrs())) {
                    uncover(at, folder, below);
                }
                if (isLast) {
                    keepingTime(folder, () -> remove(folder, name));
                    return;
                }
                if (!passes(folder, name, Way.child(at, name))) {
                    return;
                }
            }
            at = Way.child(at, name);
        }
    }

    private void revertAll(Attributes below) throws IOException {
        for (ByteString name : root.names()) {
            stage.discard(root, name);
        }
        Map<ByteString, ByteString> own = new HashMap<>(Marks.strip(root.xattrs()));
        own.keySet().removeAll(below.xattrs().keySet());
        for (ByteString gone : own.keySet()) {
            root.removeXattr(gone);
        }
        Setting.set(root, below);
    }

    /**
     * Whether the upper says something below a name on the way to the path, or hides what is there.
     */
    private boolean passes(LiveDirectory folder, ByteString name, ByteString path)
            throws IOException {
        Kind kind = Kind.of(folder.stat(name));
        if (kind == Kind.FOLDER) {
            return true;
        }
        LowerFolders.@Nullable Shown below = lowers.folder(path);
        if (kind == Kind.NOTHING || below == null) {
            return false;
        }
        if (kind == Kind.FILE) {
            throw new InTheWayException(
                    folder.shown(name), "is a file now, and has to be reverted whole");
        }
        keepingTime(folder, () -> cover(folder, name, below.attributes()));
        return true;
    }

    /** Makes a folder in the place of a whiteout or of nothing, with nothing in it. */
    private void cover(LiveDirectory folder, ByteString name, Attributes attributes)
            throws IOException {
        ByteString staged = stage.free();
        stage.folder().makeDirectory(staged, 0700);
        stage.folder().xattr(staged, Marks.OPAQUE, Marks.YES);
        Setting.set(stage.folder(), staged, attributes);
        stage.place(staged, folder, name, Kind.of(folder.stat(name)));
    }

    /** Lets a folder show what lies below it, but hides all of that name by name. */
    private void uncover(ByteString path, LiveDirectory folder, LowerFolders.Shown below)
            throws IOException {
        Stat was = folder.stat();
        for (Map.Entry<ByteString, Kind> each : below.names().entrySet()) {
            ByteString name = each.getKey();
            switch (Kind.of(folder.stat(name))) {
                case NOTHING -> stage.folder().move(stage.whiteout(), folder, name);
                case FOLDER -> {
                    if (each.getValue() == Kind.FOLDER) {
                        folder.xattr(name, Marks.OPAQUE, Marks.YES);
                    }
                }
                case FILE, WHITEOUT -> {}
            }
        }
        try (LiveDirectory around = Way.open(root, Way.parent(path))) {
            around.removeXattr(Way.name(path), Marks.OPAQUE);
        }
        folder.touch(was.mtimeSeconds(), was.mtimeNanos());
    }

    private void remove(LiveDirectory folder, ByteString name) throws IOException {
        if (folder.stat(name) != null) {
            stage.discard(folder, name);
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    /** A folder's own time is not what is reverted. */
    private static void keepingTime(LiveDirectory folder, Change change) throws IOException {
        Stat was = folder.stat();
        change.make();
        folder.touch(was.mtimeSeconds(), was.mtimeNanos());
    }
}
