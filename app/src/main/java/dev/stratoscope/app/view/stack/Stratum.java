package dev.stratoscope.app.view.stack;

import org.jspecify.annotations.Nullable;

/**
 * One band of a layer's core sample: a directory and what the layer itself put there.
 *
 * @param name the directory's path without a leading slash, or {@code other}
 * @param size bytes, 0 or more
 * @param waste why these bytes serve nothing ({@code left-over cache}, {@code replaced}, {@code
 *     deleted above}); null when they are needed
 */
public record Stratum(String name, long size, @Nullable String waste) {
    /**
     * A band of bytes that are needed.
     *
     * @param name the directory's path
     * @param size bytes, 0 or more
     */
    public Stratum(String name, long size) {
        this(name, size, null);
    }
}
