package dev.stratoscope.app.text;

import java.util.List;

/**
 * A command as builders record it, taken apart: {@code |N} build arguments, the shell that runs it,
 * and the command itself.
 *
 * @param arguments the build arguments, {@code NAME=VALUE} each and unquoted; empty for none
 * @param shell such as {@code /bin/sh -c}; empty where no shell is to be seen
 * @param command what is run; as given where neither was found
 */
public record ShellCommand(String arguments, String shell, String command) {
    private static final List<String> WINDOWS =
            List.of("cmd /S /C ", "powershell -Command ", "pwsh -Command ");

    /** Takes {@code created_by}, or what follows {@code RUN} in it, apart. */
    public static ShellCommand of(String given) {
        boolean hasArguments = hasArguments(given);
        int from = hasArguments ? shellIn(given) : 0;
        int end = from < 0 ? -1 : shellEnd(given, from);
        if (end >= 0) {
            String arguments = hasArguments ? given.substring(wordEnd(given, 0), from) : "";
            return new ShellCommand(
                    arguments.strip(),
                    given.substring(from, end).strip(),
                    given.substring(end).strip());
        }
        return hasArguments ? withoutShell(given) : new ShellCommand("", "", given);
    }

    /** Where the word that begins at {@code from} ends. */
    static int wordEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether it begins with {@code |N}, the mark of N build arguments. */
    private static boolean hasArguments(String given) {
        return given.length() > 2 && given.charAt(0) == '|' && Character.isDigit(given.charAt(1));
    }

    /** As many words are arguments as the mark says: without a shell their values end nowhere. */
    private static ShellCommand withoutShell(String given) {
        int end = wordEnd(given, 0);
        int count = end - 1 < 4 ? number(given.substring(1, end)) : 0;
        int at = end;
        for (int i = 0; i < count && at < given.length(); i++) {
            at = wordEnd(given, at + 1);
        }
        return at >= given.length()
                ? new ShellCommand("", "", given)
                : new ShellCommand(
                        given.substring(end, at).strip(), "", given.substring(at).strip());
    }

    private static int number(String digits) {
        return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
    }

    private static int shellIn(String given) {
        int unix = given.indexOf(" /bin/");
        while (unix >= 0 && shellEnd(given, unix + 1) < 0) {
            unix = given.indexOf(" /bin/", unix + 1);
        }
        if (unix >= 0) {
            return unix + 1;
        }
        for (String shell : WINDOWS) {
            int at = given.indexOf(" " + shell);
            if (at >= 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /**
     * Where the command begins after {@code /bin/sh -c}, {@code /bin/bash -o pipefail -c} or {@code
     * cmd /S /C}; -1 for none.
     */
    private static int shellEnd(String given, int from) {
        for (String shell : WINDOWS) {
            if (given.startsWith(shell, from)) {
                return from + shell.length();
            }
        }
        int at = wordEnd(given, from);
        String program = given.substring(from, at);
        if (!program.startsWith("/") || !program.endsWith("sh")) {
            return -1;
        }
        while (at < given.length()) {
            int start = at + 1;
            at = wordEnd(given, start);
            String word = given.substring(start, at);
            if (word.startsWith("-") && !word.startsWith("--") && word.endsWith("c")) {
                return at;
            }
            if (!word.startsWith("-") && !word.equals("pipefail")) {
                return -1;
            }
        }
        return -1;
    }
}
