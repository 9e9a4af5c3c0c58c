package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found out of this machine's launchers, kept on disk for as long as the program and the
 * machine's start are the same: a launcher is tried when it is first needed, and not again.
 */
final class Probes {
    /** The fastest first; the basic launcher, which confines less, last. */
    static final List<String> ORDER = List.of("crun", "runc", Launcher.BASIC);

    private final Path home;
    private final Map<String, Fit> known = new HashMap<>();

    Probes(Path home) {
        this.home = home;
    }

    /** All of them, in order; none where there are none to be looked for. */
    List<Fit> all() throws IOException {
        List<Fit> all = new ArrayList<>();
        for (String name : isLinux() ? ORDER : List.<String>of()) {
            all.add(of(name));
        }
        return all;
    }

    /** What is to be known of a launcher. */
    synchronized Fit of(String name) throws IOException {
        Fit fit = known.get(name);
        if (fit == null) {
            fit = find(name);
            known.put(name, fit);
        }
        return fit;
    }

    private Fit find(String name) throws IOException {
        String obstacle = obstacle();
        if (obstacle != null) {
            return Probe.unfit(name, "", "", obstacle);
        }
        String mark = mark(name);
        Path file = home.resolve("launchers").resolve(name + ".json");
        JsonNode kept = Json.read(file);
        if (kept != null && kept.path("mark").asText().equals(mark)) {
            return LaunchRecord.fit(kept);
        }
        Probe probe = new Probe(home, Skeleton.in(home));
        Fit fit = name.equals(Launcher.BASIC) ? probe.basic() : probe.runtime(name);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mark", mark);
        Files.createDirectories(file.getParent());
        Json.write(file, node.setAll(LaunchRecord.node(fit)));
        return fit;
    }

    /** Why nothing can be run here at all, in words; null when nothing forbids it. */
    private static @Nullable String obstacle() throws IOException {
        if (!isLinux()) {
            return "containers run on Linux only";
        }
        Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return uid.equals(0) ? null : "needs root";
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
    }

    /** Changes when the program is another one, or the machine was started again. */
    private static String mark(String name) throws IOException {
        String program = Commands.find(name);
        if (program == null) {
            return ProcessFiles.boot();
        }
        Path file = Path.of(program);
        return String.join(
                " ",
                program,
                Long.toString(Files.size(file)),
                Files.getLastModifiedTime(file).toString(),
                ProcessFiles.boot());
    }
}
