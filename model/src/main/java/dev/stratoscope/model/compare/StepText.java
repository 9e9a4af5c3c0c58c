package dev.stratoscope.model.compare;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What a history step says, without what builders put around it, so that the same instruction is
 * told from any builder.
 *
 * @param words the instruction's words, the keyword first; empty where the history is silent
 */
record StepText(List<String> words) {
    private static final StepText SILENT = new StepText(List.of());
    private static final String SHELL = "/bin/sh -c ";
    private static final String NOP = "#(nop)";
    private static final String BUILDKIT = "# buildkit";
    private static final int SHA256 = 64;

    /** Instructions of which a later one says all there is to say, or adds to the earlier. */
    private static final Set<String> SINGLE =
            Set.of(
                    "CMD",
                    "ENTRYPOINT",
                    "EXPOSE",
                    "HEALTHCHECK",
                    "MAINTAINER",
                    "SHELL",
                    "STOPSIGNAL",
                    "USER",
                    "VOLUME",
                    "WORKDIR");

    private static final Set<String> NAMING = Set.of("ARG", "ENV", "LABEL");
    private static final Set<String> COPYING = Set.of("ADD", "COPY");

    /** Reads {@code created_by} as a config has it. */
    static StepText of(String createdBy) {
        String given = createdBy.strip();
        if (given.endsWith(BUILDKIT)) {
            given = given.substring(0, given.length() - BUILDKIT.length()).strip();
        }
        if (given.isEmpty()) {
            return SILENT;
        }
        if (given.startsWith("RUN ")) {
            return run(command(given.substring(4).strip()));
        }
        String command = command(given);
        if (command.startsWith(NOP)) {
            return new StepText(split(command.substring(NOP.length())));
        }
        boolean bare = command.length() == given.length();
        return bare ? new StepText(split(given)) : run(command);
    }

    boolean isSilent() {
        return words.isEmpty();
    }

    String keyword() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** The whole instruction with single blanks. */
    String whole() {
        return String.join(" ", words);
    }

    /** The instruction without the sums of what was copied, which the classic builder notes. */
    String withoutSums() {
        if (!COPYING.contains(keyword())) {
            return whole();
        }
        return String.join(" ", words.stream().map(StepText::withoutSum).toList());
    }

    /** What the step is about, whatever it says of that; null where there is no such thing. */
    @Nullable String subject() {
        if (SINGLE.contains(keyword())) {
            return keyword();
        }
        if (words.size() < 2 || !NAMING.contains(keyword())) {
            return null;
        }
        String name = words.get(1);
        int equals = name.indexOf('=');
        return keyword() + " " + (equals < 0 ? name : name.substring(0, equals));
    }

    private static StepText run(String command) {
        List<String> words = new ArrayList<>();
        words.add("RUN");
        words.addAll(split(command));
        return new StepText(words);
    }

    /** Without the shell, and build arguments before it. */
    private static String command(String given) {
        int shell = given.indexOf(SHELL);
        boolean leads = shell == 0 || (shell > 0 && given.startsWith("|"));
        return leads ? given.substring(shell + SHELL.length()).strip() : given;
    }

    private static String withoutSum(String word) {
        int sum = word.indexOf(':') + 1;
        return word.length() - sum == SHA256
                        && Set.of("file:", "dir:", "multi:").contains(word.substring(0, sum))
                ? word.substring(0, sum)
                : word;
    }

    private static List<String> split(String text) {
        StringTokenizer tokens = new StringTokenizer(text);
        List<String> words = new ArrayList<>();
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
