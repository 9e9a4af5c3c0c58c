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
        super("port %s:%d: %s".formatted(port.address(), port.hostPort(), plain(reason)));
        this.port = port;
    }

    private static String plain(String reason) {
        return reason.contains("already in use")
                ? "another program listens there; choose another port with -p"
                : reason;
    }

    /** The port. */
    public PublishedPort port() {
        return port;
    }
}
