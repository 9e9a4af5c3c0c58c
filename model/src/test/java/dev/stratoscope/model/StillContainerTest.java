package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerState;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.LiveLayer;
import dev.stratoscope.model.container.NoSuchContainerException;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.container.StartFailedException;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Containers without processes, whatever the form of their writable layers. */
class StillContainerTest extends StoreFixture {
    private static final String IMAGE = "still:1";
    private static final List<String> WRITTEN =
            List.of(
                    "ADDED data/new",
                    "ADDED made",
                    "ADDED made/x",
                    "DELETED data/old",
                    "METADATA_ONLY data");

    private Containers containersOf(Codec codec) throws IOException {
        assumeTrue(codec == Codec.JOURNAL || Codec.here() == codec, "needs root and overlayfs");
        TestImage image =
                TestImage.of(
                        TestImage.layer().file("etc/passwd", "root:x:0:0::/root:/bin/sh\n"),
                        TestImage.layer()
                                .directory("data")
                                .file("data/old", "old")
                                .file("data/other", "other"));
        Path archive =
                Engine.open(folder.resolve("drafts-of-tests"), engine.clock())
                        .write(image.draft(IMAGE), "still.tar");
        store.load(ImageSource.of(archive), null, Progress.NONE);
        return engine.with(codec).containers();
    }

    private static Container create(Containers containers, String name) throws IOException {
        return containers.create(new RunSpecBuilder(IMAGE).name(name).build(), Progress.NONE);
    }

    private static void write(Container one) throws IOException {
        try (FileSystem files = one.files(Progress.NONE)) {
            Files.writeString(files.getPath("/data/new"), "new");
            Files.delete(files.getPath("/data/old"));
            Files.createDirectory(files.getPath("/made"));
            Files.createFile(files.getPath("/made/x"));
        }
    }

    /** What it changed, a path a line, without the root; sorted. */
    private static List<String> changes(Container one) throws IOException {
        return lines(one.changes(Progress.NONE).changes());
    }

    private static List<String> lines(Changeset changes) {
        List<String> lines = new ArrayList<>();
        for (int at = 1; at < changes.size(); at++) {
            if (changes.kind(at) != Kind.UNCHANGED) {
                lines.add(changes.kind(at) + " " + changes.path(at));
            }
        }
        return lines.stream().sorted().toList();
    }

