package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Which paths of a context are left out ({@code .dockerignore}). The last rule that matches a path
 * or a folder above it counts. Matching takes time linear in the path. Immutable.
 */
public final class IgnoreFile {
    /** Leaves nothing out. */
    public static final IgnoreFile NOTHING = new IgnoreFile(List.of(), List.of());

    private final List<Rule> rules;
    private final List<IgnorePattern> patterns;

    private IgnoreFile(List<Rule> rules, List<IgnorePattern> patterns) {
        this.rules = List.copyOf(rules);
        this.patterns = List.copyOf(patterns);
    }

    /**
     * A rule.
     *
     * @param line its line, from 1; 0 for a pattern that comes from no file
     * @param pattern cleaned, without the mark of exceptions
     * @param exception whether it takes paths in again
     */
    public record Rule(int line, String pattern, boolean exception) {}

    /**
     * Reads a file's text.
     *
     * @param file what it is called, for messages
     * @throws DockerfileException when a pattern cannot be one
     */
    public static IgnoreFile parse(String file, String text) throws DockerfileException {
        SourceText source = new SourceText(file, text);
        List<Rule> rules = new ArrayList<>();
        for (int line = 1; line <= source.size(); line++) {
            String written = source.line(line);
            String pattern = Words.trimmed(written);
            if (!written.startsWith("#") && !pattern.isEmpty()) {
                boolean exception = pattern.startsWith("!");
                String named = exception ? Words.trimmed(pattern.substring(1)) : pattern;
                rules.add(new Rule(line, Words.trimmed(cleaned(named)), exception));
            }
        }
        return of(source, rules);
    }

    /**
     * Patterns one by one, as {@code --exclude} has them.
     *
     * @throws DockerfileException when one cannot be a pattern
     */
    public static IgnoreFile of(List<String> patterns) throws DockerfileException {
        List<Rule> rules = new ArrayList<>();
        for (String one : patterns) {
            boolean exception = one.startsWith("!");
            rules.add(new Rule(0, cleaned(exception ? one.substring(1) : one), exception));
        }
        return of(new SourceText("--exclude", String.join("\n", patterns)), rules);
    }

    private static IgnoreFile of(SourceText source, List<Rule> rules) throws DockerfileException {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (Rule rule : rules) {
            IgnorePattern pattern = IgnorePattern.of(rule.pattern());
            if (pattern == null) {
                int line = Math.max(1, rule.line());
                throw source.wrong(
                        new SourceRange(line, 1, line, 1),
                        rule.pattern() + ": a [ is not closed: expected ]");
            }
            patterns.add(pattern);
        }
        return rules.isEmpty() ? NOTHING : new IgnoreFile(rules, patterns);
    }

    /** Without dots, doubled slashes and slashes at its ends. */
    private static String cleaned(String pattern) {
        boolean rooted = pattern.startsWith("/");
        List<String> names = new ArrayList<>();
        for (String name : pattern.split("/", -1)) {
            boolean up = name.equals("..");
            if (up && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (up ? !rooted : !name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        String joined = String.join("/", names);
        return joined.isEmpty() && !pattern.isEmpty() ? (rooted ? "/" : ".") : joined;
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
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (matches(patterns.get(i), path, end)) {
                return rules.get(i).exception() ? null : rules.get(i);
            }
        }
        return null;
    }

    private static boolean matches(IgnorePattern pattern, String path, int end) {
        IgnorePattern.Walk walk = pattern.new Walk();
        for (int i = 0; i < end && walk.isAlive(); i++) {
            if (i > 0 && path.charAt(i) == '/' && walk.isMatch()) {
                return true;
            }
            walk.step(path.charAt(i));
        }
        return end > 0 && walk.isMatch();
    }

    /** Whether something below an excluded folder may be taken, so that it has to be looked at. */
    public boolean mayTakeBelow(String folder) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).exception()) {
                IgnorePattern.Walk walk = patterns.get(i).new Walk();
                for (int at = 0; at < folder.length() && walk.isAlive(); at++) {
                    walk.step(folder.charAt(at));
                }
                walk.step('/');
                if (walk.isAlive()) {
                    return true;
                }
            }
        }
        return false;
    }
}
