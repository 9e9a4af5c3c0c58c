package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.SharedData;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.PlannedStage;
import dev.stratoscope.model.dockerfile.Instruction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The Dockerfiles that buildah and kaniko are tested with, where they lie beside the checkout. */
final class PeerDockerfiles {
    /** What stands for a link whose target is the file's text. */
    private static final String LINK = ".SYMLINK";

    private static final FileTime OLD = FileTime.fromMillis(1_000_000_000_000L);

    private PeerDockerfiles() {}

    /** All, in the order of their names; the test is skipped where they are not there. */
    static List<Path> all() throws IOException {
        Path cases = SharedData.at("cases");
        try (Stream<Path> buildah = Files.walk(cases.resolve("containers__buildah"));
                Stream<Path> kaniko = Files.walk(cases.resolve("GoogleContainerTools__kaniko"))) {
            return Stream.concat(buildah, kaniko)
                    .filter(Files::isRegularFile)
                    .filter(PeerDockerfiles::isOne)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        boolean named = name.startsWith("Docker") || name.startsWith("Container");
        return (named || file.getParent().endsWith("dockerfiles"))
                && !name.endsWith(".dockerignore");
    }

    /** What one is called in a list: folder and name. */
    static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    /** The text without the name of another parser, which would be fetched. */
    static String text(Path file) throws IOException {
        return Files.readString(file).replaceFirst("(?i)^#\\s*syntax\\s*=.*", "#");
    }

    /** A copy of the folder of one, all of it of one time, its symbolic links as such. */
    static Path context(Path file, Path parent) throws IOException {
        Path to = Files.createDirectory(parent.resolve(file.getFileName() + ".context"));
        Path from = file.getParent();
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(from)) {
            sources = new ArrayList<>(walk.sorted().toList());
        }
        for (Path source : sources.subList(1, sources.size())) {
            Path target = to.resolve(from.relativize(source).toString());
            String name = target.getFileName().toString();
            if (name.endsWith(LINK)) {
                String own = name.substring(0, name.length() - LINK.length());
                Path link = Path.of(Files.readString(source).strip());
                Files.createSymbolicLink(target.resolveSibling(own), link);
            } else {
                Files.copy(source, target);
            }
        }
        Files.delete(to.resolve(file.getFileName()));
        Files.writeString(to.resolve(file.getFileName()), text(file));
        age(to);
        return to;
    }

    private static void age(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = new ArrayList<>(walk.sorted().toList());
        }
        Collections.reverse(all);
        for (Path one : all) {
            Files.getFileAttributeView(one, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(OLD, null, null);
        }
    }

    /** The images that a build begins with or takes files from; none where it stands alone. */
    static Set<String> images(BuildPlan plan) {
        Set<String> images = new TreeSet<>();
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        for (PlannedStage stage : plan.stages()) {
            Set<String> taken = new HashSet<>();
            for (int step : stage.steps()) {
                BuildStep one = plan.steps().get(step);
                if (one.instruction() instanceof Instruction.Copy copy && copy.from() != null) {
                    taken.add(copy.from().toLowerCase(Locale.ROOT));
                }
            }
            taken.add(stage.base());
            taken.removeAll(stages);
            images.addAll(taken);
            stages.add(stage.index() + "");
            stages.add(stage.name() + "");
        }
        return images;
    }

    /** Whether something is fetched. */
    static boolean needsNetwork(BuildPlan plan) {
        return plan.steps().stream()
                .map(BuildStep::instruction)
                .anyMatch(
                        one ->
                                one instanceof Instruction.Add add
                                        && add.sources().stream().anyMatch(x -> x.contains("://")));
    }
}
