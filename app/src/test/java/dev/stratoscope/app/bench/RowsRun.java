package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that are measured in a process of their own, with a folder in memory. */
final class RowsRun {
    private static final Path MEMORY = Path.of("/dev/shm");

    private RowsRun() {}

    /**
     * Lines of the table.
     *
     * @param rows a class whose main takes the folder, and after it {@code args}
     * @param folder where the folder is made if memory has no place for it
     */
    static String lines(String java, Class<?> rows, Path folder, String... args)
            throws IOException, InterruptedException {
        Path scratch =
                (Files.isWritable(MEMORY) ? MEMORY : folder)
                        .resolve("stratoscope-" + rows.getSimpleName());
        Work.remove(scratch);
        List<String> line = new ArrayList<>(List.of(java));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        line.addAll(List.of(System.getProperty("java.class.path"), rows.getName()));
        line.add(scratch.toString());
        line.addAll(List.of(args));
        try {
            Work.of(rows.getSimpleName(), line).run(folder);
            return Files.readAllLines(folder.resolve("said.txt")).stream()
                    .filter(said -> said.startsWith("|"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } finally {
            Work.remove(scratch);
        }
    }
}
