package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@link ContainerRows} in a process of its own. */
final class ContainerRun {
    private static final Path MEMORY = Path.of("/dev/shm");

    private ContainerRun() {}

    /** Lines of the table. */
    static String lines(
            String java, String launcher, int rounds, Path run, Path unpack, Path folder)
            throws IOException, InterruptedException {
        Path scratch =
                (Files.isWritable(MEMORY) ? MEMORY : folder).resolve("stratoscope-containers");
        Work.remove(scratch);
        List<String> line = new ArrayList<>(List.of(java));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        line.addAll(List.of(System.getProperty("java.class.path"), ContainerRows.class.getName()));
        line.addAll(List.of(scratch.toString(), Integer.toString(rounds)));
        line.addAll(List.of(run.toString(), unpack.toString(), launcher));
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
