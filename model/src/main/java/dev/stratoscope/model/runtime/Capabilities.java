package dev.stratoscope.model.runtime;

import java.util.List;

/**
 * The privileges of the superuser that processes in containers keep: docker's list
 * (capabilities(7)).
 */
final class Capabilities {
    /** In the kernel's order. */
    static final List<String> KEPT =
            List.of(
                    "CAP_CHOWN",
                    "CAP_DAC_OVERRIDE",
                    "CAP_FOWNER",
                    "CAP_FSETID",
                    "CAP_KILL",
                    "CAP_SETGID",
                    "CAP_SETUID",
                    "CAP_SETPCAP",
                    "CAP_NET_BIND_SERVICE",
                    "CAP_NET_RAW",
                    "CAP_SYS_CHROOT",
                    "CAP_MKNOD",
                    "CAP_AUDIT_WRITE",
                    "CAP_SETFCAP");

    private Capabilities() {}
}
