package dev.stratoscope.model.host;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Copies the bytes of files, and leaves holes where a sparse file has them. */
final class FileCopy {
    private final byte[] buffer = new byte[1 << 18];
    private final Contents contents;
    private final Progress progress;

    FileCopy(Contents contents, Progress progress) {
        this.contents = contents;
        this.progress = progress;
    }

    /** Writes all of a file into one that is empty. */
    void write(Entry entry, NewFile to) throws IOException {
        List<Entry.Extent> pieces = entry.sparse();
        if (pieces == null) {
            write(entry, List.of(new Entry.Extent(0, entry.size())), to);
            return;
        }
        long stored = pieces.stream().mapToLong(Entry.Extent::length).sum();
        // As a file that is stored whole, it reads as its pieces one after another.
        Entry packed =
                new Entry(
                        entry.path(), entry.layer(), stored, entry.offset(), null, entry.digest());
        write(packed, pieces, to);
        to.truncate(entry.size());
        progress.advance(entry.size() - stored);
    }

    private void write(Entry stored, List<Entry.Extent> pieces, NewFile to) throws IOException {
        try (InputStream in = contents.open(stored, 0)) {
            for (Entry.Extent piece : pieces) {
                for (long done = 0; done < piece.length(); ) {
                    int wanted = (int) Math.min(buffer.length, piece.length() - done);
                    if (in.readNBytes(buffer, 0, wanted) < wanted) {
                        throw new EOFException("cut short");
                    }
                    to.write(piece.offset() + done, buffer, 0, wanted);
                    done += wanted;
                    progress.advance(wanted);
                }
            }
        }
    }
}
