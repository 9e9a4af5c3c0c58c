package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a Dockerfile. */
final class DockerfileReader {
    private static final int MOST_STAGES = 1_000;
    private static final int MOST_INSTRUCTIONS = 20_000;

    private DockerfileReader() {}

    static Dockerfile read(
            String file, String text, Function<Instruction.From, @Nullable BaseImage> bases)
            throws DockerfileException {
        SourceText source = new SourceText(file, text);
        Directives directives = Directives.read(source);
        char escape = directives.escape();
        StatementReader statements = new StatementReader(source, escape, directives.end());
        InstructionReader instructions = new InstructionReader(source, escape);
        List<Instruction.Arg> globals = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        List<Instruction> body = new ArrayList<>();
        Instruction.@Nullable From from = null;
        int count = 0;
        for (Statement one = statements.read(); one != null; one = statements.read()) {
            Instruction instruction = instructions.read(one);
            if (++count > MOST_INSTRUCTIONS || stages.size() >= MOST_STAGES) {
                throw source.wrong(
                        one.range(),
                        count > MOST_INSTRUCTIONS
                                ? "there are more than " + MOST_INSTRUCTIONS + " instructions"
                                : "there are more than " + MOST_STAGES + " stages");
            }
            if (instruction instanceof Instruction.From next) {
                if (from != null) {
                    stages.add(new Stage(stages.size(), from, body));
                    body = new ArrayList<>();
                }
                from = next;
            } else if (from != null) {
                body.add(instruction);
            } else if (instruction instanceof Instruction.Arg arg) {
                globals.add(arg);
            } else {
                throw source.wrong(
                        one.range(),
                        one.keyword() + " comes before any stage: expected FROM or ARG first");
            }
        }
        if (from == null) {
            SourceRange end = new SourceRange(Math.max(1, source.size()), 1, source.size() + 1, 1);
            throw source.wrong(
                    end,
                    count == 0
                            ? "there is no instruction: expected FROM"
                            : "there is no stage: expected FROM");
        }
        stages.add(new Stage(stages.size(), from, body));
        Dockerfile plain = new Dockerfile(file, text, escape, globals, stages, List.of(), false);
        List<Finding> findings = new Checks(plain, directives, statements.gaps(), bases).all();
        return new Dockerfile(
                file,
                text,
                escape,
                globals,
                stages,
                findings,
                CheckDirective.of(directives).error());
    }
}
