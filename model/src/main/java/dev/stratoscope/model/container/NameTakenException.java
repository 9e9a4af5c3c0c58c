package dev.stratoscope.model.container;

import java.io.IOException;

/** A name that another container has. */
public final class NameTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** A name. */
    public NameTakenException(String name) {
        super(name + ": another container has this name; remove or rename it, or choose another");
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
