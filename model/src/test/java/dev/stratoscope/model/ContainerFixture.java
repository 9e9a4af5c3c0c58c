package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.runtime.Launcher;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An engine and an image whose containers can run, where this machine lets them. */
abstract class ContainerFixture extends StoreFixture {
    /** The image's name. */
    static final String IMAGE = "shell:1";

    private static final Path SHELL = Path.of("/bin/busybox");
    private static final int LOOKS = 200;
    private static final long LOOK_MILLIS = 25;

    /** Loads it, or skips the test. */
    final Containers containersOf(Engine of) throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "no static shell, " + SHELL);
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        List<Launcher> runtimes = of.containers().runtimes();
        assumeTrue(
                runtimes.stream().anyMatch(one -> one.unfit() == null), "no runtime: " + runtimes);
        ImageDraft.LayerDraft shell =
                new ImageDraft.LayerDraft(TestImage.TIME)
                        .file("bin/busybox", 0755, ByteString.of(Files.readAllBytes(SHELL)));
        for (String name : List.of("sh", "sleep", "touch", "rm")) {
            shell.symlink("bin/" + name, "busybox");
        }
        ImageDraft.LayerDraft files =
                new ImageDraft.LayerDraft(TestImage.TIME)
                        .file("data/old", 0644, "old")
                        .file("data/other", 0644, "other");
        ImageDraft draft =
                new ImageDraft(
                        IMAGE,
                        new Platform("linux", "amd64", null),
                        List.of("sh"),
                        List.of(),
                        Map.of(),
                        TestImage.TIME,
                        List.of(
                                new ImageDraft.Step("COPY shell /", shell.items()),
                                new ImageDraft.Step("COPY files /", files.items())));
        Path archive =
                Engine.open(folder.resolve("drafts-of-tests"), engine.clock())
                        .write(draft, "shell.tar");
        of.store().load(ImageSource.of(archive), null, Progress.NONE);
        Files.delete(archive);
        return of.containers();
    }

    /** Removes all containers and images; nothing may be left of them, here or in the system. */
    final void assertAllCanBeRemoved(Containers containers, String about)
            throws IOException, InterruptedException {
        for (Container one : containers.list()) {
            one.remove(true);
        }
        assertEquals(List.of(), containers.list(), about);
        containers.tidy(Progress.NONE);
        Path snapshots = home.resolve("snapshots");
        assertEquals(0, count(snapshots.resolve("active")), about);
        assertEquals(0, count(snapshots.resolve("new")), about);
        // An overlay needs a lower folder even when an image has none.
        long empty = Files.exists(snapshots.resolve("layers/empty")) ? 1 : 0;
        assertEquals(empty, count(snapshots.resolve("layers")), about);
        List<String> left = left();
        for (int i = 0; i < LOOKS && !left.isEmpty(); i++) {
            Thread.sleep(LOOK_MILLIS);
            left = left();
        }
        assertEquals(List.of(), left, about);
    }

    /** Processes that belong to the home, or have something of it mounted. */
    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path one : all.toList()) {
                if (!Character.isDigit(one.getFileName().toString().charAt(0))) {
                    continue;
                }
                for (String file : List.of("cmdline", "mountinfo")) {
                    if (text(one.resolve(file)).contains(folder.toString() + "/")) {
                        left.add(one + "/" + file);
                    }
                }
            }
        }
        return left;
    }

    private static String text(Path file) {
        try {
            return ByteString.of(Files.readAllBytes(file)).toString();
        } catch (IOException e) {
            // It has ended.
            return "";
        }
    }
}
