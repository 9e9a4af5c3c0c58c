package dev.stratoscope.model.image;

import java.io.IOException;

/** Input that goes beyond one of {@link Limits}. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long value;

    /**
     * Names the limit that was met.
     *
     * @param subject what went beyond it, such as a member's name
     * @param limit the name of the {@link Limits} component
     * @param value its value
     */
    public LimitException(String subject, String limit, long value) {
        super(Printable.of(subject) + " goes beyond the limit " + limit + "=" + value);
        this.limit = limit;
        this.value = value;
    }

    /** The name of the limit. */
    public String limit() {
        return limit;
    }

    /** The limit's value. */
    public long value() {
        return value;
    }
}
