package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * The port to where is kept what one pass over bytes found, so that they need not be read again. A
 * record is versioned by its kind and checked for damage when it is found; one that is missing,
 * damaged or of another version is simply made again. Safe for use by many threads and processes.
 */
public interface IndexCache {
    /** Keeps nothing. */
    IndexCache NONE =
            new IndexCache() {
                @Override
                public @Nullable MemorySegment find(Kind kind, String key) {
                    return null;
                }

                @Override
                public @Nullable MemorySegment keep(Kind kind, String key, MemorySegment bytes) {
                    return null;
                }
            };

    /** What a record is of. */
    enum Kind {
        /** A layer's index, by diffID. */
        LAYER("layers", 1),
        /** The places where a compressed blob can be entered, by the digest of the blob. */
        CHECKPOINTS("checkpoints", 1),
        /** What is known of bytes in place, by the file they lie in and their place there. */
        SEEN("seen", 1),
        /** The members of a compressed archive in place. */
        MEMBERS("members", 1),
        /** How many paths a layer changes in the stack below it, by chainID. */
        CHANGES("changes", 1);

        private final String word;
        private final int version;

        Kind(String word, int version) {
            this.word = word;
            this.version = version;
        }

        /** The name of the folder of such records. */
        public String word() {
            return word;
        }

        /** The version of the records' form; others are not read. */
        public int version() {
            return version;
        }
    }

    /**
     * A record.
     *
     * @param key a digest or another text of letters, digits, colons and dashes
     * @return its bytes, read-only, mapped from a file where possible, valid as long as they are
     *     reachable; null when it is not there or damaged
     */
    @Nullable MemorySegment find(Kind kind, String key);

    /**
     * Keeps a record, replacing one of that key.
     *
     * @return the same bytes as {@link #find} would give them; null where they could not be kept,
     *     which is no error
     */
    @Nullable MemorySegment keep(Kind kind, String key, MemorySegment bytes);

    /** Where copies may lie that are needed for a short while and deleted then. */
    default Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }
}
