package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.model.ImageDraft;
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

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The writable layer of real containers, driven by mouse and keys. */
class ContainerLayersJourneyTest extends ContainerWindowTest {

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
                        new ImageDraft.Step(
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
        waitUntil("one is ticked", () -> reads("Commit 1 of 5 paths"));
        tick("old.conf");
        waitUntil("two are ticked", () -> reads("Commit 2 of 5 paths"));
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
        choose("motd");
        robot.clickOn("#revert-path");
        answer("#revert-dialog");
        waitUntil("it is taken back", () -> listed("motd") == null);
        assertEquals(Set.of("etc", "etc/app.conf", "etc/new.conf", "etc/old.conf"), changed(web));
    }

    /** Opens a folder by a double click on its name. */
    private void unfold(String name) throws Exception {
        clickTwice(row(name).lookup(".name-cell"));
    }

    /** Does what the menu of a row offers. */
    private void menu(String name, String words) throws Exception {
        robot.rightClickOn(cellOf(name, ".name-cell"));
        robot.clickOn((Node node) -> carries(node, words));
    }

    private void nameIt(String name) throws Exception {
        waitUntil("a name is asked for", () -> robot.lookup("#file-name").tryQuery().isPresent());
        onScreen(
                () -> {
                    ((TextField) find("#file-name")).setText(name);
                    return null;
                });
        answer("#name-dialog");
    }

    private String text(Container container, String path) throws Exception {
        try (FileSystem files = container.files(Progress.NONE)) {
            return Files.readString(files.getPath(path));
        }
    }

    @Test
    void aTextOfAContainerWithoutAnyProgramIsEditedAndTheContainerForked() throws Exception {
        Container web = stopped();
        show(web);
        showPart("Files");
        unfold("etc");
        choose("app.conf");
        waitUntil("it can be edited", () -> find("#edit-file").isVisible());
        robot.clickOn("#edit-file");
        waitUntil("it is edited", () -> robot.lookup("#editor").tryQuery().isPresent());
        robot.clickOn("#editor");
        robot.press(KeyCode.CONTROL, KeyCode.END).release(KeyCode.END, KeyCode.CONTROL);
        robot.write("mode = fast\n");
        assertReads("Unsaved");
        picture("container-editor");
        choose("motd");
        waitUntil("the other file is shown", () -> robot.lookup("#editor").tryQuery().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);
        waitUntil("it asks", () -> reads("Typed and not saved: /etc/app.conf."));
        robot.clickOn((Node node) -> carries(node, "Cancel"));
        choose("app.conf");
        waitUntil("it waited", () -> reads("Unsaved"));
        robot.clickOn("#save-file");
        waitUntil("it is saved", () -> reads("Saved /etc/app.conf"));
        assertEquals("colour = blue\nsize = 1\nmode = fast\n", text(web, "/etc/app.conf"));
        waitUntil("it is of the writable layer", () -> reads("W"));
        bringIn();
        rearrange(web);
        picture("container-files");
        robot.clickOn((Node node) -> carries(node, "Fork"));
        waitUntil("a name is asked for", () -> robot.lookup("#fork-name").tryQuery().isPresent());
        dialogPicture("container-fork");
        answer("#fork-dialog");
        waitUntil("its tab is shown", () -> window.tabs().selected().getText().equals("web-fork"));
        Container fork = engine.containers().find("web-fork");
        assertEquals(changed(web), changed(fork));
        assertTrue(changed(fork).contains("etc/extra.txt"));
    }

    private void bringIn() throws Exception {
        Path outside = Files.writeString(folder.resolve("extra.txt"), "from outside\n");
        Node etc = row("etc").lookup(".name-cell");
        Point2D at = onScreen(() -> etc.localToScene(5, 5));
        onScreen(
                () -> {
                    Drop.hoverAt(at, etc, outside);
                    return null;
                });
        assertReads("Copy extra.txt into /etc");
        onScreen(
                () -> {
                    Drop.filesAt(at, etc, outside);
                    return null;
                });
        waitUntil("it is copied", () -> reads("Copied extra.txt into /etc"));
        Path out = Files.createDirectory(folder.resolve("out"));
        onScreen(
                () -> {
                    ContainerTab tab = (ContainerTab) window.tabs().selected().getContent();
                    tab.setFolderChoice(title -> out);
                    return null;
                });
        menu("extra.txt", "Save out…");
        waitUntil("it is copied out", () -> Files.exists(out.resolve("extra.txt")));
        assertEquals("from outside\n", Files.readString(out.resolve("extra.txt")));
    }

    private void rearrange(Container web) throws Exception {
        menu("etc", "New folder…");
        nameIt("conf.d");
        row("conf.d");
        menu("motd", "Rename the path…");
        nameIt("greeting");
        row("greeting");
        assertEquals("hello\n", text(web, "/etc/greeting"));
        menu("old.conf", "Remove the paths…");
        answer("#remove-dialog");
        waitUntil(
                "it is removed",
                () -> String.valueOf(spoken(listed("old.conf"))).contains("deleted"));
        assertTrue(changed(web).contains("etc/old.conf"));
    }

    @Test
    void theImageOfAContainerShowsItsWritableLayerOnTop() throws Exception {
        Container web = stopped();
        write(web, "etc/app.conf", "colour = red\nsize = 1\n");
        onScreen(
                () -> {
                    window.containers().containersChanged();
                    return window.open(ImageSource.stored("demo/bare:1"));
                });
        waitUntil(
                "it lies on top",
                () -> steps().stream().anyMatch(step -> step.state().isWritable()));
        LayerStack stack = robot.lookup(LayerStack.class::isInstance).queryAs(LayerStack.class);
        robot.clickOn(onScreen(() -> stack.localToScreen(stack.getWidth() / 2, 40)));
        waitUntil("it is selected", () -> stack.getSelected() == 1);
        waitUntil("its files are shown", () -> listed("app.conf") != null);
        choose("app.conf");
        quiet();
        picture("container-image");
        write(web, "etc/motd", "later\n");
        row("motd");
    }
}
