package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What tells whether a file is still as it was, without reading it: its size, times and number.
 *
 * @param place names the file and the part of it that is meant; as a key of {@link IndexCache}
 * @param state differs when the file does
 * @param changed when it was last changed, as far as the file system tells
 */
record Stamp(String place, String state, Instant changed) {
    /** A file changed so shortly ago may change again without its times telling. */
    private static final Duration RACY = Duration.ofSeconds(2);

    /**
     * The stamp of a part of a file.
     *
     * @return null where the system does not tell enough
     */
    static @Nullable Stamp of(Path file, long start, long length) {
        try {
            Path real = file.toRealPath();
            String place = real + "\n" + start + "\n" + length;
            Map<String, Object> told = told(real);
            Instant changed = Instant.MIN;
            StringBuilder state = new StringBuilder();
            for (String name : told.keySet().stream().sorted().toList()) {
                Object value = told.get(name);
                state.append(name).append('=').append(value).append(' ');
                if (value instanceof FileTime time && time.toInstant().isAfter(changed)) {
                    changed = time.toInstant();
                }
            }
            return new Stamp(
                    Digest.sha256(place.getBytes(StandardCharsets.UTF_8)).toString(),
                    state.toString(),
                    changed);
        } catch (IOException e) {
            return null;
        }
    }

    private static Map<String, Object> told(Path real) throws IOException {
        try {
            return Files.readAttributes(real, "unix:size,lastModifiedTime,ctime,ino,dev");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Files.readAttributes(real, "size,lastModifiedTime,creationTime");
        }
    }

    /** Names the file as it is now; as a key of {@link IndexCache}. */
    String version() {
        return Digest.sha256((place + state).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Whether the file was left alone long enough for the stamp to tell of every change to come. A
     * time in the future, as after a clock that jumped, tells nothing.
     */
    boolean isSettled(Instant now) {
        return changed.isBefore(now.minus(RACY));
    }
}
