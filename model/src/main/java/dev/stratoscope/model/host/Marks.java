package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Sets attributes as far as the options want them. What the disk or the system does not take is
 * counted; an owner that was asked for and cannot be set is an error. Not for several threads.
 */
final class Marks {
    private static final int PERMISSIONS = 0777;
    private static final String FOR_ALL = "user.";

    private final ExtractOptions options;
    private final Tally tally;

    Marks(ExtractOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
    }

    private interface Setting {
        void set() throws IOException;
    }

    /**
     * For files and folders. The order counts: a change of owner clears set-uid bits and
     * capabilities, read-only files take no extended attributes, and all of that changes times.
     *
     * @param isImplied whether no layer names it, so that it has no time of its own
     */
    void set(Opened thing, Attributes wanted, boolean isImplied, String path) throws IOException {
        owner(() -> thing.chown(wanted.uid(), wanted.gid()), path);
        for (var xattr : wanted.xattrs().entrySet()) {
            String name = xattr.getKey().toString();
            if (options.specialBits() || name.startsWith(FOR_ALL)) {
                trying(Extracted.Loss.XATTRS, () -> thing.xattr(name, xattr.getValue()));
            } else {
                tally.lost(Extracted.Loss.SPECIAL_XATTRS);
            }
        }
        trying(Extracted.Loss.MODE, () -> thing.chmod(mode(wanted)));
        if (!isImplied) {
            trying(
                    Extracted.Loss.TIME,
                    () -> thing.touch(wanted.mtimeSeconds(), wanted.mtimeNanos()));
        }
    }

    /** For what cannot be opened: links, pipes and devices. */
    void set(Directory folder, ByteString name, EntryType type, Attributes wanted)
            throws IOException {
        owner(() -> folder.chown(name, wanted.uid(), wanted.gid()), folder.shown(name));
        if (!wanted.xattrs().isEmpty()) {
            tally.lost(Extracted.Loss.XATTRS);
        }
        if (type != EntryType.SYMLINK) {
            trying(Extracted.Loss.MODE, () -> folder.chmod(name, mode(wanted)));
        }
        trying(
                Extracted.Loss.TIME,
                () -> folder.touch(name, wanted.mtimeSeconds(), wanted.mtimeNanos()));
    }

    private int mode(Attributes wanted) {
        int mode = wanted.mode();
        if (!options.specialBits() && (mode & ~PERMISSIONS) != 0) {
            tally.lost(Extracted.Loss.SPECIAL_BITS);
            return mode & PERMISSIONS;
        }
        return mode;
    }

    private void owner(Setting setting, String path) throws IOException {
        if (!options.owners()) {
            return;
        }
        try {
            setting.set();
        } catch (AccessDeniedException e) {
            throw new FileSystemException(
                    path, null, "its owner cannot be set, which takes privilege");
        } catch (NotSupportedException e) {
            throw new FileSystemException(path, null, e.getReason());
        }
    }

    private void trying(Extracted.Loss loss, Setting setting) throws IOException {
        try {
            setting.set();
        } catch (FileSystemException e) {
            tally.lost(loss);
        }
    }
}
