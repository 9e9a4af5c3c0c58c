package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.snapshot.InMemory;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Kills a program while it changes a writable layer: every finished call is there, or one more. */
class UpperCrashTest {
    private static final int ROUNDS = 3;

    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void aKilledProgramLeavesEveryFinishedCallAndNoHalfOne() throws Exception {
        long seed = Long.getLong("stratoscope.crashes.seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            String about = "stratoscope.crashes.seed=" + (seed + round);
            Path killed = folder.resolve("killed" + round);
            long finished = kill(killed, seed + round, about);
            Map<ByteString, String> left;
            try (Upper upper = UpperWorker.open(killed)) {
                left = picture(upper);
            }
            try (Upper upper = UpperWorker.open(folder.resolve("whole" + round))) {
                Random random = new Random(seed + round);
                for (long call = 0; call < finished; call++) {
                    UpperWorker.call(upper, random);
                }
                Map<ByteString, String> before = picture(upper);
                UpperWorker.call(upper, random);
                assertTrue(
                        left.equals(before) || left.equals(picture(upper)),
                        about + " after " + finished + ": " + left + " not " + before);
            }
        }
    }

    /** Returns how many calls it had finished. */
    private static long kill(Path folder, long seed, String about) throws Exception {
        Process process = UpperWorker.start(folder, seed);
        long finished = 0;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertNotNull(said.readLine(), about);
            Thread.sleep(new Random(seed).nextInt(150));
            // Through its handle, which leaves what it said to be read.
            process.toHandle().destroyForcibly();
            finished = 1;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                // The last line may be cut short by the kill.
                if (line.equals(Long.toString(finished + 1))) {
                    finished++;
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        return finished;
    }

    private static Map<ByteString, String> picture(Upper upper) throws IOException {
        Map<ByteString, String> picture = new TreeMap<>();
        add(upper, ByteString.EMPTY, picture);
        return picture;
    }

    private static void add(Upper upper, ByteString folder, Map<ByteString, String> picture)
            throws IOException {
        List<ByteString> names = upper.names(folder);
        for (ByteString name : names) {
            ByteString path = Parts.join(folder, name);
            Upper.Said said = upper.say(path);
            assertNotNull(said);
            picture.put(path, said.toString());
            add(upper, path, picture);
        }
    }
}
