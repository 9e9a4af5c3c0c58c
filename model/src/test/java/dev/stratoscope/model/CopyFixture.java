package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A context in a folder of its own, and builds from it that need no base image and no command. */
abstract class CopyFixture {
    @TempDir Path folder;

    Path context;
    Engine engine;
    final List<BuildEvent> events = new ArrayList<>();

    @BeforeEach
    void makeContext() throws IOException {
        context = Files.createDirectory(folder.resolve("context"));
        engine = Engine.open(folder.resolve("home"), Clock.systemUTC());
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    /** Writes a file of the context, and the folders above it. */
    Path file(String path, String text) throws IOException {
        Path file = context.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void mode(String path, String letters) throws IOException {
        Files.setPosixFilePermissions(
                context.resolve(path), PosixFilePermissions.fromString(letters));
    }

    void link(String path, String target) throws IOException {
        Path link = context.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** A build of the context. */
    BuildSpecBuilder spec(String dockerfile) {
        return new BuildSpecBuilder(context, folder.resolve("Dockerfile")).text(dockerfile);
    }

    KeptImage build(String dockerfile) throws IOException {
        return build(spec(dockerfile));
    }

    KeptImage build(BuildSpecBuilder spec) throws IOException {
        events.clear();
        return engine.builds().run(spec.build(), events::add, Progress.NONE);
    }

    /** Why it cannot be built. */
    String failure(String dockerfile) {
        return assertThrows(BuildFailedException.class, () -> build(dockerfile)).getMessage();
    }

    /** What became of the steps of the last build, FROM left aside. */
    List<StepResult> results() {
        return events.stream()
                .filter(BuildEvent.Finished.class::isInstance)
                .map(BuildEvent.Finished.class::cast)
                .filter(one -> !one.step().instruction().statement().keyword().equals("FROM"))
                .map(BuildEvent.Finished::result)
                .toList();
    }

    OpenImage open(KeptImage image) throws IOException {
        return engine.open(ImageSource.stored(image.id().toString()), null, Progress.NONE);
    }

    /** The paths of an image with type, mode, owner and a file's length or a link's target. */
    String tree(KeptImage image) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        try (OpenImage open = open(image)) {
            FileTree tree = open.tree(Progress.NONE);
            for (int at = 1; at < tree.size(); at++) {
                Attributes said = tree.attributes(at);
                String what =
                        switch (tree.type(at)) {
                            case FILE -> " " + said.size();
                            case SYMLINK -> " " + said.link();
                            case HARDLINK -> " " + tree.path(tree.linkTarget(at));
                            default -> "";
                        };
                String path = EntryPath.printable(tree.path(at));
                lines.put(
                        path,
                        "%s%s %s %o %d:%d%s"
                                .formatted(
                                        path,
                                        tree.type(at) == EntryType.DIRECTORY ? "/" : "",
                                        tree.type(at).letter(),
                                        said.mode(),
                                        said.uid(),
                                        said.gid(),
                                        what));
            }
        }
        return String.join("\n", lines.values());
    }
}
