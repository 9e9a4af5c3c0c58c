package dev.stratoscope.model.image;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a reader accepts before it gives up on hostile input. Going beyond one is a {@link
 * LimitException} that names it. Immutable.
 */
public final class Limits {
    /** Generous for real images, small beside a machine. */
    public static final Limits DEFAULT = new Limits(new EnumMap<>(Limit.class));

    /** The values that are not the standard ones. */
    private final Map<Limit, Long> changed;

    private Limits(Map<Limit, Long> changed) {
        this.changed = Collections.unmodifiableMap(changed);
    }

    /** The names of all limits. */
    public static List<String> names() {
        return Arrays.stream(Limit.values()).map(Limit::word).toList();
    }

    /**
     * These limits with another value for one.
     *
     * @param name a {@link Limit#word}
     * @throws IllegalArgumentException when there is no such limit, or it cannot have that value;
     *     the message says what there is
     */
    public Limits with(String name, long value) {
        for (Limit limit : Limit.values()) {
            if (limit.word().equals(name)) {
                return with(limit, value);
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + Printable.of(name)
                        + "' is not a limit; there are "
                        + String.join(", ", names()));
    }

    /** As the other. */
    public Limits with(Limit limit, long value) {
        if (value < 1 || value > limit.most()) {
            throw new IllegalArgumentException(
                    "the limit "
                            + limit.word()
                            + " can be 1 to "
                            + limit.most()
                            + ", not "
                            + value);
        }
        Map<Limit, Long> values = new EnumMap<>(Limit.class);
        values.putAll(changed);
        values.put(limit, value);
        return new Limits(values);
    }

    /** The value of one. */
    public long of(Limit limit) {
        Long value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /** The value of {@link Limit#DOCUMENT_BYTES}. */
    public int documentBytes() {
        return small(Limit.DOCUMENT_BYTES);
    }

    /** The value of {@link Limit#DOCUMENT_DEPTH}. */
    public int documentDepth() {
        return small(Limit.DOCUMENT_DEPTH);
    }

    /** The value of {@link Limit#MEMBERS}. */
    public int members() {
        return small(Limit.MEMBERS);
    }

    /** The value of {@link Limit#MANIFESTS}. */
    public int manifests() {
        return small(Limit.MANIFESTS);
    }

    /** The value of {@link Limit#LAYERS}. */
    public int layers() {
        return small(Limit.LAYERS);
    }

    /** The value of {@link Limit#ENTRIES}. */
    public int entries() {
        return small(Limit.ENTRIES);
    }

    /** The value of {@link Limit#PATH_BYTES}. */
    public int pathBytes() {
        return small(Limit.PATH_BYTES);
    }

    /** The value of {@link Limit#HEADER_BYTES}. */
    public int headerBytes() {
        return small(Limit.HEADER_BYTES);
    }

    /** The value of {@link Limit#INDEX_BYTES}. */
    public long indexBytes() {
        return of(Limit.INDEX_BYTES);
    }

    /** The value of {@link Limit#EXPANDED_BYTES}. */
    public long expandedBytes() {
        return of(Limit.EXPANDED_BYTES);
    }

    /** The value of {@link Limit#EXPANDED_RATIO}. */
    public int expandedRatio() {
        return small(Limit.EXPANDED_RATIO);
    }

    private int small(Limit limit) {
        return Math.toIntExact(of(limit));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && limits.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    /** The limits that are not the standard ones, such as {@code entries=5}. */
    @Override
    public String toString() {
        return changed.entrySet().stream()
                .map(one -> one.getKey().word() + "=" + one.getValue())
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
