package dev.stratoscope.model.container;

import java.io.IOException;

/** A name or id that no container has, or that several have. */
public final class NoSuchContainerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String container;

    /** A name or id, and why it means no container. */
    public NoSuchContainerException(String container, String reason) {
        super(container + ": " + reason);
        this.container = container;
    }

    /** What was asked for. */
    public String container() {
        return container;
    }
}
