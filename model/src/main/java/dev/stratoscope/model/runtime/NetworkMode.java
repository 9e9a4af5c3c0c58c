package dev.stratoscope.model.runtime;

/** What a container sees of the network. */
public enum NetworkMode {
    /** A network of its own, reached from outside by its published ports only. */
    OWN,
    /** The machine's network itself. */
    HOST,
    /** Nothing but its own loopback. */
    NONE
}
