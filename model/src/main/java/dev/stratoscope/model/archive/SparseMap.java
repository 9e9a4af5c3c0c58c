package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the stored bytes of a sparse file belong, in each of GNU tar's four formats (GNU tar
 * manual, "Storing Sparse Files").
 *
 * @param size the file's logical length in bytes
 * @param pieces the stored pieces, in order
 */
record SparseMap(long size, List<Entry.Extent> pieces) {
    private static final int MOST_PIECES = 1 << 20;

    /**
     * The map of an entry, read from its headers or, in format 1.0, its data; null for a file
     * stored whole.
     */
    static @Nullable SparseMap of(EntryHeaders headers, TarReader tar) throws IOException {
        PaxRecords pax = headers.pax();
        if (headers.header().typeFlag() == 'S') {
            SparseMap map = oldGnu(headers.header(), tar);
            tar.expectPadding(headers.stored());
            return map;
        }
        tar.expectPadding(headers.stored());
        Long real = pax.number("GNU.sparse.realsize");
        Long size = real == null ? pax.number("GNU.sparse.size") : real;
        if (size == null) {
            return null;
        }
        ByteString map = pax.bytes("GNU.sparse.map");
        if (map != null) {
            return new SparseMap(size, pairs(List.of(map.toString().split(",", -1))));
        }
        if (pax.number("GNU.sparse.major") != null) {
            return new SparseMap(size, inData(tar));
        }
        return new SparseMap(size, extents(pax.sparsePieces()));
    }

    /**
     * Refuses maps that overlap, run backwards, leave the file or do not account for the stored
     * bytes.
     */
    void check(long stored) {
        if (size < 0) {
            throw new IllegalArgumentException("a sparse file of " + size + " bytes");
        }
        long end = 0;
        long sum = 0;
        for (Entry.Extent piece : pieces) {
            if (piece.offset() < end
                    || piece.length() < 0
                    || piece.offset() > size
                    || piece.length() > size - piece.offset()) {
                throw new IllegalArgumentException("a sparse map that does not fit its file");
            }
            end = piece.offset() + piece.length();
            sum += piece.length();
        }
        if (sum != stored) {
            throw new IllegalArgumentException(
                    "a sparse map of " + sum + " bytes over " + stored + " stored ones");
        }
    }

    /** How many bytes are stored. */
    long stored() {
        long sum = 0;
        for (Entry.Extent piece : pieces) {
            sum += piece.length();
        }
        return sum;
    }

    /** The map as format 1.0 puts it before the stored bytes, filled up to whole blocks. */
    byte[] toBlocks() {
        StringBuilder numbers = new StringBuilder().append(pieces.size()).append('\n');
        for (Entry.Extent piece : pieces) {
            numbers.append(piece.offset()).append('\n').append(piece.length()).append('\n');
        }
        byte[] digits = numbers.toString().getBytes(StandardCharsets.US_ASCII);
        int blocks = (digits.length + TarReader.BLOCK - 1) / TarReader.BLOCK;
        return Arrays.copyOf(digits, blocks * TarReader.BLOCK);
    }

    private static SparseMap oldGnu(TarHeader header, TarReader tar) throws IOException {
        List<Entry.Extent> pieces = new ArrayList<>();
        byte[] block = header.block().toByteArray();
        addPieces(block, 386, 4, pieces);
        boolean more = block[482] != 0;
        long size = TarNumbers.read(block, 483, 12);
        while (more) {
            byte[] next = tar.readBlock(false);
            addPieces(next, 0, 21, pieces);
            checkCount(pieces.size());
            more = next[504] != 0;
        }
        return new SparseMap(size, pieces);
    }

    private static void addPieces(byte[] block, int at, int count, List<Entry.Extent> pieces) {
        for (int i = 0; i < count; i++) {
            int from = at + i * 24;
            if (block[from] == 0) {
                return;
            }
            pieces.add(
                    new Entry.Extent(
                            TarNumbers.read(block, from, 12),
                            TarNumbers.read(block, from + 12, 12)));
        }
    }

    private static List<Entry.Extent> inData(TarReader tar) throws IOException {
        List<String> numbers = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        long wanted = 1;
        while (numbers.size() < wanted) {
            for (byte b : tar.readBlock(true)) {
                if (b != '\n') {
                    digits.append((char) b);
                    continue;
                }
                numbers.add(digits.toString());
                digits.setLength(0);
                if (numbers.size() == 1) {
                    long count = number(numbers.getFirst());
                    checkCount(count);
                    wanted = 1 + 2 * count;
                }
                if (numbers.size() == wanted) {
                    break;
                }
            }
            if (digits.length() > 2 * TarReader.BLOCK) {
                throw new IllegalArgumentException("a sparse map that is no list of numbers");
            }
        }
        return pairs(numbers.subList(1, numbers.size()));
    }

    private static List<Entry.Extent> pairs(List<String> numbers) {
        List<Long> parsed = new ArrayList<>();
        for (String number : numbers) {
            if (!number.isEmpty()) {
                parsed.add(number(number));
            }
        }
        return extents(parsed);
    }

    private static List<Entry.Extent> extents(List<Long> numbers) {
        if (numbers.size() % 2 != 0) {
            throw new IllegalArgumentException("a sparse map with half a piece");
        }
        List<Entry.Extent> pieces = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            pieces.add(new Entry.Extent(numbers.get(i), numbers.get(i + 1)));
        }
        return pieces;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a sparse map that is no list of numbers", e);
        }
    }

    private static void checkCount(long count) {
        if (count < 0 || count > MOST_PIECES) {
            throw new IllegalArgumentException("a sparse map of " + count + " pieces");
        }
    }
}
