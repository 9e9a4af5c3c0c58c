package dev.stratoscope.app.text.dockerfile;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A health check: its command and when it is run.
 *
 * @param test the words of {@code Test}: {@code NONE}, {@code CMD} and a command's words, or {@code
 *     CMD-SHELL} and one line
 * @param flags such as {@code --interval=30s}; those that are not set are left out
 */
record Healthcheck(List<String> test, List<String> flags) {
    private static final List<String> DURATIONS =
            List.of("--interval=", "--timeout=", "--start-period=", "--start-interval=");
    private static final List<String> FIELDS =
            List.of("Interval", "Timeout", "StartPeriod", "StartInterval");
    private static final long SECOND = 1_000_000_000;

    /**
     * Reads {@code &{["CMD" "x"] "30s" "3s" "0s" '\x03'}}, in which the start interval may stand
     * too.
     *
     * @return null when it is not of that form
     */
    static @Nullable Healthcheck ofHistory(String text) {
        GoText reader = new GoText(text);
        List<String> test = reader.skip("&{") ? reader.list() : null;
        if (test == null || test.isEmpty()) {
            return null;
        }
        List<String> flags = new ArrayList<>();
        for (String flag : DURATIONS) {
            reader.skip(" ");
            String duration = reader.string();
            if (duration != null && !duration.equals("0s")) {
                flags.add(flag + duration);
            }
        }
        reader.skip(" ");
        int retries = reader.character();
        if (retries > 0) {
            flags.add("--retries=" + retries);
        }
        return new Healthcheck(test, List.copyOf(flags));
    }

    /** Reads the config's; null when there is none. */
    static @Nullable Healthcheck ofConfig(JsonNode config) {
        List<String> test = new ArrayList<>();
        config.path("Test").forEach(word -> test.add(word.asText()));
        if (test.isEmpty()) {
            return null;
        }
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            long nanos = config.path(FIELDS.get(i)).asLong();
            if (nanos > 0) {
                flags.add(DURATIONS.get(i) + duration(nanos));
            }
        }
        int retries = config.path("Retries").asInt();
        if (retries > 0) {
            flags.add("--retries=" + retries);
        }
        return new Healthcheck(List.copyOf(test), List.copyOf(flags));
    }

    /** The instruction. */
    String line() {
        String begin = "HEALTHCHECK " + (flags.isEmpty() ? "" : String.join(" ", flags) + " ");
        List<String> words = test.subList(1, test.size());
        return switch (test.getFirst()) {
            case "NONE" -> "HEALTHCHECK NONE";
            case "CMD-SHELL" -> begin + "CMD " + String.join(" ", words);
            default -> begin + "CMD " + Words.array(words);
        };
    }

    /** As Go prints a duration: {@code 1m30s}, {@code 500ms}. */
    private static String duration(long nanos) {
        if (nanos < SECOND) {
            return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms" : nanos + "ns";
        }
        long seconds = nanos / SECOND;
        String rest = nanos % SECOND == 0 ? "" : fraction(nanos % SECOND);
        StringBuilder out = new StringBuilder();
        if (seconds >= 3600) {
            out.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            out.append(seconds / 60 % 60).append('m');
        }
        return out.append(seconds % 60).append(rest).append('s').toString();
    }

    private static String fraction(long nanos) {
        return String.format(".%09d", nanos).replaceAll("0+$", "");
    }
}
