package dev.stratoscope.app.container;

import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.ResourceLimits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is asked of a container as a line of a shell. */
final class RunLine {
    private RunLine() {}

    /** As our own command line has it. */
    static String stratoscope(RunSpec spec, @Nullable String name) {
        return line("stratoscope", spec, name);
    }

    /** As docker has it. */
    static String docker(RunSpec spec, @Nullable String name) {
        return line("docker", spec, name);
    }

    private static String line(String program, RunSpec spec, @Nullable String name) {
        List<String> words = new ArrayList<>(List.of(program, "run", "-d"));
        option(words, "--name", name);
        flag(words, "-i", spec.interactive());
        flag(words, "-t", spec.tty());
        flag(words, "--rm", spec.removeAtExit());
        flag(words, "--read-only", spec.readOnly());
        for (PublishedPort port : spec.ports()) {
            option(words, "-p", port(port));
        }
        spec.env().forEach(one -> option(words, "-e", one));
        for (BindMount bind : spec.binds()) {
            String mount = bind.source() + ":" + bind.target() + (bind.readOnly() ? ":ro" : "");
            option(words, "-v", mount);
        }
        spec.tmpfs().forEach(path -> option(words, "--tmpfs", path));
        option(words, "-u", spec.user());
        option(words, "-w", spec.workdir());
        option(words, "-h", spec.hostname());
        if (spec.network() != NetworkMode.OWN) {
            option(words, "--network", spec.network().name().toLowerCase(Locale.ROOT));
        }
        limits(words, spec.limits());
        option(words, "--stop-signal", spec.stopSignal());
        for (Map.Entry<String, String> label : new TreeMap<>(spec.labels()).entrySet()) {
            option(words, "-l", label.getKey() + "=" + label.getValue());
        }
        List<String> entrypoint = spec.entrypoint();
        List<String> rest = new ArrayList<>();
        if (entrypoint != null) {
            option(words, "--entrypoint", entrypoint.isEmpty() ? "" : entrypoint.getFirst());
            rest.addAll(
                    entrypoint.isEmpty() ? entrypoint : entrypoint.subList(1, entrypoint.size()));
        }
        rest.addAll(spec.command());
        words.add(spec.image());
        words.addAll(rest);
        return CommandText.of(words);
    }

    private static String port(PublishedPort port) {
        String host = port.hostPort() == 0 ? "" : String.valueOf(port.hostPort());
        String address = port.address().contains(":") ? "[" + port.address() + "]" : port.address();
        String front = address.isEmpty() || address.equals("0.0.0.0") ? "" : address + ":";
        return front.isEmpty() && host.isEmpty()
                ? String.valueOf(port.containerPort())
                : front + host + ":" + port.containerPort();
    }

    private static void limits(List<String> words, ResourceLimits limits) {
        if (limits.memory() > 0) {
            option(words, "-m", memory(limits.memory()));
        }
        if (limits.cpus() > 0) {
            String cpus = String.format(Locale.ROOT, "%.3f", limits.cpus());
            option(words, "--cpus", cpus.replaceAll("0+$", "").replaceAll("\\.$", ""));
        }
        if (limits.pids() > 0) {
            option(words, "--pids-limit", String.valueOf(limits.pids()));
        }
    }

    /** Docker's units are powers of two. */
    private static String memory(long bytes) {
        String[] units = {"g", "m", "k"};
        for (int i = 0; i < units.length; i++) {
            long unit = 1L << (30 - 10 * i);
            if (bytes % unit == 0) {
                return bytes / unit + units[i];
            }
        }
        return String.valueOf(bytes);
    }

    private static void flag(List<String> words, String name, boolean on) {
        if (on) {
            words.add(name);
        }
    }

    private static void option(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name);
            words.add(value);
        }
    }
}
