package dev.stratoscope.model.archive;

import dev.stratoscope.model.task.ReadAhead;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The bytes of an image's files for whoever opens them in the order of their layers' tars, one at a
 * time: a compressed layer is then read once for all, not once for each. Any other order works too,
 * but starts the layer again. Not for several threads.
 */
public final class ForwardContents implements Contents.Forward {
    /** What opening a layer anew costs, in bytes passed over. */
    private static final long OPENING = 1 << 20;

    private final List<StoredLayer> layers;
    private final LayerContents others;
    private @Nullable InputStream tar;
    private int layer = -1;
    private long at;
    private int opened;

    /**
     * The contents of one image.
     *
     * @param layers bottom first
     */
    public ForwardContents(List<StoredLayer> layers) {
        this.layers = List.copyOf(layers);
        this.others = new LayerContents(layers);
    }

    @Override
    public InputStream open(Entry entry, long offset) throws IOException {
        if (offset != 0 || entry.sparse() != null || entry.size() == 0) {
            return others.open(entry, offset);
        }
        StoredLayer from = layers.get(entry.layer());
        InputStream open = reach(from, entry);
        return new BoundedStream(new Shared(open), entry.size(), from.location());
    }

    private InputStream reach(StoredLayer from, Entry entry) throws IOException {
        long offset = entry.offset();
        long entrance = from.entrance(offset);
        InputStream open = tar;
        if (open == null
                || layer != entry.layer()
                || offset < at
                || offset - at > offset - entrance + OPENING) {
            close();
            open = from.open(entrance);
            open = entrance == offset ? open : new ReadAhead(open);
            at = entrance;
            layer = entry.layer();
            tar = open;
        }
        try {
            Skipping.skip(open, entry.offset() - at);
        } catch (IOException | RuntimeException e) {
            drop(e);
            throw e;
        }
        at = entry.offset();
        return open;
    }

    /** Where a stream is that failed is not known, so that it cannot be gone on with. */
    private void drop(Exception cause) {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = tar;
        tar = null;
        if (open != null) {
            open.close();
        }
    }

    /** The layer's stream as one file's, which leaves it open. */
    private final class Shared extends InputStream {
        private final InputStream in;
        private final int turn = ++opened;

        Shared(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (turn != opened) {
                throw new IOException("another file was opened");
            }
            try {
                int got = in.read(to, from, length);
                at += Math.max(0, got);
                return got;
            } catch (IOException | RuntimeException e) {
                drop(e);
                throw e;
            }
        }
    }
}
