package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.IndexCache;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A folder of records, a file each: {@code <kind>/<two hex digits>/<key>.idx}, and {@code new} with
 * those being written. A file is written whole before it gets its name and never changes after, so
 * it can be mapped by any number of programs while others replace or remove it. Who changes a file
 * in place all the same makes reads of what was found throw {@link InternalError}, or be wrong. A
 * record that is damaged or of another version is removed when it is found.
 *
 * <p>Nothing waits for the disk: what a loss of power leaves half written is told by its checksum
 * and made again. A folder that is read-only or full keeps nothing, and that is no error.
 *
 * <p>Safe for use by many threads and processes.
 */
public final class IndexFolder implements IndexCache {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,200}");
    private static final String SUFFIX = ".idx";

    /** A use is noted in the file's time at most this often. */
    private static final Duration NOTED = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;
    private final Unnamed unnamed;

    /**
     * For a folder, which need not exist.
     *
     * @param clock tells when records were used last
     */
    public IndexFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.unnamed = new Unnamed(folder.resolve("new"), clock);
    }

    @Override
    public @Nullable MemorySegment find(Kind kind, String key) {
        Path file = file(kind, key);
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            MemorySegment body = found.isRegularFile() ? RecordFile.open(file, kind, key) : null;
            if (body == null) {
                Files.deleteIfExists(file);
                return null;
            }
            noteUse(file, found.lastModifiedTime().toInstant());
            return body;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public @Nullable MemorySegment keep(Kind kind, String key, MemorySegment bytes) {
        Path file = file(kind, key);
        Path fresh = null;
        try {
            fresh = unnamed.create();
            RecordFile.write(fresh, kind, key, bytes);
            Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
            Files.createDirectories(file.getParent());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return RecordFile.open(file, kind, key);
        } catch (IOException e) {
            unnamed.discard(fresh);
            return null;
        }
    }

    /**
     * On the same disk, since what is temporary elsewhere may be kept in memory; made when needed.
     */
    @Override
    public Path scratch() {
        return folder.resolve("new");
    }

    /**
     * Removes what writers that died have left, and records that nobody needs: those not used for
     * {@link RecordPruning#UNUSED}, and, least recently used first, those beyond {@link
     * RecordPruning#MOST_BYTES} in all.
     *
     * @param needed whether a stored image needs a record, which then stays whatever its age
     * @return the bytes freed
     * @throws IOException when the folder cannot be listed; what cannot be removed stays
     */
    public long prune(BiPredicate<Kind, String> needed) throws IOException {
        return sweep() + new RecordPruning(clock.instant(), needed).run(this);
    }

    /**
     * Removes what writers that died have left.
     *
     * @return the bytes freed
     */
    public long sweep() throws IOException {
        return unnamed.sweep();
    }

    /** The folder of the records of a kind. */
    Path folder(Kind kind) {
        return folder.resolve(kind.word());
    }

    /** The key of a record's file; null for another file. */
    static @Nullable String key(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            return null;
        }
        String key = name.substring(0, name.length() - SUFFIX.length()).replace('+', ':');
        return KEY.matcher(key).matches() ? key : null;
    }

    private Path file(Kind kind, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key of other than letters, digits and :._-");
        }
        CRC32C hash = new CRC32C();
        hash.update(key.getBytes(StandardCharsets.US_ASCII));
        String shard = "%02x".formatted(hash.getValue() & 0xff);
        return folder(kind).resolve(shard).resolve(key.replace(':', '+') + SUFFIX);
    }

    /** A time in the future, left by a clock that jumped, is put right too. */
    private void noteUse(Path file, Instant noted) throws IOException {
        Instant now = clock.instant();
        if (noted.isBefore(now.minus(NOTED)) || noted.isAfter(now)) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException e) {
                // A folder that only can be read from is used all the same.
                return;
            }
        }
    }
}
