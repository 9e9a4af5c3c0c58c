package dev.stratoscope.app.text;

import java.util.Set;

/**
 * The Dockerfile instruction behind a history step, without what builders put around it.
 *
 * @param keyword an instruction in capitals such as {@code RUN}; {@code base} for an unnamed bottom
 *     layer, {@code layer} for one that no Dockerfile instruction can be told of
 * @param text what follows the keyword, as written; may be empty. Comes from the image: escape it
 *     before showing it
 */
public record Instruction(String keyword, String text) {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "ADD",
                    "ARG",
                    "CMD",
                    "COPY",
                    "ENTRYPOINT",
                    "ENV",
                    "EXPOSE",
                    "FROM",
                    "HEALTHCHECK",
                    "LABEL",
                    "MAINTAINER",
                    "ONBUILD",
                    "RUN",
                    "SHELL",
                    "STOPSIGNAL",
                    "USER",
                    "VOLUME",
                    "WORKDIR");
    private static final String BUILDKIT = " # buildkit";
    private static final String NOP = "#(nop)";
    private static final int SHA256 = 64;
    private static final int SHORT = 12;

    /**
     * Reads a history step.
     *
     * @param createdBy {@code created_by} as the config has it
     * @param layer the layer the step made, from 0 at the bottom; -1 for none
     */
    public static Instruction of(String createdBy, int layer) {
        String given = createdBy.strip();
        if (given.endsWith(BUILDKIT.strip())) {
            given = given.substring(0, given.length() - BUILDKIT.length() + 1).stripTrailing();
        }
        if (given.isEmpty()) {
            return new Instruction(layer == 0 ? "base" : "layer", "");
        }
        int end = wordEnd(given);
        String word = given.substring(0, end);
        if (word.equals("RUN")) {
            return new Instruction(word, command(given.substring(end).strip()));
        }
        if (KEYWORDS.contains(word)) {
            return new Instruction(word, given.substring(end).strip());
        }
        String command = command(given);
        if (command.startsWith(NOP)) {
            return step(command.substring(NOP.length()).strip());
        }
        boolean shell = !command.equals(given) || given.startsWith("/");
        return new Instruction(shell ? "RUN" : "layer", command);
    }

    /** {@code RUN apt-get update}: keyword and text in one line. */
    @Override
    public String toString() {
        return text.isEmpty() ? keyword : keyword + " " + text;
    }

    /** What the classic builder notes after {@code #(nop)}. */
    private static Instruction step(String text) {
        int end = wordEnd(text);
        String word = text.substring(0, end);
        return KEYWORDS.contains(word)
                ? new Instruction(word, shortened(text.substring(end).strip()))
                : new Instruction("layer", text);
    }

    /**
     * ADD and COPY begin with {@code file:}, {@code dir:} or {@code multi:} and a sha256, of which
     * a docker id's length will do.
     */
    private static String shortened(String text) {
        int hash = text.indexOf(':') + 1;
        int end = wordEnd(text);
        boolean sum =
                end - hash == SHA256
                        && (text.startsWith("file:")
                                || text.startsWith("dir:")
                                || text.startsWith("multi:"));
        return sum ? text.substring(0, hash + SHORT) + text.substring(end) : text;
    }

    /**
     * The command without build arguments and the shell that runs it; as given when no shell is to
     * be seen.
     */
    private static String command(String given) {
        int from = arguments(given) ? shellIn(given) : 0;
        int end = from < 0 ? -1 : shellEnd(given, from);
        return end < 0 ? given : given.substring(end).strip();
    }

    /** Whether it begins with {@code |N}, the mark of N build arguments. */
    private static boolean arguments(String given) {
        return given.length() > 2 && given.charAt(0) == '|' && Character.isDigit(given.charAt(1));
    }

    private static int shellIn(String given) {
        int unix = given.indexOf(" /bin/");
        while (unix >= 0 && shellEnd(given, unix + 1) < 0) {
            unix = given.indexOf(" /bin/", unix + 1);
        }
        int at = unix >= 0 ? unix : given.indexOf(" cmd /S /C ");
        return at < 0 ? -1 : at + 1;
    }

    /**
     * Where the command begins after {@code /bin/sh -c}, {@code /bin/bash -o pipefail -c} or {@code
     * cmd /S /C}; -1 for none.
     */
    private static int shellEnd(String given, int from) {
        if (given.startsWith("cmd /S /C ", from)) {
            return from + 10;
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

    private static int wordEnd(String text) {
        return wordEnd(text, 0);
    }

    private static int wordEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }
}
