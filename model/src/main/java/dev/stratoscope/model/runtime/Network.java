package dev.stratoscope.model.runtime;

/** The network namespace of a container. */
public enum Network {
    /** One of its own, which published ports lead into. */
    OWN,
    /** That of the machine. */
    HOST,
    /** One of its own with nothing but loopback. */
    NONE
}