    private static CommitSpec as(String name, Set<ByteString> paths) throws IOException {
        return new CommitSpec(Reference.parse(name), paths, "", "", List.of(), true);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsBrowsedAndListed(Codec codec) throws IOException {
        Containers containers = containersOf(codec);
        Container one = create(containers, "one");
        assertEquals(List.of(), changes(one));
        write(one);
        one.write(ByteString.of("data/other"), ByteString.of("edited").toByteArray());
        List<String> lines = new ArrayList<>(WRITTEN);
        lines.add("MODIFIED data/other");
        assertEquals(lines, changes(one));
        assertEquals(ContainerState.Status.CREATED, containers.find("one").state().status());
        try (FileSystem files = containers.find("one").files(Progress.NONE)) {
            assertEquals("new", Files.readString(files.getPath("/data/new")));
            assertEquals("edited", Files.readString(files.getPath("/data/other")));
            assertFalse(Files.exists(files.getPath("/data/old")));
            // Others see what is written while the files stay open.
            one.write(ByteString.of("data/new"), new byte[] {'!'});
            assertEquals("!", Files.readString(files.getPath("/data/new")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesGoInAndOut(Codec codec) throws IOException {
        Container one = create(containersOf(codec), "one");
        Path file = Files.writeString(folder.resolve("file"), "text");
        one.copyIn(file, "/data/in", Progress.NONE);
        assertEquals(List.of("ADDED data/in", "METADATA_ONLY data"), changes(one));
        one.copyOut("/data", folder.resolve("out"), Progress.NONE);
        assertEquals("text", Files.readString(folder.resolve("out/in")));
        assertEquals("other", Files.readString(folder.resolve("out/other")));
    }

    @ParameterizedTest
    @EnumSource
    void allOrChosenPathsAreCommitted(Codec codec) throws IOException {
        Container one = create(containersOf(codec), "one");
        write(one);
        one.commit(as("all:1", null), Progress.NONE);
        one.commit(as("some:1", Set.of(ByteString.of("data/old"))), Progress.NONE);
        assertEquals(List.of("data/new", "data/other", "etc/passwd", "made/x"), files("all:1"));
        assertEquals(List.of("data/other", "etc/passwd"), files("some:1"));
        assertEquals(3, engine.open(ImageSource.stored("all:1"), null, Progress.NONE).layerCount());
    }

    private List<String> files(String image) throws IOException {
        List<String> files = new ArrayList<>();
        try (OpenImage opened = open(image)) {
            var tree = opened.tree(Progress.NONE);
            for (int at = 0; at < tree.size(); at++) {
                if (tree.type(at) == EntryType.FILE) {
                    files.add(tree.path(at).toString());
                }
            }
        }
        return files.stream().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void revertedPathsAreAsInTheImage(Codec codec) throws IOException {
        Container one = create(containersOf(codec), "one");
        write(one);
        one.revert(List.of(ByteString.of("data/old"), ByteString.of("made")), Progress.NONE);
        assertEquals(List.of("ADDED data/new", "METADATA_ONLY data"), changes(one));
        one.revert(List.of(ByteString.EMPTY), Progress.NONE);
        assertEquals(List.of(), changes(one));
        try (FileSystem files = one.files(Progress.NONE)) {
            assertEquals("old", Files.readString(files.getPath("/data/old")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForkGoesItsOwnWay(Codec codec) throws IOException {
        Containers containers = containersOf(codec);
        Container one = create(containers, "one");
        write(one);
        Container two = one.fork("two", Progress.NONE);
        assertEquals(WRITTEN, changes(two));
        two.revert(List.of(ByteString.of("data")), Progress.NONE);
        assertEquals(List.of("ADDED made", "ADDED made/x"), changes(two));
        assertEquals(WRITTEN, changes(one));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRenamedAndRemovedIsGone(Codec codec) throws IOException {
        Containers containers = containersOf(codec);
        Container one = create(containers, "one");
        write(one);
        one.rename("other");
        assertEquals(one.id(), containers.find("other").id());
        create(containers, "two").remove(false);
        assertEquals(1, containers.list().size());
        assertEquals(List.of(one.id()), containers.prune(Progress.NONE).ids());
        Path snapshots = home.resolve("snapshots");
        assertEquals(0, count(snapshots.resolve("active")));
        assertEquals(0, count(snapshots.resolve("new")));
        assertEquals(1, count(snapshots.resolve("layers")));
    }

    @ParameterizedTest
    @EnumSource
    void writesAreToldAndTheEndToo(Codec codec) throws IOException {
        Container one = create(containersOf(codec), "one");
        try (LiveLayer live = one.watch(Progress.NONE)) {
            assertTrue(live.await(0));
            assertEquals(List.of(), lines(live.now(Progress.NONE).changes()));
            assertFalse(live.await(1));
            write(one);
            assertTrue(live.await(5_000));
            assertEquals(WRITTEN, lines(live.now(Progress.NONE).changes()));
            assertFalse(live.isOver());
            one.remove(false);
            assertTrue(live.isOver());
            assertThrows(NoSuchContainerException.class, () -> live.now(Progress.NONE));
        }
    }

    @Test
    void whereNothingCanBeMountedNothingIsUnpackedAndNothingStarts() throws IOException {
        Containers containers = containersOf(Codec.JOURNAL);
        Container one = create(containers, "one");
        write(one);
        assertEquals(0, count(home.resolve("snapshots/layers/empty/fs")));
        assertEquals(1, count(home.resolve("snapshots/layers")));
        StartFailedException e =
                assertThrows(StartFailedException.class, () -> one.start(Progress.NONE));
        assertEquals(125, e.exitCode());
        assertEquals("one: " + containers.obstacle(), e.getMessage());
        assertEquals(WRITTEN, changes(one));
    }
}
