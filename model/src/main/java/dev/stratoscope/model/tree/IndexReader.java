package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.NumberColumn.LONG;

import dev.stratoscope.model.image.ImageFormatException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Opens bytes in the form of {@link IndexForm}, or refuses them. Each section is a slice of its
 * own, so nothing read through one leaves it.
 */
final class IndexReader {
    private static final int MOST_NODES = Integer.MAX_VALUE - 8;

    private final MemorySegment bytes;
    private final int nodes;
    private final int hardLinks;

    private IndexReader(MemorySegment bytes) throws ImageFormatException {
        this.bytes = bytes.asReadOnly();
        if (bytes.byteSize() < IndexForm.HEAD
                || bytes.get(LONG, IndexForm.AT_MAGIC) != IndexForm.MAGIC
                || bytes.get(LONG, IndexForm.AT_LENGTH) != bytes.byteSize()) {
            throw damage("no index of this version");
        }
        this.nodes = number(IndexForm.AT_NODES, 1);
        this.hardLinks = number(IndexForm.AT_HARD_LINKS, 0);
        number(IndexForm.AT_ENTRIES, 0);
        if (bytes.get(LONG, IndexForm.AT_TAR_SIZE) < 0
                || bytes.get(LONG, IndexForm.AT_CONTENT_SIZE) < 0) {
            throw damage("a negative size");
        }
    }

    /** The index that the bytes are. */
    static LayerIndex of(MemorySegment bytes) throws ImageFormatException {
        IndexReader reader = new IndexReader(bytes.isNative() ? bytes : copy(bytes));
        SideTables tables = reader.tables();
        new IndexCheck(reader, tables).check();
        return new LayerIndex(reader, tables);
    }

    /** Reads stay fast where all of them are of one kind of memory. */
    private static MemorySegment copy(MemorySegment heap) {
        return Arena.ofAuto().allocate(heap.byteSize(), Long.BYTES).copyFrom(heap);
    }

    /** The index that this program has just laid into the bytes. */
    static LayerIndex ofOwn(MemorySegment bytes) throws ImageFormatException {
        IndexReader reader = new IndexReader(bytes);
        return new LayerIndex(reader, reader.tables());
    }

    private int number(int at, int least) throws ImageFormatException {
        long number = bytes.get(LONG, at);
        if (number < least || number > MOST_NODES) {
            throw damage("a count of " + number);
        }
        return (int) number;
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

    MemorySegment section(int number) throws ImageFormatException {
        long row = row(number);
        long offset = bytes.get(LONG, row);
        long length = bytes.get(LONG, row + 8);
        if (offset < IndexForm.HEAD
                || length < 0
                || offset > bytes.byteSize()
                || length > bytes.byteSize() - offset) {
            throw damage("section " + number + " is not within it");
        }
        return bytes.asSlice(offset, length);
    }

    NumberColumn numbers(int number) throws ImageFormatException {
        long form = bytes.get(LONG, row(number) + 16);
        int width = (int) (form & 0xff);
        int shift = (int) (form >>> 8);
        if (width > Long.BYTES || (shift != 0 && shift != 9) || form >>> 16 != 0) {
            throw damage("section " + number + " has numbers of " + form);
        }
        long base = bytes.get(LONG, row(number) + 24);
        MemorySegment section = section(number);
        if (section.byteSize() < NumberColumn.PADDING) {
            throw damage("section " + number + " is cut short");
        }
        return new NumberColumn(section, width, shift, base);
    }

    /** How many numbers a section holds at most. */
    long capacity(int number) throws ImageFormatException {
        int width = (int) (bytes.get(LONG, row(number) + 16) & 0xff);
        long room = section(number).byteSize() - NumberColumn.PADDING;
        return width == 0 ? Long.MAX_VALUE : room / width;
    }

    NameColumn names(int starts, int pool) throws ImageFormatException {
        return new NameColumn(numbers(starts), section(pool));
    }

    Ranks ranks(int number) throws ImageFormatException {
        MemorySegment section = section(number);
        if (section.byteSize() != Ranks.bytes(nodes)) {
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

    private static long row(int section) {
        return IndexForm.AT_SECTIONS + (long) section * IndexForm.ROW;
    }

    static ImageFormatException damage(String what) {
        return new ImageFormatException(SideReader.ITEM, "damaged: " + what);
    }
}
