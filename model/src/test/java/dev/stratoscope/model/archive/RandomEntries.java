package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random entries with everything that an entry can say, at the edges of what fields hold. */
final class RandomEntries {
    private static final EntryType[] TYPES = {
        EntryType.FILE,
        EntryType.FILE,
        EntryType.DIRECTORY,
        EntryType.SYMLINK,
        EntryType.HARDLINK,
        EntryType.CHARACTER_DEVICE,
        EntryType.BLOCK_DEVICE,
        EntryType.FIFO
    };

    private final RandomGenerator random;

    RandomEntries(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    EntryList list() {
        List<EntryList.One> entries = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            entries.add(one());
        }
        return new EntryList(entries);
    }

    EntryList.One one() {
        EntryType type = TYPES[random.nextInt(TYPES.length)];
        boolean file = type == EntryType.FILE;
        List<Entry.Extent> sparse = file && random.nextInt(3) == 0 ? pieces() : null;
        int stored = !file ? 0 : sparse == null ? random.nextInt(2_000) : stored(sparse);
        boolean link = type == EntryType.SYMLINK || type == EntryType.HARDLINK;
        Map<ByteString, ByteString> xattrs = new HashMap<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            xattrs.put(name(), ByteString.of(bytes(random.nextInt(120))));
        }
        Attributes attributes =
                new Attributes(
                        type,
                        random.nextInt(010000),
                        number(),
                        number(),
                        random.nextBoolean() ? ByteString.EMPTY : name(),
                        random.nextBoolean() ? ByteString.EMPTY : name(),
                        sparse == null ? stored : size(sparse),
                        number(),
                        random.nextBoolean() ? 0 : random.nextInt(1_000_000_000),
                        link ? name() : ByteString.EMPTY,
                        type.isDevice() ? number() : 0,
                        type.isDevice() ? number() : 0,
                        xattrs);
        ByteString path = type == EntryType.DIRECTORY && random.nextBoolean() ? slashed() : name();
        return new EntryList.One(path, attributes, sparse, ByteString.of(bytes(stored)));
    }

    private List<Entry.Extent> pieces() {
        List<Entry.Extent> pieces = new ArrayList<>();
        long at = 0;
        for (int i = random.nextInt(40); i > 0; i--) {
            at += random.nextLong(1L << random.nextInt(1, 31));
            long length = random.nextInt(3) == 0 ? 0 : random.nextLong(700);
            pieces.add(new Entry.Extent(at, length));
            at += length;
        }
        return pieces;
    }

    private long size(List<Entry.Extent> pieces) {
        Entry.@Nullable Extent last = pieces.isEmpty() ? null : pieces.getLast();
        long end = last == null ? 0 : last.offset() + last.length();
        return end + (random.nextBoolean() ? 0 : random.nextLong(1L << 34));
    }

    private static int stored(List<Entry.Extent> pieces) {
        return (int) pieces.stream().mapToLong(Entry.Extent::length).sum();
    }

    /** Any size of number, both signs. */
    private long number() {
        return random.nextLong() >> random.nextInt(0, 64);
    }

    private ByteString slashed() {
        byte[] name = name().toByteArray();
        name[name.length - 1] = '/';
        return ByteString.of(name);
    }

    /**
     * One byte to 400, any but those that some field cannot hold; lengths around those of fields.
     */
    private ByteString name() {
        int length =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(1, 400);
                    case 1 -> random.nextInt(29, 35);
                    default -> random.nextInt(98, 103);
                };
        byte[] name = new byte[length];
        boolean ascii = random.nextBoolean();
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) (ascii ? random.nextInt('a', 'z') : random.nextInt(1, 256));
            if (name[i] == '=' || (name[i] == '/' && i == length - 1)) {
                name[i] = 'x';
            }
        }
        return ByteString.of(name);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
