package dev.stratoscope.model.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Looks for sources of COPY and ADD that an ignore file leaves out of the context. */
final class IgnoredSources {
    private static final String RULE = "CopyIgnoredFile";

    private final IgnoreFile ignore;
    private final String name;
    private final List<Finding> found = new ArrayList<>();

    /**
     * Looks by some rules.
     *
     * @param name what the ignore file is called
     */
    IgnoredSources(IgnoreFile ignore, String name) {
        this.ignore = ignore;
        this.name = name;
    }

    /** The same file with what is found beside what was. */
    Dockerfile in(Dockerfile file) throws DockerfileException {
        SourceText text = new SourceText(file.file(), file.text());
        CheckDirective said = CheckDirective.of(Directives.read(text));
        if (said.skipped().contains("all") || said.skipped().contains(RULE)) {
            return file;
        }
        for (Stage stage : file.stages()) {
            for (Instruction one : stage.instructions()) {
                if (one instanceof Instruction.Copy copy && copy.from() == null) {
                    copy.sources().forEach(source -> look(copy, source));
                } else if (one instanceof Instruction.Add add) {
                    add.sources().forEach(source -> look(add, source));
                }
            }
        }
        if (found.isEmpty()) {
            return file;
        }
        found.addAll(file.findings());
        found.sort(Comparator.comparingInt((Finding one) -> one.range().startLine()));
        return new Dockerfile(
                file.file(),
                file.text(),
                file.escape(),
                file.globals(),
                file.stages(),
                found,
                file.strict());
    }

    private void look(Instruction instruction, String source) {
        if (source.contains("$") || source.toLowerCase(Locale.ROOT).matches("[a-z+]+://.*")) {
            return;
        }
        String path = ConfigEffect.cleaned("/" + source).substring(1);
        IgnoreFile.Rule rule = path.isEmpty() ? null : ignore.excluding(path);
        if (rule != null && !ignore.mayTakeBelow(path)) {
            found.add(
                    new Finding(
                            RULE,
                            source + " is left out of the context",
                            "Line %d of %s leaves it out: %s."
                                    .formatted(rule.line(), name, rule.pattern()),
                            instruction.range(),
                            null));
        }
    }
}
