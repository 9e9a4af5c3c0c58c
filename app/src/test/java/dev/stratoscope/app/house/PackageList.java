package dev.stratoscope.app.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The packages of all modules by full name, each with the packages it may use. */
record PackageList(Map<String, Set<String>> allowed) {

    /** Reads {@code packages.txt}, whose first lines explain its form. */
    static PackageList read(Path file) throws IOException {
        Map<String, Map<String, List<String>>> modules = new LinkedHashMap<>();
        Map<String, List<String>> module = new LinkedHashMap<>();
        for (String raw : Files.readAllLines(file)) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                module = new LinkedHashMap<>();
                modules.put(line.substring(1, line.length() - 1), module);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not \"name: uses\": " + line);
            }
            List<String> uses = List.of(line.substring(colon + 1).strip().split("\\s+"));
            if (module.put(line.substring(0, colon), uses) != null) {
                throw new IllegalArgumentException("declared twice: " + line);
            }
        }
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        modules.forEach((name, lines) -> declare(name, lines, allowed));
        return new PackageList(allowed);
    }

    private static void declare(
            String module, Map<String, List<String>> lines, Map<String, Set<String>> allowed) {
        lines.forEach(
                (name, uses) -> {
                    Set<String> used = new LinkedHashSet<>();
                    for (String use : uses) {
                        switch (use) {
                            case "-" -> {}
                            case "*" ->
                                    lines.keySet().stream()
                                            .filter(other -> !other.equals(name))
                                            .forEach(other -> used.add(fullName(module, other)));
                            default -> {
                                if (!lines.containsKey(use)) {
                                    throw new IllegalArgumentException(
                                            "%s/%s uses %s, which is not declared"
                                                    .formatted(module, name, use));
                                }
                                used.add(fullName(module, use));
                            }
                        }
                    }
                    allowed.put(fullName(module, name), used);
                });
    }

    private static String fullName(String module, String name) {
        String base = Repository.BASE_PACKAGE + module;
        return name.equals("(root)") ? base : base + "." + name;
    }

    boolean contains(String packageName) {
        return allowed.containsKey(packageName);
    }

    /** Whether one may use the other; the module system decides about other modules. */
    boolean allows(String from, String to) {
        return from.equals(to)
                || !module(from).equals(module(to))
                || allowed.getOrDefault(from, Set.of()).contains(to);
    }

    /** A way from a package back to itself, or nothing. */
    List<String> cycle() {
        for (String start : allowed.keySet()) {
            List<String> way = wayTo(start, start, new LinkedHashSet<>());
            if (!way.isEmpty()) {
                return way;
            }
        }
        return List.of();
    }

    private List<String> wayTo(String end, String at, Set<String> visited) {
        for (String next : allowed.getOrDefault(at, Set.of())) {
            if (next.equals(end)) {
                return List.of(at, end);
            }
            if (visited.add(next)) {
                List<String> rest = wayTo(end, next, visited);
                if (!rest.isEmpty()) {
                    return Stream.concat(Stream.of(at), rest.stream()).toList();
                }
            }
        }
        return List.of();
    }

    private static String module(String packageName) {
        String rest = packageName.substring(Repository.BASE_PACKAGE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
