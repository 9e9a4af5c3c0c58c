package dev.stratoscope.model.image;

import java.io.IOException;

/** Input that goes beyond one of {@link Limits}. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String limit;
    private final long value;

    /**
     * Names the limit that was met.
     *
     * @param subject what went beyond it, such as a member's name; escaped
     * @param limit the {@link Limit#word}
     * @param value its value
     */
    public LimitException(String subject, String limit, long value) {
        super(Printable.of(subject) + " goes beyond the limit " + limit + "=" + value);
        this.subject = subject;
        this.limit = limit;
        this.value = value;
    }

    /** The same, said of something inside {@code item}. */
    public LimitException in(String item) {
        return new LimitException(item + ": " + subject, limit, value);
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
