package dev.stratoscope.model.runtime;

import java.util.List;

/**
 * Who a process is.
 *
 * @param uid 0 to 4294967294
 * @param gid 0 to 4294967294
 * @param groups its supplementary groups, without duplicates
 * @param home its home folder as the image's {@code /etc/passwd} says, else {@code /}
 */
public record Identity(long uid, long gid, List<Long> groups, String home) {
    /** The superuser with nothing else known of it. */
    public static final Identity ROOT = new Identity(0, 0, List.of(), "/root");

    /** Copies the list. */
    public Identity {
        groups = List.copyOf(groups);
    }
}
