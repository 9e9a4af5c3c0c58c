package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What commands of a build see beside their image, and what they must not. */
class BuildMountTest extends ContainerFixture {
    private final List<BuildEvent> events = Collections.synchronizedList(new ArrayList<>());
    private Path context;

    @BeforeEach
    void makeContext() throws IOException {
        containersOf(engine);
        context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("a"), "one\n");
        Files.writeString(folder.resolve("outside"), "not for builds\n");
    }

    private KeptImage build(String... lines) throws IOException {
        events.clear();
        String text = "FROM " + IMAGE + "\n" + String.join("\n", lines);
        return engine.builds()
                .run(
                        new BuildSpecBuilder(context, folder.resolve("Dockerfile"))
                                .text(text)
                                .build(),
                        events::add,
                        Progress.NONE);
    }

    private List<String> printed() {
        return events.stream()
                .filter(BuildEvent.Logged.class::isInstance)
                .map(one -> ((BuildEvent.Logged) one).text())
                .toList();
    }

    private String failure(String... lines) {
        return String.valueOf(
                assertThrows(BuildFailedException.class, () -> build(lines)).getMessage());
    }

    @Test
    void memoryIsNotInTheLayer() throws IOException {
        KeptImage image = build("RUN --mount=type=tmpfs,target=/m touch /m/x /y; echo /m/*");
        assertEquals(List.of("/m/x"), printed());
        try (OpenImage open = open(image.id().toString())) {
            var tree = open.tree(Progress.NONE);
            assertEquals(-1, tree.find(ByteString.of("m/x")));
            assertTrue(tree.find(ByteString.of("y")) > 0);
        }
    }

    @Test
    void withoutANetworkThereIsNone() throws IOException {
        build("RUN --network=none echo /sys/class/net/*");
        assertEquals(List.of("/sys/class/net/lo"), printed());
    }

    @Test
    void targetsAreRelativeToTheWorkingFolderAndNotTheRoot() throws IOException {
        build("WORKDIR /w/x", "RUN --mount=target=../c,source=a busybox cat /w/c");
        assertEquals(List.of("one"), printed());
        String told = failure("RUN --mount=target=/.. true");
        assertTrue(told.contains("nothing can be mounted on the root"), told);
    }

    @Test
    void sourcesStayInTheContext() throws IOException {
        Files.createSymbolicLink(context.resolve("up"), Path.of("../outside"));
        Files.createSymbolicLink(context.resolve("abs"), folder.resolve("outside"));
        for (String source : List.of("../outside", "up", "abs", "/../../outside")) {
            String told = failure("RUN --mount=target=/c,source=" + source + " busybox cat /c");
            assertFalse(told.contains("not for builds"), told);
            assertEquals(List.of(), printed(), source);
        }
    }

    @Test
    void anIdOfACacheIsNoPath() throws IOException {
        Set<String> before = names();
        build(
                "RUN --mount=type=cache,id=../../../../x,target=/c echo 1 > /c/x",
                "RUN --mount=type=cache,id=/etc,target=/c echo /c/*");
        assertEquals(List.of("/c/*"), printed());
        assertEquals(before, names());
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new TreeSet<>(all.map(one -> one.getFileName().toString()).toList());
        }
    }

    @Test
    void stagesThatWantTheSameLockedCachesDoNotBlockEachOther() {
        String a = "--mount=type=cache,id=a,target=/a,sharing=locked ";
        String b = "--mount=type=cache,id=b,target=/b,sharing=locked ";
        String again = "--mount=type=cache,id=a,target=/again,sharing=locked ";
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () ->
                        build(
                                "RUN " + a + b + again + "echo 1 > /a/x; echo 1 > /one",
                                "FROM " + IMAGE,
                                "RUN " + b + a + "echo 2 > /a/y; echo 2 > /two",
                                "COPY --from=0 /one /"));
    }

    @Test
    void stagesMayMakeTheSameCacheAtOnce() throws IOException {
        String mount = "--mount=type=cache,id=new,target=/c,from=" + IMAGE + ",source=/data ";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add("RUN " + mount + "busybox cat /c/old > /o" + i);
            lines.add("FROM " + IMAGE);
        }
        for (int i = 0; i < 4; i++) {
            lines.add("COPY --from=" + i + " /o" + i + " /");
        }
        lines.add("RUN busybox cat /o0 /o1 /o2 /o3");
        build(lines.toArray(String[]::new));
        assertEquals(List.of("oldoldoldold"), printed());
    }

    @Test
    void anotherHasItsOwnPrivateCache() throws IOException {
        String mount = "--mount=type=cache,id=p,target=/c,sharing=private ";
        build("RUN " + mount + "touch /c/kept");
        build("RUN " + mount + "echo /c/*");
        assertEquals(List.of("/c/kept"), printed());
    }
}
