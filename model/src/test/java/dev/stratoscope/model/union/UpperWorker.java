package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** A program of its own that changes a writable layer until it is killed, telling of each call. */
public final class UpperWorker {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private UpperWorker() {}

    static Process start(Path folder, long seed) throws IOException {
        String modules = System.getProperty("jdk.module.path");
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        modules == null ? classes : modules + File.pathSeparator + classes,
                        UpperWorker.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .start();
    }

    /** Prints the number of each call when it is done. */
    public static void main(String[] given) throws IOException {
        Random random = new Random(Long.parseLong(given[1]));
        Upper upper = open(Path.of(given[0]));
        for (long call = 1; ; call++) {
            call(upper, random);
            System.out.println(call);
        }
    }

    static JournaledUpper open(Path folder) throws IOException {
        return JournaledUpper.open(folder, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** One call, the same for the same seed; it may be refused. */
    static void call(Upper upper, Random random) throws IOException {
        ByteString path = path(random);
        ByteString other = path(random);
        int number = random.nextInt(1, 9000);
        try {
            switch (random.nextInt(9)) {
                case 0, 1 ->
                        upper.makeDirectory(path, Attributes.IMPLIED_DIRECTORY, number % 2 == 0);
                case 2, 3 ->
                        upper.makeFile(
                                path,
                                Attributes.file(0),
                                new ByteArrayInputStream(new byte[number]));
                case 4 -> upper.link(path, other);
                case 5 ->
                        upper.set(
                                path,
                                Revised.time(Attributes.file(0), Instant.ofEpochSecond(number)));
                case 6 -> upper.rename(path, other, number % 2 == 0);
                case 7 -> upper.forget(path);
                default -> upper.whiteout(path);
            }
        } catch (FileSystemException e) {
            // Of something else there, or nothing.
            return;
        }
    }

    private static ByteString path(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return ByteString.of(
                random.nextBoolean() ? name : NAMES.get(random.nextInt(NAMES.size())) + "/" + name);
    }
}
