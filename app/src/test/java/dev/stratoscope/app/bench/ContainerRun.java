package dev.stratoscope.app.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Running containers by the whole program and its peers, and by {@link ContainerRows}. */
final class ContainerRun {
    private static final Path MEMORY = Path.of("/dev/shm");

    private ContainerRun() {}

    /** Copies an image into a store and tells its name there. */
    static String load(Path image, Path home) throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return engine.store()
                    .load(ImageSource.of(image), null, Progress.NONE)
                    .getFirst()
                    .names()
                    .getFirst()
                    .familiar();
        }
    }

    /** What does the same; docker only where it knows the image already. */
    static List<Work> peers(Path image, String name, Path folder)
            throws IOException, InterruptedException {
        List<String> podman = new ArrayList<>(List.of("podman", "--root"));
        podman.add(folder.resolve("podman").toString());
        podman.addAll(List.of("--runroot", folder.resolve("podman-run").toString()));
        List<String> loading = new ArrayList<>(podman);
        loading.addAll(List.of("load", "-i", image.toString()));
        Work load = Work.of("podman load", loading);
        if (load.isInstalled()) {
            load.run(folder);
        }
        List<String> rest = List.of("run", "--rm", "--network", "none", name, "true");
        podman.addAll(rest);
        List<String> docker = new ArrayList<>(List.of("docker"));
        docker.addAll(rest);
        return List.of(Work.of("podman run", podman), Work.of("docker run, known to it", docker));
    }

    /** What is measured in a warm process, as lines of the table. */
    static String lines(String java, int rounds, Path run, Path unpack, Path folder)
            throws IOException, InterruptedException {
        Path scratch =
                (Files.isWritable(MEMORY) ? MEMORY : folder).resolve("stratoscope-containers");
        Work.remove(scratch);
        List<String> line = new ArrayList<>(List.of(java));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        line.addAll(List.of(System.getProperty("java.class.path"), ContainerRows.class.getName()));
        line.addAll(List.of(scratch.toString(), Integer.toString(rounds)));
        line.addAll(List.of(run.toString(), unpack.toString()));
        try {
            Work.of("containers", line).run(folder);
            return Files.readAllLines(folder.resolve("said.txt")).stream()
                    .filter(said -> said.startsWith("|"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } finally {
            Work.remove(scratch);
        }
    }
}
