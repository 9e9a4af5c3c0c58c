package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The filter of system calls that a container is given (runtime-spec, config-linux.md, "Seccomp"):
 * the profile that the machine has installed for containers, else a list of calls that are denied.
 */
final class Seccomp {
    /** Where distributions install it. */
    static final Path PROFILE = Path.of("/usr/share/containers/seccomp.json");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What profiles call processors that Java calls otherwise, or as it does. */
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "amd64", List.of("amd64", "SCMP_ARCH_X86_64"),
                    "aarch64", List.of("arm64", "SCMP_ARCH_AARCH64"),
                    "ppc64le", List.of("ppc64le", "SCMP_ARCH_PPC64LE"),
                    "s390x", List.of("s390x", "SCMP_ARCH_S390X"),
                    "riscv64", List.of("riscv64", "SCMP_ARCH_RISCV64"));

    /** Calls that reach beyond the container, or into the kernel deeper than programs need. */
    private static final List<String> DENIED =
            List.of(
                    ("acct add_key bpf clock_adjtime clock_settime create_module delete_module"
                                    + " finit_module fsconfig fsmount fsopen fspick get_kernel_syms"
                                    + " init_module io_uring_enter io_uring_register io_uring_setup"
                                    + " ioperm iopl kcmp kexec_file_load kexec_load keyctl"
                                    + " lookup_dcookie mount mount_setattr move_mount"
                                    + " name_to_handle_at nfsservctl open_by_handle_at open_tree"
                                    + " perf_event_open pivot_root process_vm_readv"
                                    + " process_vm_writev query_module quotactl quotactl_fd reboot"
                                    + " request_key setns settimeofday stime swapoff swapon syslog"
                                    + " umount umount2 unshare uselib userfaultfd vhangup vm86"
                                    + " vm86old")
                            .split(" ", -1));

    private Seccomp() {}

    /** The filter for processes with the capabilities of containers on this machine. */
    static ObjectNode filter() throws IOException {
        return filter(
                Files.isRegularFile(PROFILE) ? Files.readAllBytes(PROFILE) : null,
                System.getProperty("os.arch", ""));
    }

    /**
     * The filter of a profile.
     *
     * @param profile as moby and containers/common write it; null is none
     * @param processor as Java calls it
     */
    static ObjectNode filter(byte @Nullable [] profile, String processor) throws IOException {
        List<String> names = NAMES.get(processor);
        if (profile == null || names == null) {
            return denying();
        }
        JsonNode root = new Documents(Limits.DEFAULT).parse("seccomp.json", profile);
        ObjectNode filter = JSON.objectNode();
        filter.set("defaultAction", root.path("defaultAction"));
        copy(root, "defaultErrnoRet", filter);
        filter.set("architectures", architectures(root, names.getLast()));
        ArrayNode calls = filter.putArray("syscalls");
        for (JsonNode rule : root.path("syscalls")) {
            if (applies(rule, names.getFirst())) {
                ObjectNode call = calls.addObject();
                call.set("names", rule.path("names"));
                call.set("action", rule.path("action"));
                copy(rule, "errnoRet", call);
                if (!rule.path("args").isEmpty()) {
                    call.set("args", rule.path("args"));
                }
            }
        }
        return filter;
    }

    private static void copy(JsonNode from, String name, ObjectNode to) {
        if (from.path(name).isIntegralNumber()) {
            to.set(name, from.path(name));
        }
    }

    private static ArrayNode architectures(JsonNode root, String own) {
        ArrayNode all = JSON.arrayNode().add(own);
        for (JsonNode known : root.path("archMap")) {
            if (own.equals(known.path("architecture").asText())) {
                known.path("subArchitectures").forEach(all::add);
            }
        }
        return all;
    }

    private static boolean applies(JsonNode rule, String processor) {
        JsonNode wanted = rule.path("includes");
        JsonNode unwanted = rule.path("excludes");
        return all(wanted.path("caps"))
                && (wanted.path("arches").isEmpty() || names(wanted.path("arches"), processor))
                && !any(unwanted.path("caps"))
                && !names(unwanted.path("arches"), processor);
    }

    private static boolean all(JsonNode capabilities) {
        for (JsonNode one : capabilities) {
            if (!Capabilities.KEPT.contains(one.asText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(JsonNode capabilities) {
        for (JsonNode one : capabilities) {
            if (Capabilities.KEPT.contains(one.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(JsonNode processors, String processor) {
        for (JsonNode one : processors) {
            if (one.asText().equals(processor)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode denying() {
        ObjectNode filter = JSON.objectNode().put("defaultAction", "SCMP_ACT_ALLOW");
        ObjectNode rule = filter.putArray("syscalls").addObject();
        DENIED.forEach(rule.putArray("names")::add);
        rule.put("action", "SCMP_ACT_ERRNO").put("errnoRet", 1);
        return filter;
    }
}
