package dev.stratoscope.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.archive.IndexCache.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Records in a folder: kept, found, never taken for what they are not. */
class IndexFolderTest {
    private static final String KEY = "sha256:0123abcd";

    @TempDir Path folder;

    private IndexFolder records() {
        return new IndexFolder(folder, Clock.systemUTC());
    }

    @Test
    void whatIsKeptIsFound() {
        assertNull(records().find(Kind.LAYER, KEY));
        check(bytes(1, 5_000), records().keep(Kind.LAYER, KEY, segment(bytes(1, 5_000))));
        check(bytes(1, 5_000), records().find(Kind.LAYER, KEY));
        assertNull(records().find(Kind.CHECKPOINTS, KEY));
        assertNull(records().find(Kind.LAYER, KEY + "0"));
        check(bytes(2, 0), records().keep(Kind.LAYER, KEY, segment(bytes(2, 0))));
        check(bytes(2, 0), records().find(Kind.LAYER, KEY));
    }

    @Test
    void aRecordInUseOutlivesItsReplacementAndItsRemoval() throws IOException {
        MemorySegment old = records().keep(Kind.LAYER, KEY, segment(bytes(1, 100_000)));
        records().keep(Kind.LAYER, KEY, segment(bytes(2, 10)));
        check(bytes(1, 100_000), old);
        MemorySegment now = records().find(Kind.LAYER, KEY);
        Files.delete(file());
        check(bytes(2, 10), now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "a/b", "../x", "a\\b", "a b", "a\n", "\u00e9", "a+b", "%2e", "\0"})
    void keysThatCouldBePathsAreRefused(String key) {
        if (key.equals("..")) {
            assertNull(records().find(Kind.LAYER, key), "dots alone are a name like another");
            return;
        }
        MemorySegment bytes = segment(bytes(1, 1));
        assertThrows(IllegalArgumentException.class, () -> records().find(Kind.LAYER, key));
        assertThrows(IllegalArgumentException.class, () -> records().keep(Kind.LAYER, key, bytes));
    }

    @Test
    void dotsInAKeyStayInTheFolder() throws IOException {
        for (String key : List.of(".", "..", "...", "-", ":")) {
            assertNotNull(records().keep(Kind.SEEN, key, segment(bytes(1, 10))), key);
            check(bytes(1, 10), records().find(Kind.SEEN, key));
        }
        assertEquals(List.of("new", "seen"), list(folder));
    }

