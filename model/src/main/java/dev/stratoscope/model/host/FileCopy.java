package dev.stratoscope.model.host;

import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ContentCheck;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Copies the bytes of files, checks them on the way, and leaves holes where a sparse file has them.
 */
final class FileCopy {
    private final byte[] buffer = new byte[1 << 18];
    private final Contents contents;
    private final Progress progress;

    FileCopy(Contents contents, Progress progress) {
        this.contents = contents;
        this.progress = progress;
    }

    /**
     * Writes all of a file into one that is empty.
     *
     * @throws DigestMismatchException when what was written is not what the entry says
     */
    void write(Entry entry, NewFile to) throws IOException {
        ContentCheck check = new ContentCheck(entry);
        List<Entry.Extent> pieces = entry.sparse();
        if (pieces == null) {
            write(entry, List.of(new Entry.Extent(0, entry.size())), to, check);
            check.finish();
            return;
        }
        long stored = pieces.stream().mapToLong(Entry.Extent::length).sum();
        // As a file that is stored whole, it reads as its pieces one after another.
        Entry packed =
                new Entry(
                        entry.path(), entry.layer(), stored, entry.offset(), null, entry.digest());
        long end = write(packed, pieces, to, check);
        to.truncate(entry.size());
        check.addHole(entry.size() - end);
        progress.advance(entry.size() - stored);
        check.finish();
    }

    /** Returns where the last piece ends. */
    private long write(Entry stored, List<Entry.Extent> pieces, NewFile to, ContentCheck check)
            throws IOException {
        long at = 0;
        try (InputStream in = contents.open(stored, 0)) {
            for (Entry.Extent piece : pieces) {
                check.addHole(piece.offset() - at);
                at = piece.offset();
                long end = piece.offset() + piece.length();
                while (at < end) {
                    int wanted = (int) Math.min(buffer.length, end - at);
                    if (in.readNBytes(buffer, 0, wanted) < wanted) {
                        throw new EOFException("cut short");
                    }
                    check.add(buffer, 0, wanted);
                    to.write(at, buffer, 0, wanted);
                    at += wanted;
                    progress.advance(wanted);
                }
            }
        }
        return at;
    }
}
