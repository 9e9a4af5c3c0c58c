package dev.stratoscope.model.parcel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file's bytes as a channel that can be positioned; a few pages of it are kept. */
final class PageChannel implements SeekableByteChannel {
    private static final int PAGE = 1 << 17;
    private static final int MOST_PAGES = 16;

    private final FileBytes file;
    private final Spending spending;
    private final Map<Long, byte[]> pages =
            new LinkedHashMap<>(MOST_PAGES, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > MOST_PAGES;
                }
            };
    private long position;
    private boolean closed;

    /** Hears what is read, and may refuse more. */
    @FunctionalInterface
    interface Spending {
        void spend(long bytes) throws IOException;
    }

    PageChannel(FileBytes file, Spending spending) {
        this.file = file;
        this.spending = spending;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= file.size()) {
            return -1;
        }
        byte[] page = page(position / PAGE);
        int at = (int) (position % PAGE);
        int length = Math.min(to.remaining(), page.length - at);
        if (length <= 0) {
            throw new IOException("cut short at " + position + " bytes");
        }
        spending.spend(length);
        to.put(page, at, length);
        position += length;
        return length;
    }

    private byte[] page(long number) throws IOException {
        byte[] page = pages.get(number);
        if (page == null) {
            page = file.read(number * PAGE, PAGE);
            pages.put(number, page);
        }
        return page;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
