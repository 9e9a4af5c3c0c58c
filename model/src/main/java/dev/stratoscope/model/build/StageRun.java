package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.dockerfile.ConfigEffect;
import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Expansions;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes one stage from its FROM to its end. Not for several threads. */
final class StageRun {
    private final Scope scope;
    private final PlannedStage stage;
    private Arguments args;
    private final StageBase bases;
    private StageState state;

    /** Whether a step before was not in the cache, so that its layers are not known in advance. */
    private boolean missed;

    StageRun(Scope scope, PlannedStage stage) {
        this.scope = scope;
        this.stage = stage;
        this.args = scope.globals().stage();
        this.bases = new StageBase(scope);
        this.state = BaseState.scratch(scope.spec().wanted());
    }

    /**
     * Runs its steps.
     *
     * @return null when it stopped, as a step failed here or elsewhere
     */
    @Nullable StageState run() throws IOException {
        for (int number : stage.steps()) {
            BuildStep step = scope.plan().steps().get(number);
            if (scope.results().hasFailed()) {
                return null;
            }
            scope.progress().advance(0);
            try {
                run(step);
            } catch (StageResults.NotReachedException e) {
                return null;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (StepFailedException e) {
                failed(step, e.failure());
                return null;
            } catch (IOException e) {
                failed(step, new StepFailure(-1, String.valueOf(e.getMessage()), null));
                return null;
            }
        }
        scope.results().declared(stage.index(), args);
        return state;
    }

    private void failed(BuildStep step, StepFailure failure) {
        scope.events().tell(now -> new BuildEvent.Failed(now, step, failure));
        scope.failure(step, failure);
        scope.results().failed();
    }

    private void run(BuildStep step) throws IOException {
        Instruction expanded = expansions().expand(step.instruction());
        bases.await(expanded, stage);
        if (expanded instanceof Instruction.From from) {
            scope.events().tell(now -> new BuildEvent.Started(now, step));
            long begun = System.nanoTime();
            state = bases.begin(stage, from);
            args = bases.arguments(stage);
            finished(step, new Done(true, null, Duration.ofNanos(System.nanoTime() - begun), null));
            triggers(step);
            return;
        }
        scope.events().tell(now -> new BuildEvent.Started(now, step));
        finished(step, done(step, expanded));
    }

    private Expansions expansions() {
        Dockerfile file = scope.plan().dockerfile();
        return new Expansions(file.file(), file.escape(), this::value);
    }

    private @Nullable String value(String name) {
        String own = state.variable(name);
        return own == null ? args.value(name) : own;
    }

    /** What the base image asks the builds on top of it to do first. */
    private void triggers(BuildStep from) throws IOException {
        ObjectNode config = state.config().deepCopy();
        List<String> triggers = BaseState.takeTriggers(config);
        if (triggers.isEmpty()) {
            return;
        }
        state = state.with(config, false);
        for (String trigger : triggers) {
            Instruction instruction = Dockerfile.trigger("ONBUILD of the base image", trigger);
            done(from, expansions().expand(instruction));
        }
    }

    /** What became of a step, its layer known. */
    private record Done(
            boolean cached, @Nullable StackLayer layer, Duration took, @Nullable Miss miss) {}

    private void finished(BuildStep step, Done done) throws IOException {
        StackLayer layer = done.layer();
        long size =
                layer != null
                        ? layer.contentSize()
                        : step.instruction() instanceof Instruction.From
                                ? state.layers().stream().mapToLong(StackLayer::contentSize).sum()
                                : 0;
        Descriptor image = scope.states().keep(state);
        StepResult result =
                new StepResult(
                        done.cached(),
                        image,
                        layer == null ? null : layer.diffId(),
                        size,
                        done.took(),
                        done.miss());
        scope.events().tell(now -> new BuildEvent.Finished(now, step, result));
    }

    private Done done(BuildStep step, Instruction expanded) throws IOException {
        return switch (expanded) {
            case Instruction.Run run -> run(step, run);
            case Instruction.Copy copy -> copy(step, copy);
            case Instruction.Add add ->
                    copied(
                            step,
                            add,
                            scope.copying().add(add, state, scope.started(), scope.progress()));
            case Instruction.Workdir workdir -> workdir(step, workdir);
            default -> config(step, expanded);
        };
    }

    /** A step that only changes the config. */
    private Done config(BuildStep step, Instruction expanded) throws IOException {
        long begun = System.nanoTime();
        if (expanded instanceof Instruction.Arg arg) {
            arg.names().forEach(args::declare);
        }
        ObjectNode config = changed(expanded);
        StepKey key =
                new StepKey(
                        List.of(
                                new KeyPart(Miss.Cause.PARENT, "parent", state.chain()),
                                new KeyPart(
                                        Miss.Cause.PARENT,
                                        "config",
                                        Digest.sha256(
                                                        state.config()
                                                                .toString()
                                                                .getBytes(StandardCharsets.UTF_8))
                                                .hex()),
                                new KeyPart(Miss.Cause.INSTRUCTION, "instruction", step.text())));
        Instant known = scope.cache().told(key);
        boolean cached = known != null && scope.spec().useCache() && !missed;
        Miss miss = cached ? null : miss(step, key);
        if (known == null && !scope.forecast()) {
            known = scope.started();
            scope.cache().tell(key, known);
        }
        if (state.layers().isEmpty() && known != null) {
            state = state.since(scope.spec().epoch() == null ? known : scope.started());
        }
        state = state.with(config, state.cmdSet() || expanded instanceof Instruction.Cmd);
        if (expanded instanceof Instruction.Maintainer maintainer) {
            state = state.by(maintainer.name());
        }
        String line = HistoryText.of(expanded, config, args.declared());
        if (line != null) {
            state = state.told(line);
        }
        used(step, key);
        return new Done(cached, null, Duration.ofNanos(System.nanoTime() - begun), miss);
    }

    private ObjectNode changed(Instruction expanded) throws DockerfileException {
        ObjectNode config = state.config().deepCopy();
        ConfigEffect.apply(config, expanded, state.cmdSet());
        if (expanded instanceof Instruction.Cmd) {
            // Of no use but on Windows; BuildKit says so of every CMD.
            config.put("ArgsEscaped", true);
        }
        return config;
    }

    private Done workdir(BuildStep step, Instruction.Workdir workdir) throws IOException {
        ObjectNode config = changed(workdir);
        String path = config.path("WorkingDir").asText();
        if (path.equals("/")) {
            return config(step, workdir);
        }
        Copied made = scope.copying().workdir(path, state, scope.started());
        state = state.with(config, state.cmdSet());
        return copied(step, workdir, made);
    }

    private Done copy(BuildStep step, Instruction.Copy copy) throws IOException {
        String from = copy.from();
        Sources sources = from == null ? null : bases.sources(from, stage.index());
        return copied(
                step,
                copy,
                scope.copying().copy(copy, state, sources, scope.started(), scope.progress()));
    }

    private Done copied(BuildStep step, Instruction expanded, Copied copied) throws IOException {
        List<KeyPart> parts = new ArrayList<>();
        boolean link = expanded instanceof Instruction.Copy copy && copy.link();
        if (!link) {
            parts.add(new KeyPart(Miss.Cause.PARENT, "parent", state.chain()));
        }
        parts.add(
                new KeyPart(Miss.Cause.INSTRUCTION, "instruction", String.valueOf(line(expanded))));
        parts.add(epoch());
        parts.addAll(copied.parts());
        return layer(
                step,
                expanded,
                new StepKey(parts),
                () ->
                        BaseState.layer(
                                scope.making()
                                        .layer(
                                                blob -> {
                                                    Copied.Layer layer = copied.maker().make();
                                                    blob.write(
                                                            layer.entries(),
                                                            layer.contents(),
                                                            scope.progress());
                                                },
                                                scope.progress())));
    }

    private KeyPart epoch() {
        Instant epoch = scope.spec().epoch();
        return new KeyPart(
                Miss.Cause.ARGUMENT, "SOURCE_DATE_EPOCH", epoch == null ? "" : epoch.toString());
    }

    private @Nullable String line(Instruction expanded) {
        return HistoryText.of(expanded, state.config(), args.declared());
    }

    private Done run(BuildStep step, Instruction.Run run) throws IOException {
        try (Running running = new Running(scope, step, state, args, bases, stage.index(), run)) {
            List<KeyPart> parts = new ArrayList<>();
            parts.add(new KeyPart(Miss.Cause.PARENT, "parent", state.chain()));
            parts.addAll(running.parts());
            parts.add(epoch());
            return layer(step, run, new StepKey(parts), running::make);
        }
    }

    /** Makes a layer. */
    private interface Maker {
        StackLayer make() throws IOException;
    }

    private Done layer(BuildStep step, Instruction expanded, StepKey key, Maker maker)
            throws IOException {
        String line = String.valueOf(line(expanded));
        StepCache.Known known =
                scope.spec().useCache() ? scope.cache().find(key, scope.making()) : null;
        if (known != null) {
            used(step, key);
            StackLayer layer = BaseState.layer(scope, known.made());
            Instant at = scope.spec().epoch() == null ? known.at() : scope.started();
            state = state.on(layer, line, at);
            return new Done(true, layer, known.took(), null);
        }
        Miss miss = miss(step, key);
        missed = true;
        if (scope.forecast()) {
            throw new ForecastEnd(miss);
        }
        long begun = System.nanoTime();
        StackLayer layer = maker.make();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        scope.cache().keep(key, new StepCache.Known(layer.made(), took, scope.started()));
        used(step, key);
        state = state.on(layer, line, scope.started());
        return new Done(false, layer, took, miss);
    }

    /** That a forecast can tell nothing more of a stage than that its steps run. */
    static final class ForecastEnd extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Miss miss;

        ForecastEnd(Miss miss) {
            super(null, null, false, false);
            this.miss = miss;
        }

        Miss miss() {
            return miss;
        }
    }

