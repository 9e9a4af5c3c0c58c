package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder beside an upper one, where things are made until they are whole and put what is removed
 * in one step. What a killed program left in it goes when it is opened.
 */
final class Stage implements Closeable {
    private static final ByteString NAME = ByteString.of("stage");

    private final LiveDirectory around;
    private final LiveDirectory folder;
    private int count;

    private Stage(LiveDirectory around, LiveDirectory folder) {
        this.around = around;
        this.folder = folder;
    }

    /** The stage of an active snapshot. */
    static Stage open(Path snapshot) throws IOException {
        LiveDirectory around = LiveDirectory.open(snapshot);
        try {
            Removal.of(around, NAME, around);
            around.makeDirectory(NAME, 0700);
            return new Stage(around, around.directory(NAME));
        } catch (IOException | RuntimeException e) {
            around.close();
            throw e;
        }
    }

    /** The folder. */
    LiveDirectory folder() {
        return folder;
    }

    /** What the layers below say of the root. */
    Attributes rootBelow() throws IOException {
        try (LiveDirectory base = around.directory(ByteString.of(SnapshotFolder.BASE))) {
            Map<ByteString, ByteString> xattrs = Marks.strip(base.xattrs());
            return Said.attributes(base.stat(), ByteString.EMPTY, xattrs);
        }
    }

    /** A name that nothing in it has. */
    ByteString free() {
        return ByteString.of(String.valueOf(count++));
    }

    /** A whiteout in it, and its name. */
    ByteString whiteout() throws IOException {
        ByteString name = free();
        folder.device(name, EntryType.CHARACTER_DEVICE, 0, 0, 0);
        return name;
    }

    /** Puts something from it in the place of a whiteout or of nothing. */
    void place(ByteString staged, LiveDirectory to, ByteString name, Kind there)
            throws IOException {
        boolean isFolder = Kind.of(folder.stat(staged)) == Kind.FOLDER;
        switch (there) {
            case NOTHING -> folder.move(staged, to, name);
            case WHITEOUT -> {
                if (isFolder) {
                    folder.exchange(staged, to, name);
                    folder.unlink(staged);
                } else {
                    folder.move(staged, to, name);
                }
            }
            default -> throw new FileAlreadyExistsException(to.shown(name));
        }
    }

    /** Removes something in one step, with all that is in it. */
    void discard(LiveDirectory from, ByteString name) throws IOException {
        ByteString staged = free();
        from.move(name, folder, staged);
        clear(staged);
    }

    /** Removes something in it. */
    void clear(ByteString staged) throws IOException {
        Removal.of(folder, staged, folder);
    }

    @Override
    public void close() throws IOException {
        try (around) {
            folder.close();
            Removal.of(around, NAME, around);
        }
    }
}
