package dev.stratoscope.model.build;

import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.Mount;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.store.OpenedImage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The stages and images that a stage begins with or takes files from. */
final class StageBase {
    private final Scope scope;

    StageBase(Scope scope) {
        this.scope = scope;
    }

    /** What a stage begins with. */
    StageState begin(PlannedStage stage, Instruction.From from) throws IOException {
        Integer below = named(stage.base(), stage.index());
        if (below != null) {
            StageState state = state(below);
            return new StageState(state.layers(), state.document(), false, state.at());
        }
        Platform platform = platform(from);
        return stage.base().equals("scratch")
                ? BaseState.scratch(platform)
                : image(stage.base(), platform);
    }

    /** The ARGs that a stage begins with: those of the stage below it, if it stands on one. */
    Arguments arguments(PlannedStage stage) {
        Integer below = named(stage.base(), stage.index());
        Arguments declared = below == null ? null : scope.results().declared(below);
        return declared == null ? scope.globals().stage() : declared.copy();
    }

    private Platform platform(Instruction.From from) throws IOException {
        try {
            return scope.spec().wanted(from);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Waits for the stages that a step takes something from. */
    void await(Instruction instruction, PlannedStage of) throws IOException {
        switch (instruction) {
            case Instruction.From _ -> await(named(of.base(), of.index()));
            case Instruction.Copy copy -> await(stage(copy.from(), of.index()));
            case Instruction.Run run -> {
                for (Mount mount : run.mounts()) {
                    await(stage(mount.from(), of.index()));
                }
            }
            default -> {}
        }
    }

    private void await(@Nullable Integer stage) throws IOException {
        if (stage != null) {
            StageState unused = state(stage);
            Objects.requireNonNull(unused);
        }
    }

    /** What a stage has come to; waited for. */
    private StageState state(int stage) throws IOException {
        if (!scope.plan().stages().get(stage).needed()) {
            // A trigger of the base image can name any; the plan was made before it was known.
            throw new FileSystemException(
                    "stage " + stage, null, "is not built: no COPY or mount in the file names it");
        }
        return scope.results().await(stage);
    }

    /** The files of a stage or image. */
    Sources sources(String from, int before) throws IOException {
        Integer stage = stage(from, before);
        StageState state;
        if (stage != null) {
            state = state(stage);
        } else {
            state = image(from, scope.spec().wanted());
        }
        return new Sources(
                stage == null ? "the image " + from : "stage " + from,
                state.tree(),
                state.contents());
    }

    /** A stage by its name or number, as COPY and mounts have it. */
    private @Nullable Integer stage(@Nullable String name, int before) {
        Integer named = name == null ? null : named(name, before);
        boolean number = name != null && name.matches("[0-9]{1,4}");
        if (named != null || !number || Integer.parseInt(name) >= before) {
            return named;
        }
        return Integer.parseInt(name);
    }

    /** A stage by its name, as FROM has it: a number there is the name of an image. */
    private @Nullable Integer named(String name, int before) {
        for (int i = before - 1; i >= 0; i--) {
            String known = scope.plan().stages().get(i).name();
            if (name.toLowerCase(Locale.ROOT).equals(known)) {
                return i;
            }
        }
        return null;
    }

    private StageState image(String name, Platform platform) throws IOException {
        String key = name + "\n" + platform;
        StageState known = scope.images().get(key);
        if (known != null) {
            return known;
        }
        try (OpenedImage opened = scope.home().images().resolve(name, platform, scope.progress())) {
            List<Digest> blobs = new ArrayList<>();
            for (StoredLayer layer : opened.image().layers()) {
                Descriptor blob = layer.descriptor();
                if (blob != null) {
                    blobs.add(blob.digest());
                }
            }
            scope.making().needs(blobs);
            StageState state = BaseState.of(opened, scope.home().limits(), scope.progress());
            scope.images().put(key, state);
            return state;
        }
    }
}
