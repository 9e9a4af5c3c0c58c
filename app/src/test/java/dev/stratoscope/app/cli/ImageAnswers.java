package dev.stratoscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the command line answers about one source, asked once each. Not for several threads. */
final class ImageAnswers {
    private final String source;
    private final Map<String, CommandLineRun> runs = new HashMap<>();
    private @Nullable Map<String, JsonNode> rows;

    ImageAnswers(String source) {
        this.source = source;
    }

    boolean isAbout(String other) {
        return source.equals(other);
    }

    /** The tree with digests, as text. */
    String tree() {
        return ask("tree", "--json", "--digest").out();
    }

    /** The tree with digests, by path. */
    Map<String, JsonNode> rows() throws IOException {
        if (rows == null) {
            rows = ask("tree", "--json", "--digest").byPath();
        }
        return rows;
    }

    /** The table. */
    List<String> history() {
        return ask("history").lines();
    }

    /** The rows as lines of JSON, newest first. */
    List<String> historyRows() {
        List<String> lines = ask("history", "--json").lines();
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line.replaceFirst(",$", ""))
                .toList();
    }

    JsonNode inspect() throws IOException {
        return ask("inspect").json().get(0);
    }

    JsonNode layers() throws IOException {
        return ask("layers", "--json").json();
    }

    List<String> verify() {
        return ask("verify").lines();
    }

    private CommandLineRun ask(String... verb) {
        return runs.computeIfAbsent(
                String.join(" ", verb),
                key -> {
                    String[] line = Arrays.copyOf(verb, verb.length + 1);
                    line[verb.length] = source;
                    return CommandLineRun.done(line);
                });
    }
}
