package dev.stratoscope.model.parcel;

import dev.stratoscope.model.archive.Compression;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One compressed file. */
record SinglePacking(FileBytes file, Compression compression, ByteString name) implements Packing {
    private static final List<String> ENDINGS = List.of(".gz", ".xz", ".zst", ".bz2");

    @Override
    public String word() {
        return compression.word();
    }

    @Override
    public void list(Tally to) throws IOException {
        to.add(inner(), Member.Kind.FILE, -1, null, -1, -1);
    }

    @Override
    public InputStream open(Member member) throws IOException {
        InputStream in = file.open(0);
        try {
            return compression.plain(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The name without the compressor's ending. */
    private ByteString inner() {
        byte[] bytes = name.toByteArray();
        for (String ending : ENDINGS) {
            int length = bytes.length - ending.length();
            if (length > 0
                    && ByteString.of(bytes, length, bytes.length).equals(ByteString.of(ending))) {
                return ByteString.of(bytes, 0, length);
            }
        }
        return name;
    }
}