    @Test
    void damageAnywhereIsFoundAndTheFileRemoved() throws IOException {
        byte[] whole = kept(300);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file(), flipped);
            assertNull(records().find(Kind.LAYER, KEY), "byte " + at);
            assertTrue(list(folder.resolve("layers")).size() == 1 && files().isEmpty());
            Files.write(file(), whole);
        }
    }

    @Test
    void everyOtherLengthIsFound() throws IOException {
        byte[] whole = kept(40);
        for (int length = 0; length < 200; length++) {
            if (length != whole.length) {
                Files.write(file(), Arrays.copyOf(whole, length));
                assertNull(records().find(Kind.LAYER, KEY), "length " + length);
            }
        }
    }

    @Test
    void aRecordUnderAnotherNameIsNotTakenForIt() throws IOException {
        byte[] whole = kept(40);
        records().keep(Kind.LAYER, "other", segment(bytes(1, 4)));
        records().keep(Kind.SEEN, KEY, segment(bytes(1, 4)));
        for (Path file : files()) {
            if (!file.equals(file())) {
                Files.write(file, whole);
            }
        }
        assertNull(records().find(Kind.LAYER, "other"));
        assertNull(records().find(Kind.SEEN, KEY));
        check(bytes(3, 40), records().find(Kind.LAYER, KEY));
    }

    @Test
    void whatIsNoFileIsNoRecord() throws IOException {
        kept(40);
        Files.delete(file());
        Files.createDirectories(file().resolve("in/the/way"));
        assertNull(records().find(Kind.LAYER, KEY));
        assertNull(records().keep(Kind.LAYER, KEY, segment(bytes(1, 4))));
        assertEquals(List.of(), list(folder.resolve("new")));
    }

    @Test
    void aFolderThatIsAFileKeepsNothing() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        IndexFolder records = new IndexFolder(file, Clock.systemUTC());
        assertNull(records.keep(Kind.LAYER, KEY, segment(bytes(1, 4))));
        assertNull(records.find(Kind.LAYER, KEY));
        assertEquals(0, records.prune((kind, key) -> false));
    }

    @Test
    void aReadOnlyFolderIsReadAndKeepsNothing() throws Exception {
        kept(40);
        assumeTrue(!isRoot() || mount("--bind", folder.toString(), folder.toString()));
        try {
            if (isRoot()) {
                assumeTrue(mount("-o", "remount,bind,ro", folder.toString()), "no mounts");
            } else {
                Files.setPosixFilePermissions(
                        folder.resolve("new"), PosixFilePermissions.fromString("r-xr-xr-x"));
            }
            check(bytes(3, 40), records().find(Kind.LAYER, KEY));
            assertNull(records().keep(Kind.LAYER, "other", segment(bytes(1, 4))));
        } finally {
            if (isRoot()) {
                // What is mapped keeps the disk busy.
                run("umount", "--lazy", folder.toString());
            } else {
                Files.setPosixFilePermissions(
                        folder.resolve("new"), PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void aFullDiskKeepsNothingAndLeavesNothing() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assumeTrue(
                isRoot() && mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()),
                "cannot mount a small disk: a full one is not tested");
        try {
            IndexFolder records = new IndexFolder(small, Clock.systemUTC());
            check(bytes(1, 10_000), records.keep(Kind.LAYER, KEY, segment(bytes(1, 10_000))));
            assertNull(records.keep(Kind.LAYER, KEY, segment(bytes(2, 100_000))));
            assertNull(records.keep(Kind.LAYER, "other", segment(bytes(2, 100_000))));
            check(bytes(1, 10_000), records.find(Kind.LAYER, KEY));
            assertEquals(List.of(), list(small.resolve("new")));
        } finally {
            run("umount", "--lazy", small.toString());
        }
    }

    @Test
    void manyThreadsSeeWholeRecordsOnly() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int seed = i;
                Callable<Integer> rounds = () -> WholeRecords.check(folder, seed, 100);
                all.add(threads.submit(rounds));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(List.of(), list(folder.resolve("new")));
    }

    @Test
    void severalProcessesSeeWholeRecordsOnly() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(WholeRecords.start(folder, i, 100));
        }
        WholeRecords.check(folder, 7, 100);
        for (Process process : processes) {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        assertEquals(List.of(), list(folder.resolve("new")));
    }

    @Test
    void whatDeadWritersLeftIsSwept() throws Exception {
        kept(40);
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path young = folder.resolve("new");
        Files.write(young.resolve(dead.pid() + "-123"), new byte[70]);
        Path mine = young.resolve(ProcessHandle.current().pid() + "-123");
        Files.write(mine, new byte[50]);
        assertEquals(70, records().sweep());
        assertTrue(Files.exists(mine));
        Clock later = Clock.fixed(Instant.now().plusSeconds(100_000), ZoneOffset.UTC);
        assertEquals(50, new IndexFolder(folder, later).sweep());
        check(bytes(3, 40), records().find(Kind.LAYER, KEY));
    }

    private byte[] kept(int length) throws IOException {
        assertNotNull(records().keep(Kind.LAYER, KEY, segment(bytes(3, length))));
        return Files.readAllBytes(file());
    }

    private Path file() throws IOException {
        Path shard = folder.resolve("layers").resolve(list(folder.resolve("layers")).getFirst());
        return shard.resolve("sha256+0123abcd.idx");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void check(byte[] expected, @Nullable MemorySegment found) {
        assertNotNull(found);
        assertTrue(found.isReadOnly());
        assertArrayEquals(expected, found.toArray(ValueLayout.JAVA_BYTE));
    }

    private static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static MemorySegment segment(byte[] bytes) {
        return MemorySegment.ofArray(bytes);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static boolean mount(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertFalse(!process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue() == 0;
    }
}
