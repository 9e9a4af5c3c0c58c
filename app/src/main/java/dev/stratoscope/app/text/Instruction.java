package dev.stratoscope.app.text;

import dev.stratoscope.model.dockerfile.Keywords;

/**
 * The Dockerfile instruction behind a history step, without what builders put around it.
 *
 * @param keyword an instruction in capitals such as {@code RUN}; {@code base} for an unnamed bottom
 *     layer, {@code layer} for one that no Dockerfile instruction can be told of
 * @param text what follows the keyword, as written; may be empty. Comes from the image: escape it
 *     before showing it
 */
public record Instruction(String keyword, String text) {
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
        if (Keywords.ALL.contains(word)) {
            return new Instruction(word, given.substring(end).strip());
        }
        String command = command(given);
        if (command.startsWith(NOP)) {
            return step(command.substring(NOP.length()).strip());
        }
        boolean shell = !command.equals(given) || given.startsWith("/");
        return new Instruction(shell ? "RUN" : "layer", command);
    }

    /** Whether a word is a Dockerfile instruction, in capitals. */
    public static boolean isKeyword(String word) {
        return Keywords.ALL.contains(word);
    }

    /**
     * Where a step's own words begin behind what a builder put before them: at the keyword, or
     * where none is written at the command.
     *
     * @param createdBy {@code created_by} as the config has it
     * @return an index into {@code createdBy}, its length at most
     */
    public static int start(String createdBy) {
        int nop = createdBy.indexOf(NOP);
        int at = nop < 0 ? 0 : nop + NOP.length();
        while (at < createdBy.length() && Character.isWhitespace(createdBy.charAt(at))) {
            at++;
        }
        if (nop >= 0 || isKeyword(createdBy.substring(at, ShellCommand.wordEnd(createdBy, at)))) {
            return at;
        }
        String command = command(createdBy.strip());
        return Math.max(0, createdBy.lastIndexOf(command));
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
        return Keywords.ALL.contains(word)
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

    private static String command(String given) {
        return ShellCommand.of(given).command();
    }

    private static int wordEnd(String text) {
        return ShellCommand.wordEnd(text, 0);
    }
}
