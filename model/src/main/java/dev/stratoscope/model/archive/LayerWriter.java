package dev.stratoscope.model.archive;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerEntry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Writes a layer's tar from entries whose bytes lie elsewhere. */
public final class LayerWriter {
    private LayerWriter() {}

    /**
     * Writes a tar with its end. The same entries always give the same bytes; sparse files stay
     * sparse.
     *
     * @param entries in the order of the tar
     * @param contents where the files' bytes are
     * @param out left open
     * @param progress advanced by one an entry
     * @throws IOException when contents cannot be read, or are not what the entries say
     */
    public static void write(
            List<LayerEntry> entries, Contents contents, OutputStream out, Progress progress)
            throws IOException {
        TarWriter tar = new TarWriter(out);
        try (Contents.Forward forward = contents.forward()) {
            for (LayerEntry entry : entries) {
                progress.advance(1);
                Entry file = entry.file();
                try (InputStream content = open(file, forward)) {
                    tar.add(
                            entry.path(),
                            entry.attributes(),
                            file == null ? null : file.sparse(),
                            content);
                }
            }
        }
        tar.end();
    }

    private static InputStream open(@Nullable Entry file, Contents contents) throws IOException {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        List<Entry.Extent> sparse = file.sparse();
        return sparse == null ? contents.open(file, 0) : new StoredPieces(file, sparse, contents);
    }
}
