package dev.stratoscope.model.union;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * A file of steps, each with its length and checksum, that only grows or is replaced whole. Several
 * may have it open, of which one at a time adds to it and the others read on. What a killed program
 * left of its last step is cut off by the next that adds one.
 *
 * <p>It is no {@code FileChannel}, which an interrupted thread would close for all.
 */
final class Journal implements Closeable {
    private static final byte[] HEAD = "stratoscope upper 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int RECORD_HEAD = 2 * Integer.BYTES;

    private final Path file;
    private RandomAccessFile out;
    private @Nullable Object key;
    private long end;
    private long records;
    private boolean damaged;
    private boolean unsafe;
    private boolean nameUnsafe;

    private Journal(Path file) throws IOException {
        this.file = file;
        this.out = new RandomAccessFile(file.toFile(), "rw");
        this.key = attributes().fileKey();
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** Takes steps, one after another. */
    @FunctionalInterface
    interface Taker {
        void take(Step step) throws IOException;
    }

    /** All steps there have to be. */
    @FunctionalInterface
    interface Giver {
        void give(Taker to) throws IOException;
    }

    /**
     * Opens or makes it. Nothing is read; to be followed by {@link #read} and {@link #cut}.
     *
     * @throws IOException when it can be neither opened nor made
     */
    static Journal open(Path file) throws IOException {
        return new Journal(file);
    }

    /**
     * Reads what was added since it was last read; costs a look at the file when there is nothing.
     *
     * @param taker takes the steps, in order
     * @param anew called before all steps are given from the first one on: at first, and when they
     *     were replaced
     * @throws FileSystemException when it is something else, or a step cannot be
     */
    void read(Taker taker, Runnable anew) throws IOException {
        BasicFileAttributes now = attributes();
        boolean other = !Objects.equals(key, now.fileKey());
        if (other || now.size() < end) {
            RandomAccessFile before = out;
            out = new RandomAccessFile(file.toFile(), "rw");
            key = now.fileKey();
            end = 0;
            before.close();
        }
        if (end == 0) {
            records = 0;
            anew.run();
        }
        if (now.size() > end) {
            readOn(taker);
        }
    }

    /** Closed by nobody: it shares the descriptor of the file. */
    private DataInputStream at(long position) throws IOException {
        out.seek(position);
        return new DataInputStream(
                new BufferedInputStream(new FileInputStream(out.getFD()), 1 << 16));
    }

    private void readOn(Taker taker) throws IOException {
        long length = out.length();
        DataInputStream in = at(end);
        if (end == 0) {
            byte[] head = in.readNBytes(HEAD.length);
            int same = Arrays.mismatch(head, HEAD);
            if (same >= 0 && same < head.length) {
                throw new FileSystemException(
                        file.toString(), null, "is no journal of this version");
            }
            if (head.length < HEAD.length) {
                return;
            }
            end = HEAD.length;
        }
        for (byte[] step = next(in, length - end); step != null; step = next(in, length - end)) {
            try {
                taker.take(StepCodec.decode(step));
            } catch (IOException e) {
                FileSystemException damage =
                        new FileSystemException(
                                file.toString(), null, "step " + records + " cannot be");
                damage.initCause(e);
                throw damage;
            }
            records++;
            end += RECORD_HEAD + step.length;
        }
    }

    /** Cuts off what a killed program left, after {@link #read} and while nobody else adds. */
    void cut() throws IOException {
        if (end == 0) {
            start(out);
        } else if (out.length() > end) {
            out.setLength(end);
        }
    }

    private void start(RandomAccessFile empty) throws IOException {
        empty.setLength(0);
        empty.seek(0);
        empty.write(HEAD);
        end = HEAD.length;
        records = 0;
        unsafe = true;
        nameUnsafe = true;
    }

    /** The next step's bytes; null when there is none, or not the whole of it. */
    private static byte @Nullable [] next(DataInputStream in, long left) throws IOException {
        if (left < RECORD_HEAD) {
            return null;
        }
        try {
            int length = in.readInt();
            int sum = in.readInt();
            if (length <= 0 || length > left - RECORD_HEAD) {
                return null;
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return sum == sum(payload) ? payload : null;
        } catch (EOFException e) {
            return null;
        }
    }

    private static int sum(byte[] payload) {
        CRC32C sum = new CRC32C();
        sum.update(payload);
        return (int) sum.getValue();
    }

    /** How many steps it has. */
    long records() {
        return records;
    }

    /** Adds a step: wholly, or not at all when this fails. */
    void append(Step step) throws IOException {
        if (damaged) {
            throw new FileSystemException(file.toString(), null, "could not be written to before");
        }
        byte[] record = record(step);
        try {
            out.seek(end);
            out.write(record);
        } catch (IOException e) {
            try {
                out.setLength(end);
            } catch (IOException again) {
                damaged = true;
                e.addSuppressed(again);
            }
            throw e;
        }
        end += record.length;
        records++;
        unsafe = true;
    }

    private static byte[] record(Step step) {
        byte[] payload = StepCodec.encode(step);
        return ByteBuffer.allocate(RECORD_HEAD + payload.length)
                .putInt(payload.length)
                .putInt(sum(payload))
                .put(payload)
                .array();
    }

    /** Puts the given steps in the place of all there are, safely. */
    void replace(Giver steps) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        long[] count = new long[1];
        try (RandomAccessFile to = new RandomAccessFile(fresh.toFile(), "rw")) {
            to.write(HEAD);
            steps.give(
                    step -> {
                        to.write(record(step));
                        count[0]++;
                    });
            to.getFD().sync();
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        out.close();
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            records = count[0];
            nameUnsafe = true;
        } finally {
            out = new RandomAccessFile(file.toFile(), "rw");
            key = attributes().fileKey();
            end = out.length();
        }
    }

    /** Whether there is something to {@link #force}. */
    boolean isUnsafe() {
        return unsafe;
    }

    /** Returns when all steps are on the disk. */
    void force() throws IOException {
        out.getFD().sync();
        unsafe = false;
        if (nameUnsafe) {
            DataFolder.forceNames(file.toAbsolutePath().resolveSibling(""));
            nameUnsafe = false;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
