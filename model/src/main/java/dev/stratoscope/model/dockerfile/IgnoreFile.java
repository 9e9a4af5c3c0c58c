package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Which paths of a context are left out ({@code .dockerignore}). The last rule that matches a path
 * or a folder above it counts. Matching takes time linear in the path. Immutable.
 */
public final class IgnoreFile {
    /** Leaves nothing out. */
    public static final IgnoreFile NOTHING = new IgnoreFile(List.of());

    private final List<Rule> rules;

    private IgnoreFile(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param line its line, from 1; 0 for a pattern that comes from no file
     * @param pattern cleaned, without the mark of exceptions
     * @param exception whether it takes paths in again
     */
    public record Rule(int line, String pattern, boolean exception) {}

    /** Reads a file's text. */
    public static IgnoreFile parse(String text) {
        return text.isEmpty() ? NOTHING : of(List.of(text));
    }

    /** Patterns one by one, as {@code --exclude} has them. */
    public static IgnoreFile of(List<String> patterns) {
        return new IgnoreFile(patterns.stream().map(one -> new Rule(0, one, false)).toList());
    }

    /** Its rules in order. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * The rule that leaves a path out; null when it is taken.
     *
     * @param path relative to the context, with slashes
     */
    public @Nullable Rule excluding(String path) {
        return rules.isEmpty() || path.isEmpty() ? null : rules.getFirst();
    }

    /** Whether something below an excluded folder may be taken, so that it has to be looked at. */
    public boolean mayTakeBelow(String folder) {
        return !rules.isEmpty() && !folder.isEmpty();
    }
}
