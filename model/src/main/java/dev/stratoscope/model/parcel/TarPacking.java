package dev.stratoscope.model.parcel;

import dev.stratoscope.model.archive.Compression;
import dev.stratoscope.model.archive.SparseStream;
import dev.stratoscope.model.archive.TarEntry;
import dev.stratoscope.model.archive.TarReader;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** A tar, compressed or not. */
record TarPacking(FileBytes file, Compression compression) implements Packing {
    private static final String ITEM = "tar";

    @Override
    public String word() {
        return compression == Compression.NONE ? "tar" : "tar, " + compression.word();
    }

    @Override
    public void list(Tally to) throws IOException {
        try (InputStream in = file.open(0);
                InputStream plain = to.counted(compression.plain(in))) {
            TarReader tar = new TarReader(plain, Limits.DEFAULT, ITEM);
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                Attributes said = entry.attributes();
                Member.Kind kind = kind(said.type());
                boolean whole = kind == Member.Kind.FILE && entry.sparse() == null;
                long sum = to.wantsSums() && whole ? Sums.of(tar::read) : -1;
                to.add(entry.path(), kind, said.size(), said.mtime(), said.mode(), sum);
            }
        }
    }

    @Override
    public InputStream open(Member member) throws IOException {
        InputStream in = file.open(0);
        try {
            InputStream plain = compression.plain(in);
            TarReader tar = new TarReader(plain, Limits.DEFAULT, ITEM);
            @Nullable TarEntry entry = tar.next();
            for (int i = 0; i < member.number() && entry != null; i++) {
                entry = tar.next();
            }
            if (entry == null) {
                throw new IOException("the tar ends before this member");
            }
            InputStream stored = new Entered(tar, plain);
            return entry.sparse() == null
                    ? stored
                    : new SparseStream(stored, entry.sparse(), entry.attributes().size(), 0);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static Member.Kind kind(EntryType type) {
        return switch (type) {
            case FILE -> Member.Kind.FILE;
            case DIRECTORY -> Member.Kind.FOLDER;
            default -> Member.Kind.OTHER;
        };
    }

    /** What is stored of the entry a reader stands at. */
    private static final class Entered extends InputStream {
        private final TarReader tar;
        private final InputStream in;

        Entered(TarReader tar, InputStream in) {
            this.tar = tar;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            return length == 0 ? 0 : tar.read(to, at, length);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
