package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.DockerJson;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as a Dockerfile writes them. */
final class Words {
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:@%+,=~^-]+");

    private Words() {}

    /** A value that stands for itself, in quotes where it has to be. */
    static String literal(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }

    /** Text that is not quoted but whose dollars stand for themselves. */
    static String unexpanded(String text) {
        return text.replace("$", "\\$");
    }

    /** {@code ["a", "b"]}. */
    static String array(List<String> words) {
        return words.stream().map(DockerJson::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Paths, as plain words where none has to be quoted, else as an array. */
    static String paths(List<String> paths) {
        return paths.stream().allMatch(path -> PLAIN.matcher(path).matches())
                ? String.join(" ", paths)
                : array(paths.stream().map(Words::unexpanded).toList());
    }
}
