package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.BaseImage;
import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Expansions;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.Mount;
import dev.stratoscope.model.dockerfile.SourceRange;
import dev.stratoscope.model.dockerfile.Stage;
import dev.stratoscope.model.image.ImageConfig;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the graph of a build of its text. */
final class Planning {
    private final Dockerfile file;
    private final Arguments globals;
    private final List<String> bases = new ArrayList<>();
    private final List<TreeSet<Integer>> needs = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();

    private Planning(Dockerfile file, Arguments globals) {
        this.file = file;
        this.globals = globals;
    }

    /** The text that is built. */
    static String text(BuildSpec spec) throws IOException {
        String given = spec.text();
        if (given != null) {
            return given;
        }
        Path path = spec.file();
        try {
            if (Files.isDirectory(path)) {
                throw new FileSystemException(
                        path.toString(), null, "is a folder, not a Dockerfile");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(path.toString(), null, "there is no such Dockerfile");
        } catch (CharacterCodingException e) {
            throw new FileSystemException(path.toString(), null, "is not a text in UTF-8");
        }
    }

    /** The graph. */
    static BuildPlan of(BuildSpec spec, ImageResolver images) throws IOException {
        String name = String.valueOf(spec.file().getFileName());
        String text = text(spec);
        Dockerfile read = Dockerfile.parse(name, text);
        Arguments globals = Arguments.global(read, spec);
        Expansions expansions = new Expansions(name, read.escape(), globals::global);
        Dockerfile file =
                Dockerfile.parse(name, text, from -> base(from, expansions, images, spec));
        return new Planning(ignoring(file, spec), globals).plan(spec.target());
    }

    private static @Nullable BaseImage base(
            Instruction.From from, Expansions expansions, ImageResolver images, BuildSpec spec) {
        try {
            Instruction.From said = (Instruction.From) expansions.expand(from);
            ImageConfig known = images.known(said.image());
            if (known == null) {
                return null;
            }
            Set<String> variables = new TreeSet<>();
            for (String one : known.values().env()) {
                variables.add(one.substring(0, Math.max(0, one.indexOf('='))));
            }
            return new BaseImage(variables, known.platform(), spec.wanted(said));
        } catch (DockerfileException | IllegalArgumentException e) {
            // The step itself tells what is wrong with it.
            return null;
        }
    }

    private static Dockerfile ignoring(Dockerfile file, BuildSpec spec) {
        Path context = spec.context();
        if (context == null) {
            return file;
        }
        try {
            IgnoreSource ignore = IgnoreSource.of(context, spec.file());
            return file.leavingOut(ignore.rules(), ignore.name());
        } catch (IOException e) {
            // The first step that needs the context tells what is wrong with it.
            return file;
        }
    }

    private BuildPlan plan(@Nullable String wanted) throws DockerfileException {
        for (Stage stage : file.stages()) {
            add(stage);
        }
        int target = target(wanted);
        boolean[] needed = new boolean[needs.size()];
        mark(target, needed);
        List<BuildStep> steps = new ArrayList<>();
        List<PlannedStage> stages = new ArrayList<>();
        for (Stage stage : file.stages()) {
            List<Integer> own = new ArrayList<>();
            own.add(steps.size());
            steps.add(new BuildStep(steps.size(), stage.index(), stage.from()));
            for (Instruction one : stage.instructions()) {
                own.add(steps.size());
                steps.add(new BuildStep(steps.size(), stage.index(), one));
            }
            int index = stage.index();
            stages.add(
                    new PlannedStage(
                            index,
                            stage.name(),
                            bases.get(index),
                            List.copyOf(needs.get(index)),
                            needed[index],
                            own));
        }
        return new BuildPlan(file, target, stages, steps);
    }

    private void add(Stage stage) throws DockerfileException {
        Expansions expansions = new Expansions(file.file(), file.escape(), globals::global);
        Instruction.From from = (Instruction.From) expansions.expand(stage.from());
        if (from.image().isBlank()) {
            throw wrong(
                    stage.from(),
                    "FROM " + stage.from().image() + " names no image: expected a value for it");
        }
        TreeSet<Integer> own = new TreeSet<>();
        Integer below = names.get(from.image().toLowerCase(Locale.ROOT));
        if (below != null) {
            own.add(below);
        }
        for (Instruction one : stage.instructions()) {
            if (one instanceof Instruction.Copy copy && copy.from() != null) {
                add(own, copy, copy.from());
            } else if (one instanceof Instruction.Run run) {
                for (Mount mount : run.mounts()) {
                    if (mount.from() != null) {
                        add(own, run, mount.from());
                    }
                }
            }
        }
        bases.add(from.image());
        needs.add(own);
        if (stage.name() != null) {
            names.put(stage.name(), stage.index());
        }
    }

    private void add(Set<Integer> needed, Instruction by, String from) throws DockerfileException {
        if (from.contains("$")) {
            throw wrong(
                    by,
                    "from="
                            + from
                            + " cannot have variables: begin a stage with FROM "
                            + from
                            + " AS NAME and take files from that");
        }
        Integer stage = stage(from, needs.size());
        if (stage != null) {
            needed.add(stage);
        } else if (from.equalsIgnoreCase(String.valueOf(nameOfNext()))) {
            throw wrong(by, "a stage cannot take files from itself");
        }
    }

    private @Nullable String nameOfNext() {
        return file.stages().get(needs.size()).name();
    }

    /** The stage before another that a name or a number means; null when none is meant. */
    private @Nullable Integer stage(String from, int before) {
        Integer named = names.get(from.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (from.matches("[0-9]{1,4}") && Integer.parseInt(from) < before) {
            return Integer.parseInt(from);
        }
        return null;
    }

    private int target(@Nullable String wanted) throws DockerfileException {
        if (wanted == null || wanted.isEmpty()) {
            return needs.size() - 1;
        }
        Integer found = stage(wanted, needs.size());
        if (found == null) {
            String all =
                    names.isEmpty()
                            ? "the stages have no names; 0 to " + (needs.size() - 1) + " mean them"
                            : "expected one of " + String.join(", ", new TreeSet<>(names.keySet()));
            throw wrong(file.stages().getLast().from(), "there is no stage " + wanted + ": " + all);
        }
        return found;
    }

    private void mark(int stage, boolean[] needed) {
        if (!needed[stage]) {
            needed[stage] = true;
            needs.get(stage).forEach(one -> mark(one, needed));
        }
    }

    private DockerfileException wrong(Instruction where, String reason) {
        SourceRange range = where.range();
        return new DockerfileException(file.file(), range, reason, where.statement().original());
    }
}
