package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * The document that an OCI runtime is given (runtime-spec, config.md), with docker's defaults: its
 * capabilities, its masked and read-only paths, its mounts.
 */
final class Bundle {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Files and folders of the kernel that tell of the machine or change it. */
    static final List<String> MASKED =
            List.of(
                    "/proc/acpi",
                    "/proc/asound",
                    "/proc/interrupts",
                    "/proc/kcore",
                    "/proc/keys",
                    "/proc/latency_stats",
                    "/proc/sched_debug",
                    "/proc/scsi",
                    "/proc/timer_list",
                    "/proc/timer_stats",
                    "/sys/devices/virtual/powercap",
                    "/sys/firmware");

    static final List<String> READ_ONLY =
            List.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private static final int CPU_PERIOD = 100_000;

    private final LaunchSpec spec;
    private final Path etc;
    private final @Nullable ObjectNode seccomp;
    private final boolean cgroups;

    /**
     * What a bundle is made of.
     *
     * @param etc the folder of {@link EtcFiles}
     * @param seccomp as {@link Seccomp} makes it; null for a runtime without
     * @param cgroups whether the runtime manages cgroups here
     */
    Bundle(LaunchSpec spec, Path etc, @Nullable ObjectNode seccomp, boolean cgroups) {
        this.spec = spec;
        this.etc = etc;
        this.seccomp = seccomp;
        this.cgroups = cgroups;
    }

    ObjectNode config() {
        ObjectNode config = JSON.objectNode().put("ociVersion", "1.0.2");
        ExecProcess process =
                new ExecProcess(spec.args(), spec.env(), spec.cwd(), spec.user(), spec.tty());
        config.set("process", process(process));
        config.putObject("root")
                .put("path", spec.root().merged().toAbsolutePath().toString())
                .put("readonly", spec.readOnly());
        config.put("hostname", spec.hostname());
        config.set("mounts", mounts());
        config.set("linux", linux());
        return config;
    }

    /** The process alone, as runtimes take it for a further one. */
    static ObjectNode process(ExecProcess process) {
        ObjectNode node = JSON.objectNode().put("terminal", process.tty());
        Identity user = process.user();
        ObjectNode identity = node.putObject("user").put("uid", user.uid()).put("gid", user.gid());
        if (!user.groups().isEmpty()) {
            ArrayNode groups = identity.putArray("additionalGids");
            user.groups().forEach(groups::add);
        }
        texts(node.putArray("args"), process.args());
        texts(node.putArray("env"), process.env());
        node.put("cwd", process.cwd());
        ObjectNode capabilities = node.putObject("capabilities");
        List<String> own = user.uid() == 0 ? Capabilities.KEPT : List.of();
        texts(capabilities.putArray("bounding"), Capabilities.KEPT);
        texts(capabilities.putArray("effective"), own);
        texts(capabilities.putArray("permitted"), own);
        return node.put("noNewPrivileges", true);
    }

    private ArrayNode mounts() {
        ArrayNode all = JSON.arrayNode();
        mount(all, "/proc", "proc", "proc", "nosuid", "noexec", "nodev");
        mount(all, "/dev", "tmpfs", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k");
        mount(
                all,
                "/dev/pts",
                "devpts",
                "devpts",
                "nosuid",
                "noexec",
                "newinstance",
                "ptmxmode=0666",
                "mode=0620",
                "gid=5");
        mount(all, "/sys", "sysfs", "sysfs", "nosuid", "noexec", "nodev", "ro");
        if (cgroups) {
            mount(all, "/sys/fs/cgroup", "cgroup", "cgroup", "ro", "nosuid", "noexec", "nodev");
        }
        mount(all, "/dev/mqueue", "mqueue", "mqueue", "nosuid", "noexec", "nodev");
        mount(
                all,
                "/dev/shm",
                "tmpfs",
                "shm",
                "nosuid",
                "noexec",
                "nodev",
                "mode=1777",
                "size=65536k");
        for (String name : EtcFiles.NAMES) {
            bind(all, etc.resolve(name), "/etc/" + name, spec.readOnly());
        }
        for (String path : spec.tmpfs()) {
            mount(all, path, "tmpfs", "tmpfs", "nosuid", "nodev", "noexec", "mode=1777");
        }
        for (BindMount bind : spec.binds()) {
            bind(all, Path.of(bind.source()), bind.target(), bind.readOnly());
        }
        return all;
    }

    private static void bind(ArrayNode all, Path source, String target, boolean readOnly) {
        mount(all, target, "bind", source.toString(), "rbind", "rprivate", readOnly ? "ro" : "rw");
    }

    private static void mount(
            ArrayNode all, String target, String type, String source, String... options) {
        ObjectNode mount =
                all.addObject().put("destination", target).put("type", type).put("source", source);
        texts(mount.putArray("options"), List.of(options));
    }

    private ObjectNode linux() {
        ObjectNode linux = JSON.objectNode();
        ArrayNode namespaces = linux.putArray("namespaces");
        for (String type : List.of("pid", "ipc", "uts", "mount", "cgroup")) {
            namespaces.addObject().put("type", type);
        }
        if (spec.network() != NetworkMode.HOST) {
            namespaces.addObject().put("type", "network");
            // Docker's own: a network of one's own has no ports that only the superuser may have.
            linux.putObject("sysctl").put("net.ipv4.ip_unprivileged_port_start", "0");
        }
        texts(linux.putArray("maskedPaths"), MASKED);
        texts(linux.putArray("readonlyPaths"), READ_ONLY);
        if (cgroups) {
            linux.put("cgroupsPath", "/stratoscope/" + spec.id());
            linux.set("resources", resources());
        }
        if (seccomp != null) {
            linux.set("seccomp", seccomp);
        }
        return linux;
    }

    private ObjectNode resources() {
        ObjectNode resources = JSON.objectNode();
        resources.putArray("devices").addObject().put("allow", false).put("access", "rwm");
        ResourceLimits limits = spec.limits();
        if (limits.memory() > 0) {
            resources
                    .putObject("memory")
                    .put("limit", limits.memory())
                    .put("swap", limits.memory());
        }
        if (limits.cpus() > 0) {
            resources
                    .putObject("cpu")
                    .put("quota", Math.max(1_000, (long) (limits.cpus() * CPU_PERIOD)))
                    .put("period", CPU_PERIOD);
        }
        if (limits.pids() > 0) {
            resources.putObject("pids").put("limit", limits.pids());
        }
        return resources;
    }

    private static void texts(ArrayNode to, List<String> texts) {
        texts.forEach(to::add);
    }
}
