package dev.stratoscope.app.text.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the instructions of steps, and notes what they set. Not for several threads. */
final class Instructions {
    /** {@code [flags]file:SHA in DEST}: the classic builder knows sources by their sum only. */
    private static final Pattern SUMMED =
            Pattern.compile("(--\\S*?)?\\s*(file|dir|multi):(\\p{XDigit}{64}) in (.*)");

    private static final Pattern ABSOLUTE = Pattern.compile("(?:--\\S+ +)*/");
    private static final Pattern FILE_HEREDOC = Pattern.compile("<<-?[\"']?(\\w+)[\"']?");
    private static final Pattern CHECK = Pattern.compile("(?:--\\S+\\s+)*(?:NONE|CMD)\\b");
    private static final String NO_CHECK = "HEALTHCHECK NONE";
    private static final int SHORT = 12;

    private final Script script;
    private final Told told;
    private final RunConfig run;

    Instructions(Script script, Told told, RunConfig run) {
        this.script = script;
        this.told = told;
        this.run = run;
    }

    /** Writes one step whose keyword is known. */
    void write(Recorded step, int index, int layer) {
        String text = step.text();
        boolean verbatim = step.form() == Recorded.Form.VERBATIM;
        switch (step.keyword()) {
            case "RUN" -> command(step, index);
            case "COPY", "ADD" -> copy(step.keyword(), text, layer, verbatim);
            case "ENV" -> pairs(step, told.env, run.env());
            case "LABEL" -> pairs(step, told.labels, run.labels());
            case "CMD", "ENTRYPOINT" -> list(step.keyword(), text);
            case "SHELL" -> shell(text);
            case "EXPOSE" -> expose(text);
            case "VOLUME" -> volume(text);
            case "HEALTHCHECK" -> healthcheck(text);
            case "ONBUILD" -> {
                told.triggers.add(text);
                plain("ONBUILD", text);
            }
            default -> {
                if (step.keyword().equals("WORKDIR")) {
                    told.workdir(text);
                } else {
                    told.texts.put(step.keyword(), text);
                }
                boolean literal = verbatim || step.keyword().equals("ARG");
                plain(step.keyword(), literal ? text : Words.unexpanded(text));
            }
        }
    }

    private void plain(String keyword, String text) {
        script.instruction((keyword + " " + text.replace("\n", "\\n")).strip());
    }

    private void command(Recorded step, int index) {
        if (!step.arguments().isEmpty()) {
            script.comment("Build arguments: " + step.arguments());
        }
        if (step.text().startsWith("/dev/pipes/")) {
            script.comment("The script was a heredoc, which the history does not keep.");
        }
        String inForce = String.join(" ", told.shell());
        if (!step.hasShell()) {
            List<String> words = new ArrayList<>();
            for (String word : step.text().split("\\s+", -1)) {
                words.add(word);
            }
            script.instruction("RUN " + Words.array(words));
            return;
        }
        if (!step.shell().isEmpty() && !step.shell().equals(inForce)) {
            script.step(-1);
            script.comment("The history does not tell of the SHELL that the next command ran in.");
            List<String> words = List.of(step.shell().split("\\s+", -1));
            script.instruction("SHELL " + Words.array(words));
            told.shell(words);
            script.step(index);
        }
        script.instruction(CommandLayout.lines("RUN", step.text()));
    }

    private void copy(String keyword, String text, int layer, boolean verbatim) {
        Matcher summed = SUMMED.matcher(text);
        if (summed.matches()) {
            String flags = summed.group(1) == null ? "" : summed.group(1) + " ";
            String sum = summed.group(3);
            String kind = summed.group(2);
            String name = kind + "-" + sum.substring(0, SHORT) + (kind.equals("file") ? "" : "/");
            String target = summed.group(4).strip();
            boolean root = keyword.equals("ADD") && layer == 0 && target.equals("/");
            script.comment(
                    root
                            ? "The archive of a root file system, of which the sum is " + sum
                            : kind + "-" + sum.substring(0, SHORT) + " had the sum " + sum);
            String paths =
                    target.contains(" ")
                            ? Words.array(List.of(name, Words.unexpanded(target)))
                            : name + " " + Words.unexpanded(target);
            script.instruction(keyword + " " + flags + paths);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(keyword + " " + (verbatim ? text : Words.unexpanded(text)));
        Matcher inline = FILE_HEREDOC.matcher(text);
        while (inline.find()) {
            lines.add(inline.group(1));
        }
        if (lines.size() > 1) {
            script.comment("The history does not keep what stood in the heredoc.");
        } else if (!verbatim && ABSOLUTE.matcher(text).lookingAt()) {
            script.comment("Perhaps COPY --from another stage or image, which history keeps not.");
        }
        script.instruction(lines);
    }

    private void pairs(Recorded step, Map<String, String> noted, Map<String, String> known) {
        Map<String, String> pairs = Pairs.of(step.text(), known);
        noted.putAll(pairs);
        if (step.form() == Recorded.Form.VERBATIM || pairs.isEmpty()) {
            plain(step.keyword(), step.text());
        } else {
            script.pairs(step.keyword(), new LinkedHashMap<>(pairs));
        }
    }

    private void list(String keyword, String text) {
        List<String> words = GoText.list(text);
        if (words == null) {
            told.lists.put(keyword, shellForm(text));
            plain(keyword, text);
        } else {
            told.lists.put(keyword, words);
            script.instruction(keyword + " " + Words.array(words));
        }
    }

    private List<String> shellForm(String text) {
        List<String> words = new ArrayList<>(told.shell());
        words.add(text);
        return words;
    }

    private void shell(String text) {
        @Nullable List<String> words = GoText.list(text);
        List<String> known = run.list("Shell");
        if (words == null && text.equals("[" + String.join(" ", known) + "]")) {
            words = known;
        }
        if (words == null) {
            words = GoText.bare(text);
        }
        if (words == null || words.isEmpty()) {
            words = List.of(text.split("\\s+", -1));
        }
        told.shell(words);
        script.instruction("SHELL " + Words.array(words));
    }

    private void expose(String text) {
        List<String> bare = GoText.bare(text);
        List<String> ports = bare == null ? List.of(text.split("\\s+", -1)) : bare;
        ports.forEach(port -> told.ports.add(port.contains("/") ? port : port + "/tcp"));
        script.instruction("EXPOSE " + Words.unexpanded(String.join(" ", ports)));
    }

    private void volume(String text) {
        List<String> words = GoText.list(text);
        List<String> known = run.keys("Volumes");
        if (words == null && known.size() == 1 && text.equals("[" + known.getFirst() + "]")) {
            words = known;
        }
        if (words == null) {
            words = GoText.bare(text);
        }
        List<String> paths = words == null ? List.of(text.split("\\s+", -1)) : words;
        told.volumes.addAll(paths);
        script.instruction("VOLUME " + Words.paths(paths));
    }

    private void healthcheck(String text) {
        Healthcheck check = Healthcheck.ofHistory(text);
        boolean isWritten = CHECK.matcher(text).lookingAt();
        if (check == null && !isWritten) {
            script.comment("HEALTHCHECK " + text);
            check = Healthcheck.ofConfig(run.healthcheck());
        }
        String line = check != null ? check.line() : isWritten ? "HEALTHCHECK " + text : NO_CHECK;
        told.healthcheck(line);
        script.instruction(line.replace("\n", "\\n"));
    }
}
