package dev.stratoscope.model.dockerfile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What {@code # check=} says.
 *
 * @param skipped the rules that are not looked for; {@code all} for none
 * @param experimental the rules that are looked for only where they are asked for
 * @param error whether findings stop a build
 */
record CheckDirective(Set<String> skipped, Set<String> experimental, boolean error) {
    static CheckDirective of(Directives directives) {
        Set<String> skipped = new HashSet<>();
        Set<String> experimental = new HashSet<>();
        boolean error = false;
        for (String part : directives.values().getOrDefault("check", "").split(";", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (key.equals("skip") || key.equals("experimental")) {
                Set<String> named = key.equals("skip") ? skipped : experimental;
                Arrays.stream(value.split(",", -1)).map(String::strip).forEach(named::add);
            } else if (key.equals("error")) {
                error = value.equalsIgnoreCase("true");
            }
        }
        return new CheckDirective(skipped, experimental, error);
    }
}
