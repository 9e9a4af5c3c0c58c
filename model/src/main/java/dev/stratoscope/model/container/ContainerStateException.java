package dev.stratoscope.model.container;

import java.io.IOException;

/** A container that is not in the state that a call needs. */
public final class ContainerStateException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String container;
    private final ContainerState.Status status;

    /**
     * A container and its state.
     *
     * @param reason what it would have to be
     */
    public ContainerStateException(String container, ContainerState.Status status, String reason) {
        super(container + ": " + reason);
        this.container = container;
        this.status = status;
    }

    /** The container's name. */
    public String container() {
        return container;
    }

    /** The state it is in. */
    public ContainerState.Status status() {
        return status;
    }
}
