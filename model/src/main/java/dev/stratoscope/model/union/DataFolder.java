package dev.stratoscope.model.union;

import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The bytes of files, each in a file named by its number; an empty one may have none. */
final class DataFolder {
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final Set<Long> unsafe = new TreeSet<>();
    private boolean namesUnsafe;

    DataFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** Copies all files to a folder that is made. */
    static void copy(Path from, Path to, Progress progress) throws IOException {
        Files.createDirectory(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                progress.advance(1);
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Whoever knows which files there are. */
    @FunctionalInterface
    interface Known {
        boolean test(long number);
    }

    /**
     * Removes what nobody knows.
     *
     * @return the largest number met
     */
    long sweep(Known known) throws IOException {
        long largest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                long number;
                try {
                    number = Long.parseLong(file.getFileName().toString(), 16);
                } catch (NumberFormatException e) {
                    continue;
                }
                largest = Math.max(largest, number);
                if (!known.test(number)) {
                    Files.delete(file);
                }
            }
        }
        return largest;
    }

    private Path file(long number) {
        return folder.resolve(String.format(Locale.ROOT, "%x", number));
    }

    /** Writes a new file's bytes; nothing is left when that fails. */
    void write(long number, InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = bytes.readNBytes(buffer, 0, BUFFER);
        if (read == 0) {
            return;
        }
        unsafe.add(number);
        try (RandomAccessFile out = open(number, true)) {
            long position = 0;
            while (read > 0) {
                if (!isZero(buffer, read)) {
                    out.seek(position);
                    out.write(buffer, 0, read);
                }
                position += read;
                read = bytes.readNBytes(buffer, 0, BUFFER);
            }
            out.setLength(position);
        } catch (IOException | RuntimeException e) {
            remove(number);
            throw e;
        }
    }

    private static boolean isZero(byte[] buffer, int length) {
        return length == BUFFER && buffer[0] == 0 && Arrays.equals(buffer, new byte[BUFFER]);
    }

    /** Its length; 0 when there is none. */
    long size(long number) throws IOException {
        Path file = file(number);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }

    /** When a file was last written to; null when there is none. */
    @Nullable FileTime written(long number) throws IOException {
        try {
            return Files.getLastModifiedTime(file(number), LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** A file's bytes from a place on; none when there is no file. */
    InputStream stream(long number, long offset) throws IOException {
        Path file = file(number);
        if (!has(number)) {
            return InputStream.nullInputStream();
        }
        InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        try {
            bytes.skipNBytes(offset);
            return bytes;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Opens a file's bytes.
     *
     * @param write whether it may be written to, and is made if there is none
     */
    RandomAccessFile open(long number, boolean write) throws IOException {
        Path file = file(number);
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "is no file of bytes");
        }
        namesUnsafe |= write && !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        return new RandomAccessFile(file.toFile(), write ? "rw" : "r");
    }

    boolean has(long number) {
        return Files.exists(file(number), LinkOption.NOFOLLOW_LINKS);
    }

    /** Tells that a file was written to. */
    void wrote(long number) {
        unsafe.add(number);
    }

    void remove(long number) throws IOException {
        unsafe.remove(number);
        Files.deleteIfExists(file(number));
    }

    boolean isSafe() {
        return unsafe.isEmpty();
    }

    /** Returns when all that was written is on the disk. */
    void force() throws IOException {
        for (long number : unsafe) {
            if (has(number)) {
                try (RandomAccessFile file = open(number, true)) {
                    file.getFD().sync();
                }
            }
        }
        unsafe.clear();
        if (namesUnsafe) {
            forceNames(folder);
            namesUnsafe = false;
        }
    }

    /** Returns when a folder's names are on the disk. */
    static void forceNames(Path folder) throws IOException {
        // Windows opens no folder; there is no other way there.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
