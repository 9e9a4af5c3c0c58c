package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for what could be better, by the rules and names of BuildKit's checks. The one that needs
 * the context, CopyIgnoredFile, is {@link IgnoredSources}.
 */
final class Checks {
    private static final Set<String> EXPERIMENTAL = Set.of("InvalidDefinitionDescription");
    private static final Set<String> RESERVED = Set.of("scratch", "context");

    private final Dockerfile dockerfile;
    private final Directives directives;
    private final Function<Instruction.From, @Nullable BaseImage> bases;
    private final List<Finding> found = new ArrayList<>();

    Checks(
            Dockerfile dockerfile,
            Directives directives,
            List<SourceRange> gaps,
            Function<Instruction.From, @Nullable BaseImage> bases) {
        this.bases = bases;
        this.dockerfile = dockerfile;
        this.directives = directives;
        for (SourceRange gap : gaps) {
            add(
                    "NoEmptyContinuation",
                    "an empty line is within a continued instruction",
                    "Later versions of the language will refuse it.",
                    gap,
                    new Finding.Fix(
                            "Remove the line",
                            new SourceRange(gap.startLine(), 1, gap.startLine() + 1, 1),
                            ""));
        }
    }

    /** All that was found and not to be left out, in the order of the lines. */
    List<Finding> all() {
        casing();
        stages();
        for (Stage stage : dockerfile.stages()) {
            new StageChecks(this, stage).run();
        }
        new VariableChecks(this, dockerfile, bases).run();
        CheckDirective said = CheckDirective.of(directives);
        return found.stream()
                .filter(one -> isWanted(one.rule(), said))
                .sorted(
                        Comparator.comparingInt((Finding one) -> one.range().startLine())
                                .thenComparingInt(one -> one.range().startColumn()))
                .toList();
    }

    private static boolean isWanted(String rule, CheckDirective said) {
        return !said.skipped().contains("all")
                && !said.skipped().contains(rule)
                && (!EXPERIMENTAL.contains(rule)
                        || said.experimental().contains(rule)
                        || said.experimental().contains("all"));
    }

    void add(
            String rule,
            String message,
            String reason,
            SourceRange range,
            Finding.@Nullable Fix fix) {
        found.add(new Finding(rule, message, reason, range, fix));
    }

    /** The keyword of an instruction as it is written. */
    static String written(Statement statement) {
        return statement.original().substring(0, statement.keyword().length());
    }

    /** Where the keyword of an instruction stands. */
    static SourceRange keyword(Statement statement) {
        SourceRange all = statement.range();
        return new SourceRange(
                all.startLine(),
                all.startColumn(),
                all.startLine(),
                all.startColumn() + statement.keyword().length());
    }

    private List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        dockerfile.globals().forEach(one -> all.add(one.statement()));
        for (Stage stage : dockerfile.stages()) {
            all.add(stage.from().statement());
            stage.instructions().forEach(one -> all.add(one.statement()));
        }
        return all;
    }

    private void casing() {
        int upper = 0;
        int lower = 0;
        for (Statement one : statements()) {
            String written = written(one);
            upper += written.equals(one.keyword()) ? 1 : 0;
            lower += written.equals(one.keyword().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        boolean wantsUpper = upper >= lower;
        for (Statement one : statements()) {
            String wanted = wantsUpper ? one.keyword() : one.keyword().toLowerCase(Locale.ROOT);
            if (!written(one).equals(wanted)) {
                add(
                        "ConsistentInstructionCasing",
                        written(one)
                                + " should be "
                                + wanted
                                + ", as most instructions here are written",
                        "One way of writing instructions is easier to read.",
                        keyword(one),
                        new Finding.Fix("Write " + wanted, keyword(one), wanted));
            }
        }
    }

    private void stages() {
        Map<String, Stage> names = new HashMap<>();
        for (Stage stage : dockerfile.stages()) {
            Statement statement = stage.from().statement();
            String name = stage.name();
            if (name == null) {
                continue;
            }
            String as = statement.words().get(1);
            String asWritten = statement.words().getLast();
            boolean upper = written(statement).equals("FROM");
            if (!as.equals(upper ? "AS" : "as")
                    && Set.of("FROM", "from").contains(written(statement))) {
                add(
                        "FromAsCasing",
                        as + " and " + written(statement) + " are not written alike",
                        "One way of writing keywords is easier to read.",
                        statement.range(),
                        null);
            }
            if (!asWritten.equals(name)) {
                add(
                        "StageNameCasing",
                        "the stage's name " + asWritten + " should be in lower case",
                        "Names of stages are compared in lower case.",
                        statement.range(),
                        null);
            }
            if (names.putIfAbsent(name, stage) != null) {
                add(
                        "DuplicateStageName",
                        "there is another stage " + name,
                        "A later use of the name means the last one.",
                        statement.range(),
                        null);
            }
            if (RESERVED.contains(name)) {
                add(
                        "ReservedStageName",
                        "a stage should not be called " + name,
                        "The word has a meaning of its own where stages are named.",
                        statement.range(),
                        null);
            }
        }
    }
}
