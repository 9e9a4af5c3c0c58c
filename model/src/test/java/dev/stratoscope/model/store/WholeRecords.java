package dev.stratoscope.model.store;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.archive.IndexCache.Kind;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Writes and reads the same few records over and over, from any number of threads and processes:
 * what is found is always what one of them wrote, whole.
 */
public final class WholeRecords {
    private WholeRecords() {}

    /** Run as a process of its own: folder, seed, rounds. */
    public static void main(String[] arguments) throws IOException {
        check(Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    }

    /** The same as {@link #main} in another JVM. */
    static Process start(Path folder, long seed, int rounds) throws IOException {
        List<String> parts = new ArrayList<>(List.of(home(WholeRecords.class), home(Engine.class)));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            parts.add(System.getProperty(property, ""));
        }
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx100m",
                        "-cp",
                        String.join(File.pathSeparator, parts),
                        WholeRecords.class.getName(),
                        folder.toString(),
                        Long.toString(seed),
                        Integer.toString(rounds))
                .inheritIO()
                .start();
    }

    /** How often a record was found. */
    static int check(Path folder, long seed, int rounds) throws IOException {
        Random random = new Random(seed);
        int read = 0;
        IndexFolder records = new IndexFolder(folder, Clock.systemUTC());
        for (int i = 0; i < rounds; i++) {
            String key = "sha256:" + random.nextInt(4);
            byte[] bytes = new byte[random.nextInt(1, 50_000)];
            Arrays.fill(bytes, (byte) random.nextInt());
            records.keep(Kind.LAYER, key, MemorySegment.ofArray(bytes));
            MemorySegment found = records.find(Kind.LAYER, key);
            if (found != null) {
                byte[] got = found.toArray(ValueLayout.JAVA_BYTE);
                byte[] whole = new byte[got.length];
                Arrays.fill(whole, got[0]);
                read++;
                if (!Arrays.equals(whole, got)) {
                    throw new AssertionError("a record of two writers: " + key);
                }
            }
            if (random.nextInt(20) == 0) {
                records.prune((kind, name) -> random.nextBoolean());
            }
        }
        return read;
    }

    /** The folder a class was loaded from; a patched module does not tell it in any other way. */
    private static String home(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String url = String.valueOf(type.getClassLoader().getResource(name));
        return Path.of(URI.create(url.substring(0, url.length() - name.length()))).toString();
    }
}
