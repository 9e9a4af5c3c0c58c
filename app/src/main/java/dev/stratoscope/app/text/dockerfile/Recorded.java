package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.text.ShellCommand;
import dev.stratoscope.model.image.History;

import java.util.List;

/**
 * A step of the history, read.
 *
 * @param keyword an instruction in capitals; empty for a step that no instruction is known of
 * @param text what follows the keyword, without what the builder added; of an unknown step all of
 *     it
 * @param form how {@code text} is written
 * @param shell what runs a command, such as {@code /bin/sh -c}; empty where nothing is said
 * @param arguments the build arguments a command was run with; empty for none
 */
record Recorded(String keyword, String text, Form form, String shell, String arguments) {
    private static final String NOP = "#(nop)";
    private static final String BUILDKIT = "# buildkit";

    /** How an instruction stands in the history. */
    enum Form {
        /** As the Dockerfile had it: kaniko. */
        VERBATIM,
        /** Expanded and without quotes, as both of docker's builders note it. */
        EXPANDED
    }

    /**
     * Reads a step.
     *
     * @param shell the words of the shell in force, which a command is known by
     */
    static Recorded of(History step, List<String> shell) {
        String given = step.createdBy().strip();
        boolean buildKit = given.endsWith(BUILDKIT);
        if (buildKit) {
            given = given.substring(0, given.length() - BUILDKIT.length()).strip();
        }
        String word = word(given);
        String rest = given.substring(word.length()).strip();
        Form form = step.author().equals("kaniko") ? Form.VERBATIM : Form.EXPANDED;
        if (word.equals("RUN")) {
            return buildKit || !noShellIn(rest) ? command(rest, shell) : verbatim(rest);
        }
        if (Instruction.isKeyword(word)) {
            return new Recorded(word, rest, form, "", "");
        }
        Recorded command = command(given, shell);
        if (command.text().startsWith(NOP)) {
            String noted = command.text().substring(NOP.length()).strip();
            String keyword = word(noted);
            return Instruction.isKeyword(keyword)
                    ? new Recorded(
                            keyword,
                            noted.substring(keyword.length()).strip(),
                            Form.EXPANDED,
                            "",
                            "")
                    : new Recorded("", noted, Form.EXPANDED, "", "");
        }
        boolean isCommand = !command.shell().isEmpty() || given.startsWith("/");
        return isCommand || !command.arguments().isEmpty()
                ? command
                : new Recorded("", given, form, "", "");
    }

    /** Whether this is known to have been written as a command in shell form. */
    boolean hasShell() {
        return !shell.isEmpty() || form == Form.VERBATIM;
    }

    private static Recorded verbatim(String text) {
        return new Recorded("RUN", text, Form.VERBATIM, "", "");
    }

    private static boolean noShellIn(String rest) {
        ShellCommand parts = ShellCommand.of(rest);
        return parts.shell().isEmpty() && parts.arguments().isEmpty();
    }

    private static Recorded command(String given, List<String> shell) {
        String inForce = String.join(" ", shell);
        if (given.startsWith(inForce + " ")) {
            String text = given.substring(inForce.length()).strip();
            return new Recorded("RUN", text, Form.EXPANDED, inForce, "");
        }
        ShellCommand parts = ShellCommand.of(given);
        return new Recorded(
                "RUN", parts.command(), Form.EXPANDED, parts.shell(), parts.arguments());
    }

    private static String word(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
