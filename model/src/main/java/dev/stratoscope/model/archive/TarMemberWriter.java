package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Writes a tar whose owners and times are fixed, so that equal files give equal bytes. */
final class TarMemberWriter implements MemberWriter {
    private final TarWriter tar;

    /** A writer onto a stream, which it leaves open. */
    TarMemberWriter(OutputStream out) {
        this.tar = new TarWriter(out);
    }

    @Override
    public void directory(String path) throws IOException {
        tar.add(ByteString.of(path + "/"), attributes(EntryType.DIRECTORY, 0755, 0), new byte[0]);
    }

    @Override
    public void file(String path, long size, InputStream content) throws IOException {
        tar.add(ByteString.of(path), attributes(EntryType.FILE, 0644, size), null, content);
    }

    @Override
    public void end() throws IOException {
        tar.end();
    }

    private static Attributes attributes(EntryType type, int mode, long size) {
        return new Attributes(
                type, mode, 0, 0, "", "", size, 0, 0, ByteString.EMPTY, 0, 0, Map.of());
    }
}