    /**
     * The places of a step, by which the key that it had before is found: by its words, and by
     * which of its kind it is in the stage. Lines that come or go elsewhere change neither.
     */
    private List<String> places(BuildStep step) {
        String name = stage.name() == null ? stage.index() + "" : stage.name();
        String prefix = scope.spec().file().toAbsolutePath() + "\n" + name + "\n";
        String keyword = step.instruction().statement().keyword();
        long same =
                stage.steps().stream()
                        .filter(number -> number < step.number())
                        .map(number -> scope.plan().steps().get(number).instruction())
                        .filter(one -> one.statement().keyword().equals(keyword))
                        .count();
        return List.of(prefix + step.text(), prefix + keyword + "\n" + same);
    }

    private void used(BuildStep step, StepKey key) throws IOException {
        if (!scope.forecast()) {
            for (String place : places(step)) {
                scope.cache().used(place, key);
            }
        }
    }

    private Miss miss(BuildStep step, StepKey key) throws IOException {
        if (!scope.spec().useCache()) {
            return new Miss(Miss.Cause.NOT_ASKED, List.of(), 0, key.parts().size(), null);
        }
        for (String place : places(step)) {
            StepKey before = scope.cache().last(place);
            if (before != null) {
                return key.since(before);
            }
        }
        return new Miss(Miss.Cause.NEW, List.of(), 0, 0, null);
    }
}
