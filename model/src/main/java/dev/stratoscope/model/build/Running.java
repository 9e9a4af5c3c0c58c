package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.dockerfile.ConfigEffect;
import dev.stratoscope.model.dockerfile.Instruction;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One RUN: what its layer depends on, and the making of it. Not for several threads. */
final class Running implements Closeable {
    private final Scope scope;
    private final BuildStep step;
    private final StageState onto;
    private final Arguments args;
    private final Instruction.Run run;
    private final RunMounts mounts;

    Running(
            Scope scope,
            BuildStep step,
            StageState onto,
            Arguments args,
            StageBase bases,
            int stage,
            Instruction.Run run)
            throws IOException {
        this.scope = scope;
        this.step = step;
        this.onto = onto;
        this.args = args;
        this.run = run;
        this.mounts = new RunMounts(scope, bases, stage, run, workdir());
    }

    /** What the layer depends on beside the layers below it. */
    List<KeyPart> parts() {
        List<KeyPart> parts = new ArrayList<>();
        parts.add(new KeyPart(Miss.Cause.INSTRUCTION, "command", String.join("\0", words())));
        parts.add(new KeyPart(Miss.Cause.INSTRUCTION, "user", user()));
        parts.add(new KeyPart(Miss.Cause.INSTRUCTION, "workdir", workdir()));
        parts.add(new KeyPart(Miss.Cause.INSTRUCTION, "network", run.network()));
        args.values()
                .forEach(
                        (name, value) ->
                                parts.add(new KeyPart(Miss.Cause.ARGUMENT, "ARG " + name, value)));
        for (JsonNode one : onto.config().path("Env")) {
            String text = one.asText();
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            parts.add(new KeyPart(Miss.Cause.ARGUMENT, "ENV " + name, text.substring(equals + 1)));
        }
        parts.addAll(mounts.parts());
        return parts;
    }

    private List<String> words() {
        return RunCommand.words(run, ConfigEffect.shell(onto.config()));
    }

    private String user() {
        return onto.config().path("User").asText("");
    }

    private String workdir() {
        String said = onto.config().path("WorkingDir").asText("");
        return said.isEmpty() ? "/" : said;
    }

    /** ARGs below the image's own variables, and secrets on top. */
    private List<String> env() {
        List<String> env = new ArrayList<>();
        args.proxies().forEach((name, value) -> env.add(name + "=" + value));
        args.values()
                .forEach(
                        (name, value) -> {
                            if (onto.variable(name) == null) {
                                env.add(name + "=" + value);
                            }
                        });
        onto.config().path("Env").forEach(one -> env.add(one.asText()));
        env.addAll(mounts.env());
        return env;
    }

    /** Runs it and writes its layer. */
    StackLayer make() throws IOException {
        mounts.prepare();
        StepLog log = new StepLog(scope.events(), step, mounts.secrets());
        StepRunner.StepCommand command =
                new StepRunner.StepCommand(
                        words(),
                        env(),
                        workdir(),
                        user(),
                        run.network(),
                        mounts.seen(),
                        mounts.tmpfs());
        try (StepLog.Stream out = log.out();
                StepLog.Stream error = log.error();
                StepRunner.Outcome outcome =
                        scope.home()
                                .runner()
                                .run(
                                        command,
                                        onto.lowers(),
                                        onto.contents(),
                                        out,
                                        error,
                                        scope.progress())) {
            if (outcome.exitCode() != 0) {
                String kept = outcome.keep();
                new FailedStates(scope.home()).keep(kept, scope.spec().file(), onto, step);
                throw new StepFailedException(
                        new StepFailure(
                                outcome.exitCode(),
                                "the command ended with " + outcome.exitCode(),
                                kept));
            }
            StackLayer layer =
                    BaseState.layer(
                            scope.making()
                                    .layer(
                                            blob ->
                                                    blob.write(
                                                            Times.none(
                                                                    outcome.entries(),
                                                                    scope.spec().epoch()),
                                                            outcome.contents(),
                                                            scope.progress()),
                                            scope.progress()));
            if (scope.spec().epoch() == null) {
                outcome.became(onto.on(layer, "", Instant.EPOCH).lowers().getLast());
            }
            return layer;
        }
    }

    @Override
    public void close() throws IOException {
        mounts.close();
    }
}
