package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The writable layer of real containers, driven by mouse and keys. */
class ContainerLayersJourneyTest extends WindowTest {

    @BeforeEach
    void onlyAsRoot() {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        assumeTrue(linux && System.getProperty("user.name", "").equals("root"), "needs root");
    }

    /** A container of an image of a few files and no program at all, that was never started. */
    private Container stopped() throws Exception {
        Path file =
                Drafts.write(
                        engine,
                        "bare",
                        new Step(
                                "COPY etc /etc/ # buildkit",
                                Drafts.layer()
                                        .directory("etc", 0755)
                                        .file("etc/app.conf", 0640, "colour = blue\nsize = 1\n")
                                        .file("etc/motd", 0644, "hello\n")
                                        .file("etc/old.conf", 0644, "old\n")
                                        .items()));
        engine.store().load(ImageSource.of(file), null, Progress.NONE);
        RunSpec spec = new RunSpecBuilder("demo/bare:1").name("web").command("/none").build();
        return engine.containers().create(spec, Progress.NONE);
    }

    private void show(Container container) throws Exception {
        String name = container.name();
        onScreen(
                () -> {
                    window.containers().openContainer(container.id(), name);
                    return null;
                });
        waitUntil("the layers are shown", () -> stack().getSteps().size() > 1);
    }

    private LayerStack stack() {
        return robot.lookup((Node node) -> node instanceof LayerStack && node.isVisible())
                .queryAs(LayerStack.class);
    }

    private void showPart(String title) throws Exception {
        robot.clickOn(
                robot.lookup(
                                (Node node) ->
                                        node.getStyleClass().contains("lower-tab")
                                                && String.valueOf(node.getAccessibleText())
                                                        .startsWith(title))
                        .queryAs(Node.class));
    }

    /** The row of a name in the file table that is shown. */
    private TableRow<?> row(String name) throws Exception {
        waitUntil(name + " is listed", () -> listed(name) != null);
        return onScreen(() -> listed(name));
    }

    private @Nullable TableRow<?> listed(String name) {
        return robot.lookup(".file-table .table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.isVisible() && !row.isEmpty())
                .filter(
                        row ->
                                String.valueOf(
                                                row.queryAccessibleAttribute(
                                                        AccessibleAttribute.TEXT))
                                        .startsWith(name + ","))
                .findFirst()
                .orElse(null);
    }

    private void tick(String name) throws Exception {
        robot.clickOn(row(name).lookup(".tick-cell"));
    }

    /** Presses the button of a dialog that names its act. */
    private void answer(String dialog) throws Exception {
        waitUntil(dialog + " is asked", () -> robot.lookup(dialog).tryQuery().isPresent());
        DialogPane pane = robot.lookup(dialog).queryAs(DialogPane.class);
        Button act =
                onScreen(
                        () ->
                                (Button)
                                        pane.lookupButton(
                                                pane.getButtonTypes().stream()
                                                        .filter(
                                                                type ->
                                                                        type.getButtonData()
                                                                                == ButtonBar
                                                                                        .ButtonData
                                                                                        .OK_DONE)
                                                        .findFirst()
                                                        .orElseThrow()));
        robot.clickOn(act);
    }

    private static Set<String> changed(Container container) throws Exception {
        Changeset changes = container.changes(Progress.NONE).changes();
        return changes.changed()
                .mapToObj(at -> changes.path(at).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> files(LayerIndex layer) {
        Set<String> paths = new TreeSet<>();
        for (int at = 1; at < layer.size(); at++) {
            if (layer.type(at) != EntryType.DIRECTORY) {
                paths.add((layer.type(at) == EntryType.WHITEOUT ? "-" : "") + layer.path(at));
            }
        }
        return paths;
    }

    private static void write(Container container, String path, String text) throws Exception {
        container.write(ByteString.of(path), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoTickedPathsAreCommittedAndOneIsTakenBackWhileTheOthersStay() throws Exception {
        Container web = stopped();
        write(web, "etc/app.conf", "colour = red\nsize = 1\n");
        write(web, "etc/motd", "hello again\n");
        try (FileSystem files = web.files(Progress.NONE)) {
            Files.delete(files.getPath("/etc/old.conf"));
            Files.writeString(files.getPath("/etc/new.conf"), "new\n");
        }
        show(web);
        showPart("Changes");
        tick("app.conf");
        tick("old.conf");
        assertReads("Commit 2 of 5 paths");
        assertReads("Left out: 3 paths");
        assertReads("and 1 parent folder, kept as it is");
        picture("container-changes");
        onScreen(
                () -> {
                    ((TextField) find("#commit-name")).setText("demo/tuned:2");
                    return null;
                });
        robot.clickOn("#commit-chosen");
        waitUntil("it is committed", () -> reads("Committed web as demo/tuned:2"));
        try (OpenImage image =
                engine.open(ImageSource.stored("demo/tuned:2"), null, Progress.NONE)) {
            assertEquals(2, image.layerCount());
            assertEquals(
                    Set.of("-etc/old.conf", "etc/app.conf"),
                    files(image.layer(1, Progress.NONE).index()));
        }
        robot.clickOn(row("motd"));
        robot.clickOn("#revert-path");
        answer("#revert-dialog");
        waitUntil("it is taken back", () -> listed("motd") == null);
        assertEquals(Set.of("etc", "etc/app.conf", "etc/new.conf", "etc/old.conf"), changed(web));
    }

    @Test
    void whatARunningContainerWritesIsShownWithinASecond() throws Exception {
        Path busybox = Path.of("/bin/busybox");
        assumeTrue(
                engine.containers().runtimes().stream().anyMatch(each -> each.unfit() == null),
                "needs something that runs containers");
        assumeTrue(Files.isExecutable(busybox), "needs a static busybox");
        Path file =
                Drafts.write(
                        engine,
                        "busy",
                        new Step(
                                "COPY busybox /bin/ # buildkit",
                                Drafts.layer()
                                        .directory("bin", 0755)
                                        .file(
                                                "bin/busybox",
                                                0755,
                                                ByteString.of(Files.readAllBytes(busybox)))
                                        .symlink("bin/sh", "busybox")
                                        .items()));
        engine.store().load(ImageSource.of(file), null, Progress.NONE);
        RunSpec spec =
                new RunSpecBuilder("demo/busy:1")
                        .name("busy")
                        .command(
                                "/bin/sh",
                                "-c",
                                "while [ ! -e /go ]; do /bin/busybox sleep 0.05; done;"
                                        + " echo hi > /written; /bin/busybox sleep 100")
                        .build();
        Container busy = engine.containers().create(spec, Progress.NONE);
        try {
            busy.start(Progress.NONE);
            show(busy);
            showPart("Changes");
            waitUntil("it was looked at", () -> reads("nothing since") || reads("wrote nothing"));
            Path go = Files.writeString(folder.resolve("go"), "");
            busy.copyIn(go, "/go", Progress.NONE);
            long begun = System.nanoTime();
            row("written");
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertReads("just now");
            picture("container-live");
            assertTrue(millis < 2_000, millis + " ms");
        } finally {
            busy.stop(Duration.ZERO);
            busy.remove(true);
        }
    }
}
