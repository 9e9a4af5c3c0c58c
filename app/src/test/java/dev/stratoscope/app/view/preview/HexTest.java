package dev.stratoscope.app.view.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/** Bytes as lines, and the pages that they come from. */
final class HexTest {
    private static final long TWO_GIGABYTES = 2L << 30;

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void linesTogetherAreTheWholeFile(int width) {
        byte[] bytes = new byte[1_003];
        new Random(1).nextBytes(bytes);
        StringBuilder all = new StringBuilder();
        for (int from = 0; from < bytes.length; from += width) {
            int length = Math.min(width, bytes.length - from);
            HexRow row = HexRow.of(from, 4, bytes, from, length, width);
            assertEquals(HexFormat.of().toHexDigits(from, 4), row.offset());
            assertEquals(length, row.characters().length());
            all.append(row.hex().replace(" ", ""));
        }
        assertEquals(HexFormat.of().formatHex(bytes), all.toString());
    }

    @Test
    void offsetsHaveAsManyDigitsAsTheFileNeeds() {
        assertEquals(4, HexRow.digits(10));
        assertEquals(4, HexRow.digits(65_536));
        assertEquals(6, HexRow.digits(65_537));
        assertEquals(8, HexRow.digits(TWO_GIGABYTES));
        assertEquals(10, HexRow.digits(1L << 33));
    }

    @Test
    void offsetsAreReadInDecimalAndHex() {
        assertEquals(4096, JumpField.parse(" 4,096 "));
        assertEquals(4096, JumpField.parse("0x1000"));
        assertEquals(-1, JumpField.parse("0x"));
        assertEquals(-1, JumpField.parse("-5"));
        assertEquals(-1, JumpField.parse("99999999999999999999"));
    }

    @Test
    void pagesOfAFileOfGigabytesAreReadOneByOne() {
        Counted file = new Counted();
        List<Throwable> failures = new ArrayList<>();
        Pages pages = pages(file, Runnable::run, failures);
        long far = TWO_GIGABYTES / Pages.SIZE - 1;
        assertNull(pages.get(far));
        pages.want(far - 1, far);
        assertEquals(2, file.opened.size());
        byte[] page = pages.get(far);
        assertNotNull(page);
        assertEquals(Counted.at(far * Pages.SIZE + 5), page[5]);
        assertTrue(failures.isEmpty());
    }

    @Test
    void pagesNobodyLooksAtAnyMoreAreNotRead() {
        Counted file = new Counted();
        Deque<Runnable> later = new ArrayDeque<>();
        Pages pages = pages(file, later::add, new ArrayList<>());
        for (long page = 100; page < 200; page++) {
            pages.want(page, page);
        }
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertNotNull(pages.get(199));
        assertNull(pages.get(150));
    }

    @Test
    void onlyTheLastFewPagesAreKept() {
        Counted file = new Counted();
        Pages pages = pages(file, Runnable::run, new ArrayList<>());
        for (long page = 0; page < 500; page++) {
            pages.want(page, page);
        }
        assertNull(pages.get(0));
        assertNotNull(pages.get(499));
    }

    @Test
    void pageThatCannotBeReadIsToldOnce() {
        FileBytes broken =
                new FileBytes() {
                    @Override
                    public long size() {
                        return TWO_GIGABYTES;
                    }

                    @Override
                    public InputStream open(long offset) throws IOException {
                        throw new IOException("damaged");
                    }
                };
        List<Throwable> failures = new ArrayList<>();
        Pages pages = pages(broken, Runnable::run, failures);
        pages.want(7, 7);
        pages.want(7, 7);
        assertEquals(1, failures.size());
    }

    @Test
    void whatWasReadAtFirstIsNotReadAgain() {
        Counted file = new Counted();
        byte[] head = new byte[2 * Pages.SIZE];
        Pages pages = new Pages(null, "x", file, ByteString.of(head), () -> {}, failure -> {});
        pages.want(0, 1);
        assertArrayEquals(new byte[Pages.SIZE], pages.get(1));
        assertTrue(file.opened.isEmpty());
    }

    private static Pages pages(FileBytes file, Executor background, List<Throwable> failures) {
        JobScope jobs = new JobScope(new Jobs(background, Runnable::run));
        return new Pages(jobs, "Reading", file, ByteString.EMPTY, () -> {}, failures::add);
    }

    /** Two gigabytes that lie nowhere. */
    private static final class Counted implements FileBytes {
        private final List<Long> opened = new ArrayList<>();

        static byte at(long offset) {
            return (byte) ((offset * 31) >> 3);
        }

        @Override
        public long size() {
            return TWO_GIGABYTES;
        }

        @Override
        public InputStream open(long offset) {
            opened.add(offset);
            return new InputStream() {
                private long next = offset;

                @Override
                public int read() {
                    return next == TWO_GIGABYTES ? -1 : at(next++) & 0xff;
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    int count = (int) Math.min(length, TWO_GIGABYTES - next);
                    for (int i = 0; i < count; i++) {
                        into[from + i] = at(next++);
                    }
                    return count == 0 && length > 0 ? -1 : count;
                }
            };
        }
    }
}
