package dev.stratoscope.model.union;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What a writable layer says as a layer like any other: reads all its files for their digests. */
final class UpperIndex {
    private static final ByteString OPAQUE = ByteString.of(".wh..wh..opq");
    private static final byte[] MARK = ByteString.of(".wh.").toByteArray();
    private static final int BUFFER = 64 << 10;

    private final Upper upper;
    private final LayerIndexBuilder builder;
    private final Map<Long, ByteString> files = new HashMap<>();
    private final Deque<ByteString> folders = new ArrayDeque<>();
    private final Digests digests;

    private UpperIndex(Upper upper, Limits limits, Digests digests) {
        this.upper = upper;
        this.digests = digests;
        this.builder = new LayerIndexBuilder(limits);
    }

    /**
     * @throws java.nio.channels.ClosedByInterruptException when the thread is interrupted
     */
    static LayerIndex of(Upper upper, Limits limits) throws IOException {
        return of(upper, limits, (path, _) -> sha256(upper, path));
    }

    /** As the other, for whoever knows digests of files. */
    static LayerIndex of(Upper upper, Limits limits, Digests digests) throws IOException {
        return new UpperIndex(upper, limits, digests).build();
    }

    /** Tells the SHA-256 of the bytes of a regular file, of which it is told the first name. */
    interface Digests {
        byte[] of(ByteString path, Upper.Said said) throws IOException;
    }

    private LayerIndex build() throws IOException {
        Upper.Said root = upper.say(ByteString.EMPTY);
        if (root != null && root.attributes() != null) {
            add(ByteString.of("./"), root.attributes(), null);
        }
        folders.push(ByteString.EMPTY);
        while (!folders.isEmpty()) {
            ByteString folder = folders.pop();
            for (ByteString name : upper.names(folder)) {
                Upper.Said said = upper.say(Parts.join(folder, name));
                if (said != null) {
                    add(folder, name, said);
                }
            }
        }
        return builder.build(0);
    }

    private void add(ByteString folder, ByteString name, Upper.Said said) throws IOException {
        ByteString path = Parts.join(folder, name);
        Attributes attributes = said.attributes();
        if (attributes == null) {
            byte[] mark = new byte[MARK.length + name.length()];
            System.arraycopy(MARK, 0, mark, 0, MARK.length);
            System.arraycopy(name.toByteArray(), 0, mark, MARK.length, name.length());
            add(Parts.join(folder, ByteString.of(mark)), Attributes.file(0), null);
            return;
        }
        if (attributes.type() == EntryType.DIRECTORY) {
            add(path, attributes, null);
            if (said.opaque()) {
                add(Parts.join(path, OPAQUE), Attributes.file(0), null);
            }
            folders.push(path);
            return;
        }
        ByteString other = said.links() > 1 ? files.putIfAbsent(said.file(), path) : null;
        if (other != null) {
            add(path, attributes.asLinkTo(other), null);
        } else {
            boolean bytes = attributes.type() == EntryType.FILE && attributes.size() > 0;
            add(path, attributes, bytes ? digests.of(path, said) : null);
        }
    }

    private void add(ByteString path, Attributes attributes, byte @Nullable [] sha256)
            throws IOException {
        builder.add(path, attributes, 0, sha256, null);
    }

    static byte[] sha256(Upper upper, ByteString path) throws IOException {
        MessageDigest digest = Digest.newSha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = new BytesStream(upper.open(path, false))) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }
}
