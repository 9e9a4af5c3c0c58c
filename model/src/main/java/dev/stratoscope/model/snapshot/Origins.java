package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What overlayfs remembers of the files below that those of an upper folder were copied from, so
 * that they keep their inode numbers. Two things with one origin, the copy under another name and
 * the file below seen again, are an error to it (ESTALE): so whoever lets something below be seen
 * again makes it forget the origins.
 */
final class Origins {
    private static final ByteString ORIGIN = ByteString.of("trusted.overlay.origin");

    private Origins() {}

    /** Forgets them all. */
    static void forget(LiveDirectory root) throws IOException {
        Deque<ByteString> waiting = new ArrayDeque<>(List.of(ByteString.EMPTY));
        while (!waiting.isEmpty()) {
            ByteString path = waiting.remove();
            try (LiveDirectory folder = Way.open(root, path)) {
                for (ByteString name : folder.names()) {
                    Kind kind = Kind.of(folder.stat(name));
                    if (kind == Kind.FILE || kind == Kind.FOLDER) {
                        folder.removeXattr(name, ORIGIN);
                    }
                    if (kind == Kind.FOLDER) {
                        waiting.add(Way.child(path, name));
                    }
                }
            }
        }
    }
}
