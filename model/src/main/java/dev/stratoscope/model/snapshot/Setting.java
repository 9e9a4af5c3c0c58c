package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.util.Map;

/**
 * Gives things their attributes. The order counts: a change of owner clears set-uid bits and
 * capabilities, and all changes times but the last.
 */
final class Setting {
    private Setting() {}

    /** Of an open folder. */
    static void set(LiveDirectory folder, Attributes wanted) throws IOException {
        folder.chown(wanted.uid(), wanted.gid());
        for (Map.Entry<ByteString, ByteString> xattr : wanted.xattrs().entrySet()) {
            folder.xattr(xattr.getKey().toString(), xattr.getValue());
        }
        folder.chmod(wanted.mode());
        folder.touch(wanted.mtimeSeconds(), wanted.mtimeNanos());
    }

    /** Of what has a name, a link itself. */
    static void set(LiveDirectory folder, ByteString name, Attributes wanted) throws IOException {
        folder.chown(name, wanted.uid(), wanted.gid());
        for (Map.Entry<ByteString, ByteString> xattr : wanted.xattrs().entrySet()) {
            folder.xattr(name, xattr.getKey(), xattr.getValue());
        }
        if (wanted.type() != EntryType.SYMLINK) {
            folder.chmod(name, wanted.mode());
        }
        folder.touch(name, wanted.mtimeSeconds(), wanted.mtimeNanos());
    }
}
