package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.dockerfile.Reconstruction.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a Dockerfile as they are written. Not for several threads. */
final class Script {
    private final List<Line> lines = new ArrayList<>();
    private int step = -1;

    /** From now on lines belong to a step of the history; to none below 0. */
    void step(int index) {
        step = index;
    }

    void blank() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(new Line("", -1, false));
        }
    }

    void comment(String words) {
        add("# " + words.strip(), false);
    }

    /** Adds an instruction of one line. */
    void instruction(String text) {
        add(text, true);
    }

    /** Adds an instruction of several lines, as it is laid out. */
    void instruction(List<String> laidOut) {
        for (int i = 0; i < laidOut.size(); i++) {
            add(laidOut.get(i), i == 0);
        }
    }

    /** Adds ENV or LABEL, a pair a line. */
    void pairs(String keyword, Map<String, String> pairs) {
        if (pairs.values().stream().anyMatch(value -> value.indexOf('\n') >= 0)) {
            comment(
                    "A value holds line breaks, which no Dockerfile can write; \\n"
                            + " stands for them.");
        }
        String indent = " ".repeat(keyword.length() + 1);
        instruction(
                pairs.entrySet().stream()
                        .map(pair -> value(pair.getKey()) + "=" + value(pair.getValue()))
                        .collect(Collectors.joining(" \\\n" + indent, keyword + " ", ""))
                        .lines()
                        .toList());
    }

    List<Line> lines() {
        return lines;
    }

    private static String value(String value) {
        return Words.literal(value).replace("\n", "\\n");
    }

    /** Escapes what is not safe to show, but for tabs, which are. */
    private void add(String text, boolean isInstruction) {
        StringBuilder safe = new StringBuilder();
        for (String part : text.split("\t", -1)) {
            safe.append(safe.isEmpty() ? "" : "\t").append(Escapes.text(part));
        }
        lines.add(new Line(safe.toString(), step, isInstruction));
    }
}
