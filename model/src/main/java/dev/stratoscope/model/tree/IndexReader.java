package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Opens bytes in the form of {@link IndexForm}, or refuses them. Each section is a slice of its
 * own, so nothing read through one leaves it.
 */
final class IndexReader {
    private static final int MOST_NODES = Integer.MAX_VALUE - 8;

    private final MemorySegment bytes;
    private final ByteBuffer head;
    private final int nodes;
    private final int hardLinks;

    private IndexReader(MemorySegment bytes) throws ImageFormatException {
        this.bytes = bytes.asReadOnly();
        if (bytes.byteSize() < IndexForm.HEAD) {
            throw damage("cut short");
        }
        this.head = buffer(this.bytes.asSlice(0, IndexForm.HEAD));
        if (head.getLong(IndexForm.AT_MAGIC) != IndexForm.MAGIC
                || head.getLong(IndexForm.AT_LENGTH) != bytes.byteSize()) {
            throw damage("no index of this version");
        }
        this.nodes = number(IndexForm.AT_NODES, 1);
        this.hardLinks = number(IndexForm.AT_HARD_LINKS, 0);
        number(IndexForm.AT_ENTRIES, 0);
        if (head.getLong(IndexForm.AT_TAR_SIZE) < 0
                || head.getLong(IndexForm.AT_CONTENT_SIZE) < 0) {
            throw damage("a negative size");
        }
    }

    /** The index that the bytes are. */
    static LayerIndex of(MemorySegment bytes) throws ImageFormatException {
        IndexReader reader = new IndexReader(bytes.isNative() ? bytes : copy(bytes));
        SideTables tables = reader.tables();
        return new LayerIndex(reader, tables, new IndexCheck(reader, tables));
    }

    /** Reads stay fast where all of them are of one kind of memory. */
    private static MemorySegment copy(MemorySegment heap) {
        return Arena.ofAuto().allocate(heap.byteSize(), Long.BYTES).copyFrom(heap);
    }

    /** The index that this program has just laid into the bytes. */
    static LayerIndex ofOwn(MemorySegment bytes) throws ImageFormatException {
        IndexReader reader = new IndexReader(bytes);
        return new LayerIndex(reader, reader.tables(), null);
    }

    private int number(int at, int least) throws ImageFormatException {
        long number = head.getLong(at);
        if (number < least || number > MOST_NODES) {
            throw damage("a count of " + number);
        }
        return (int) number;
    }

    ByteBuffer head() {
        return head;
    }

    MemorySegment bytes() {
        return bytes;
    }

    int nodes() {
        return nodes;
    }

    int hardLinks() {
        return hardLinks;
    }

    ByteBuffer section(int number) throws ImageFormatException {
        int row = row(number);
        long offset = head.getLong(row);
        long length = head.getLong(row + 8);
        if (offset < IndexForm.HEAD
                || length < 0
                || offset > bytes.byteSize()
                || length > bytes.byteSize() - offset
                || length > MOST_NODES) {
            throw damage("section " + number + " is not within it");
        }
        return buffer(bytes.asSlice(offset, length));
    }

    NumberColumn numbers(int number) throws ImageFormatException {
        long form = head.getLong(row(number) + 16);
        int width = (int) (form & 0xff);
        int shift = (int) (form >>> 8);
        if (width > Long.BYTES || (shift != 0 && shift != 9) || form >>> 16 != 0) {
            throw damage("section " + number + " has numbers of " + form);
        }
        long base = head.getLong(row(number) + 24);
        ByteBuffer section = section(number);
        if (section.capacity() < NumberColumn.PADDING) {
            throw damage("section " + number + " is cut short");
        }
        return new NumberColumn(section, width, shift, base);
    }

    /** How many numbers a section holds at most. */
    long capacity(int number) throws ImageFormatException {
        int width = (int) (head.getLong(row(number) + 16) & 0xff);
        int room = section(number).capacity() - NumberColumn.PADDING;
        return width == 0 ? Long.MAX_VALUE : room / width;
    }

    NameColumn names(int starts, int pool) throws ImageFormatException {
        return new NameColumn(numbers(starts), section(pool));
    }

    Ranks ranks(int number) throws ImageFormatException {
        ByteBuffer section = section(number);
        if (section.capacity() != Ranks.bytes(nodes)) {
            throw damage("section " + number + " is not of its length");
        }
        return new Ranks(section);
    }

    private SideTables tables() throws ImageFormatException {
        SideReader in = new SideReader(section(IndexForm.TABLES));
        SideTables tables = SideTables.read(in);
        if (!in.isAtEnd()) {
            throw damage("more than its tables");
        }
        return tables;
    }

    /**
     * As buffers the bytes are read as fast as any array also while the JVM is cold; one access to
     * a segment costs a hundred times as much until the last compiler has seen it.
     */
    static ByteBuffer buffer(MemorySegment bytes) {
        return bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int row(int section) {
        return IndexForm.AT_SECTIONS + section * IndexForm.ROW;
    }

    static ImageFormatException damage(String what) {
        return new ImageFormatException(SideReader.ITEM, "damaged: " + what);
    }
}
