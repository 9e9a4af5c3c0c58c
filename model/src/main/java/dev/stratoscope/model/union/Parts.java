package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The names of a path. */
final class Parts {
    static final ByteString DOT = ByteString.of(".");
    static final ByteString DOT_DOT = ByteString.of("..");

    private Parts() {}

    /** The names between the slashes, dots too. */
    static List<ByteString> of(byte[] path) {
        List<ByteString> parts = new ArrayList<>();
        for (int from = 0; from < path.length; ) {
            int to = from;
            while (to < path.length && path[to] != '/') {
                to++;
            }
            if (to > from) {
                parts.add(ByteString.of(path, from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    static boolean isDots(ByteString part) {
        return part.equals(DOT) || part.equals(DOT_DOT);
    }

    static ByteString join(ByteString folder, ByteString name) {
        if (folder.isEmpty()) {
            return name;
        }
        byte[] joined = new byte[folder.length() + 1 + name.length()];
        System.arraycopy(folder.toByteArray(), 0, joined, 0, folder.length());
        joined[folder.length()] = '/';
        System.arraycopy(name.toByteArray(), 0, joined, folder.length() + 1, name.length());
        return ByteString.of(joined);
    }

    static byte[] join(boolean absolute, List<ByteString> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0 || absolute) {
                joined.write('/');
            }
            joined.writeBytes(parts.get(i).toByteArray());
        }
        if (absolute && parts.isEmpty()) {
            joined.write('/');
        }
        return joined.toByteArray();
    }
}
