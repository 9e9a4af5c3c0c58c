package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Clean paths and the folders they lead to, one confined step after another. */
final class Way {
    private Way() {}

    /** The parts of a path; none of the empty one. */
    static List<ByteString> parts(ByteString path) {
        List<ByteString> parts = new ArrayList<>();
        byte[] bytes = path.toByteArray();
        for (int from = 0, to = 0; to <= bytes.length && bytes.length > 0; to++) {
            if (to == bytes.length || bytes[to] == '/') {
                parts.add(ByteString.of(bytes, from, to));
                from = to + 1;
            }
        }
        return parts;
    }

    /** The folder a path is in; empty for what is in the root. */
    static ByteString parent(ByteString path) {
        byte[] bytes = path.toByteArray();
        int slash = lastSlash(bytes);
        return slash < 0 ? ByteString.EMPTY : ByteString.of(bytes, 0, slash);
    }

    /** The last part. */
    static ByteString name(ByteString path) {
        byte[] bytes = path.toByteArray();
        return ByteString.of(bytes, lastSlash(bytes) + 1, bytes.length);
    }

    private static int lastSlash(byte[] path) {
        int at = path.length - 1;
        while (at >= 0 && path[at] != '/') {
            at--;
        }
        return at;
    }

    /** The path of a name in a folder. */
    static ByteString child(ByteString folder, ByteString name) {
        if (folder.isEmpty()) {
            return name;
        }
        byte[] first = folder.toByteArray();
        byte[] last = name.toByteArray();
        byte[] path = new byte[first.length + 1 + last.length];
        System.arraycopy(first, 0, path, 0, first.length);
        path[first.length] = '/';
        System.arraycopy(last, 0, path, first.length + 1, last.length);
        return ByteString.of(path);
    }

    /**
     * Opens the folder a path leads to.
     *
     * @throws java.nio.file.NoSuchFileException when a part is not there
     * @throws java.nio.file.NotDirectoryException when a part is something else than a folder
     */
    static LiveDirectory open(LiveDirectory root, ByteString path) throws IOException {
        LiveDirectory at = root.again();
        for (ByteString part : parts(path)) {
            try (LiveDirectory _ = at) {
                at = at.directory(part);
            }
        }
        return at;
    }
}
