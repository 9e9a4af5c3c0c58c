package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A folder of files as those of a program's sources; the same arguments give the same bytes. */
final class SourceFiles {
    private static final int PER_FOLDER = 50;
    private static final int WORDS = 4000;
    private static final int LONGEST_LINE = 9;
    private static final int MOST_LINES = 260;

    private SourceFiles() {}

    /** Writes so many files, some 6 KB each, and a Dockerfile that copies them. */
    static Path write(Path folder, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            write(folder, i, 0);
        }
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /srv/\n");
        return folder;
    }

    /** Writes one of them, in one of its versions. */
    static void write(Path folder, int number, int version) throws IOException {
        Random random = new Random(number * 1000L + version);
        StringBuilder text = new StringBuilder();
        for (int line = 20 + random.nextInt(MOST_LINES); line > 0; line--) {
            text.append(" ".repeat(4 * random.nextInt(4)));
            for (int word = random.nextInt(LONGEST_LINE); word >= 0; word--) {
                // A few words make up most of a text.
                double rank = Math.pow(random.nextDouble(), 4);
                text.append(word((int) (rank * WORDS))).append(word == 0 ? ";\n" : " ");
            }
        }
        Path file =
                folder.resolve("part-%03d/file-%05d.txt".formatted(number / PER_FOLDER, number));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String word(int rank) {
        Random letters = new Random(rank);
        StringBuilder word = new StringBuilder();
        for (int left = 2 + letters.nextInt(8); left > 0; left--) {
            word.append((char) ('a' + letters.nextInt(26)));
        }
        return word.toString();
    }
}
