package dev.stratoscope.model.runtime;

import dev.stratoscope.model.image.Printable;

import java.io.IOException;

/** A user or group that an image does not know. */
public final class UnknownUserException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * A name and why it is nobody.
     *
     * @param name as it was asked for
     */
    public UnknownUserException(String name, String reason) {
        super(Printable.of(name) + ": " + reason);
        this.name = name;
    }

    /** The user or group, as it was asked for. */
    public String name() {
        return name;
    }
}
