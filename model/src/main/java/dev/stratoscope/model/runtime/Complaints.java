package dev.stratoscope.model.runtime;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What runtimes print when they cannot start a program, and what that means. */
final class Complaints {
    private static final Pattern LOGGED = Pattern.compile("msg=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAMES_PROGRAM =
            Pattern.compile("^.*exec: \"(?:[^\"\\\\]|\\\\.)*\": ");
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "^(?:(?:sh|mount|unshare|crun|runc|conmon)(?:: \\d+)?: |(?:runc run|exec)"
                            + " failed: )+");

    /** What says that something else than the program is missing. */
    private static final List<String> OTHER_THINGS =
            List.of("mount", "chdir", "cgroup", "container does not exist", "rootfs", "sysctl");

    private Complaints() {}

    /** The exception for a program that a runtime could not start, as it complained. */
    static LaunchException of(String program, String complaints) {
        String plain = last(complaints);
        String lower = plain.toLowerCase(Locale.ROOT);
        if (OTHER_THINGS.stream().noneMatch(lower::contains)) {
            if (lower.contains("not found in $path") || lower.contains("no such file")) {
                return new LaunchException(
                        program, LaunchException.NOT_FOUND, "there is no such program");
            }
            if (lower.contains("permission denied") || lower.contains("not permitted")) {
                return new LaunchException(
                        program, LaunchException.NOT_EXECUTABLE, "it cannot be executed");
            }
            if (lower.contains("exec format error")) {
                return new LaunchException(
                        program,
                        LaunchException.NOT_EXECUTABLE,
                        "it is no program for this machine");
            }
        }
        return new LaunchException(program, LaunchException.FAILED, plain);
    }

    /** What the last of several lines says. */
    static String last(String complaints) {
        return complaints
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("dmesg(1)"))
                .reduce((_, later) -> later)
                .map(Complaints::plain)
                .orElse("no reason was given");
    }

    /** A line without the time, level and escapes that a runtime's log puts around it. */
    private static String plain(String line) {
        Matcher logged = LOGGED.matcher(line);
        String text = logged.find() ? logged.group(1).replaceAll("\\\\(.)", "$1") : line.strip();
        text = BEGINNING.matcher(text).replaceFirst("");
        return NAMES_PROGRAM.matcher(text).replaceFirst("");
    }
}
