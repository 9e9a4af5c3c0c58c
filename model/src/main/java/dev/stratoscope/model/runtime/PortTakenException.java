package dev.stratoscope.model.runtime;

import java.io.IOException;

/** A port of the machine that cannot be listened at. */
public final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final PublishedPort port;

    /**
     * A port and why.
     *
     * @param reason the system's words
     */
    public PortTakenException(PublishedPort port, String reason) {
        super(port.address() + ":" + port.hostPort() + ": " + reason);
        this.port = port;
    }

    /** The port. */
    public PublishedPort port() {
        return port;
    }
}
