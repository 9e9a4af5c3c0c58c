package dev.stratoscope.model.runtime;

import java.io.Serializable;

/**
 * A TCP port of the machine that leads to one of a container.
 *
 * @param address the address of this machine that is listened at: {@code 127.0.0.1}
 * @param hostPort 1 to 65535, or 0 for any that is free
 * @param containerPort 1 to 65535
 */
public record PublishedPort(String address, int hostPort, int containerPort)
        implements Serializable {}
