package dev.stratoscope.app.view.difference;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Versions of files that are in memory. */
final class Versions {
    private Versions() {}

    /** What is known of a path. */
    private record State(EntryType type, int layer, Attributes attributes, @Nullable Entry entry)
            implements PathState {
        @Override
        public boolean isImplied() {
            return false;
        }

        @Override
        public long fileSize() {
            return attributes.size();
        }

        @Override
        public @Nullable ByteString sameAs() {
            return null;
        }
    }

    static Version text(String title, String name, String text) {
        return file(title, name, text.getBytes(StandardCharsets.UTF_8), 0644);
    }

    static Version file(String title, String name, byte[] bytes, int mode) {
        Contents contents =
                (entry, offset) ->
                        new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        return file(title, name, contents, bytes.length, mode, digest(bytes));
    }

    static Version file(
            String title,
            String name,
            Contents contents,
            long size,
            int mode,
            @Nullable Digest digest) {
        Entry entry = new Entry(ByteString.of(name), 1, size, 0, null, digest);
        Attributes said =
                new Attributes(
                        EntryType.FILE,
                        mode,
                        0,
                        0,
                        "root",
                        "root",
                        size,
                        1_700_000_000L,
                        0,
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        return new Version(
                title,
                1,
                "COPY conf/ /etc/nginx/",
                contents,
                new State(EntryType.FILE, 1, said, entry));
    }

    static Version link(String title, String target) {
        Attributes said =
                new Attributes(
                        EntryType.SYMLINK,
                        0777,
                        0,
                        0,
                        "",
                        "",
                        0,
                        0,
                        0,
                        ByteString.of(target),
                        0,
                        0,
                        Map.of("user.note", ByteString.of("x\u202ey")));
        Contents none =
                (entry, offset) -> {
                    throw new IllegalStateException("a link has no bytes");
                };
        return new Version(title, 0, "", none, new State(EntryType.SYMLINK, 0, said, null));
    }

    private static Digest digest(byte[] bytes) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest("sha256", HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
