package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One image, many threads: each layer is read once, and who gives up harms nobody else. */
@Timeout(60)
class OpenImageThreadsTest {
    @TempDir Path folder;

    @Test
    void concurrentReadersReadEachLayerOnce() throws Exception {
        OpenImage image = open(small(), Packing.NONE);
        Meter meter = new Meter("all");
        List<LayerFacts> seen = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(
                    Thread.ofVirtual().start(() -> quietly(() -> seen.add(image.layer(0, meter)))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(20, seen.size());
        seen.forEach(facts -> assertSame(seen.getFirst(), facts));
        assertEquals(image.image().layers().getFirst().storedSize(), meter.state().done());
    }

    @Test
    void anInterruptedReaderDoesNotHarmOthers() throws Exception {
        OpenImage image = open(big(), Packing.NONE);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> first = new AtomicReference<>();
        AtomicReference<LayerFacts> second = new AtomicReference<>();
        Thread one =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        image.layer(0, signalling(begun));
                                    } catch (IOException e) {
                                        first.set(e);
                                    }
                                });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        Thread other =
                Thread.ofVirtual()
                        .start(() -> quietly(() -> second.set(image.layer(0, Progress.NONE))));
        one.interrupt();
        one.join();
        other.join();
        assertTrue(first.get() instanceof InterruptedIOException, first.get() + "");
        assertEquals(image.image().config().diffIds().getFirst(), second.get().diffId());
    }

    @Test
    void cancellingAMeterStopsAScanWithinASecond() throws Exception {
        for (Packing packing : Packing.values()) {
            boolean stopped = false;
            for (int tries = 0; tries < 3 && !stopped; tries++) {
                stopped = stopsWithinASecond(packing);
            }
            assertTrue(stopped, packing + " runs on");
        }
    }

    /** On a machine that has much else to do even a scan that stops at once may not be heard of. */
    private boolean stopsWithinASecond(Packing packing) throws Exception {
        OpenImage image = open(big(), packing);
        Meter meter = new Meter("all");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread scan =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (true) {
                                            image.layer(0, meter);
                                            meter.advance(0);
                                        }
                                    } catch (IOException e) {
                                        thrown.set(e);
                                    }
                                });
        Thread.sleep(20);
        meter.cancel();
        boolean stopped = scan.join(Duration.ofSeconds(1));
        scan.join();
        assertTrue(thrown.get() instanceof InterruptedIOException, packing + " " + thrown.get());
        return stopped;
    }

    @Test
    void whoWaitsForAnotherReaderCanBeCancelledToo() throws Exception {
        OpenImage image = open(small(), Packing.NONE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread slow =
                Thread.ofVirtual()
                        .start(() -> quietly(() -> image.layer(0, blocking(begun, release))));
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        Meter meter = new Meter("waiting");
        Thread waiting = Thread.ofVirtual().start(() -> quietly(() -> image.layer(0, meter)));
        Thread.sleep(100);
        meter.cancel();
        waiting.interrupt();
        boolean ended = waiting.join(Duration.ofSeconds(1));
        release.countDown();
        slow.join();
        waiting.join();
        assertTrue(ended, "still waiting for the other reader's lock");
    }

    @Test
    void aDamagedLayerFailsAlone() throws Exception {
        byte[] good = TestImage.tar(layer().file("f", "1").items());
        byte[] bad = TestImage.tar(layer().file("g", "2").items());
        byte[] config = config(Digest.sha256(good), Digest.sha256(new byte[0]));
        Path file =
                TestArchive.of(
                                TestArchive.Kind.OCI_ARCHIVE,
                                config,
                                List.of(good, bad),
                                Packing.NONE)
                        .tar(folder.resolve("damaged.tar"), Packing.NONE);
        OpenImage image =
                Engine.open(folder, Clock.systemUTC())
                        .open(ImageSource.of(file), null, Progress.NONE);
        assertEquals(2, image.tree(0, Progress.NONE).size());
        assertEquals(1, errors(image).size());
        assertTrue(errors(image).getFirst().toString().contains("diffID"));
    }

    @Test
    void aSha512DiffIdIsVerifiedToo() throws Exception {
        byte[] tar = TestImage.tar(layer().file("f", "1").items());
        byte[] config = config(new Digest("sha512", "0".repeat(128)));
        Path file =
                TestArchive.of(TestArchive.Kind.OCI_ARCHIVE, config, List.of(tar), Packing.NONE)
                        .tar(folder.resolve("sha512.tar"), Packing.NONE);
        OpenImage image =
                Engine.open(folder, Clock.systemUTC())
                        .open(ImageSource.of(file), null, Progress.NONE);
        assertEquals(1, errors(image).size(), "a wrong diffID is a lie in any algorithm");
    }

    private static List<Finding> errors(OpenImage image) throws IOException {
        return image.verify(Progress.NONE).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    private OpenImage open(byte[] tar, Packing packing) throws IOException {
        Path file =
                TestArchive.of(
                                TestArchive.Kind.DOCKER_CLASSIC,
                                config(Digest.sha256(tar)),
                                List.of(tar),
                                packing)
                        .tar(folder.resolve(packing + "" + tar.length + ".tar"), Packing.NONE);
        return Engine.open(folder, Clock.systemUTC())
                .open(ImageSource.of(file), null, Progress.NONE);
    }

    private static byte[] small() throws IOException {
        return TestImage.tar(layer().file("f", "x".repeat(100_000)).items());
    }

    private static byte[] big() throws IOException {
        TestImage.Layer layer = layer();
        String text = "0123456789abcdef".repeat(65_536);
        for (int i = 0; i < 32; i++) {
            layer.file("f" + i, text);
        }
        return TestImage.tar(layer.items());
    }

    private static byte[] config(Digest... diffIds) {
        String list = String.join(",", Arrays.stream(diffIds).map(id -> "\"" + id + "\"").toList());
        return ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + list
                        + "]}}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Progress signalling(CountDownLatch begun) {
        return new Progress() {
            @Override
            public Progress child(String what, long total) {
                return this;
            }

            @Override
            public void advance(long units) throws InterruptedIOException {
                begun.countDown();
                Progress.NONE.advance(units);
            }
        };
    }

    private static Progress blocking(CountDownLatch begun, CountDownLatch release) {
        return new Progress() {
            @Override
            public Progress child(String what, long total) {
                return this;
            }

            @Override
            public void advance(long units) throws InterruptedIOException {
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        };
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }

    private static void quietly(Reading reading) {
        try {
            reading.read();
        } catch (IOException e) {
            // the thread only has to end
        }
    }
}
