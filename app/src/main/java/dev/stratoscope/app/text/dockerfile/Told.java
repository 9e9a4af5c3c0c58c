package dev.stratoscope.app.text.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the instructions written so far set. Not for several threads. */
final class Told {
    final Map<String, String> env = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, String> texts = new LinkedHashMap<>();
    final Map<String, List<String>> lists = new LinkedHashMap<>();
    final Set<String> ports = new LinkedHashSet<>();
    final Set<String> volumes = new LinkedHashSet<>();
    final List<String> triggers = new ArrayList<>();
    private List<String> shell;
    private @Nullable String healthcheck;

    Told(List<String> shell) {
        this.shell = shell;
    }

    /** The words of the shell in force. */
    List<String> shell() {
        return shell;
    }

    void shell(List<String> words) {
        shell = List.copyOf(words);
    }

    /** The last HEALTHCHECK; null for none. */
    @Nullable String healthcheck() {
        return healthcheck;
    }

    void healthcheck(String line) {
        healthcheck = line;
    }

    /** Takes in a WORKDIR, which may be relative to the one before. */
    void workdir(String path) {
        String before = texts.getOrDefault("WORKDIR", "/");
        String whole = path.startsWith("/") ? path : before + "/" + path;
        texts.put("WORKDIR", whole.replaceAll("/{2,}", "/"));
    }
}
