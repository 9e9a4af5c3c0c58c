package dev.stratoscope.app.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.fx.ScreenTest;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** What a person does with the details of a path. */
final class DetailsPaneTest extends ScreenTest {
    @TempDir private Path folder;
    private Engine engine;
    private ImageTab tab;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        engine = Engine.open(folder.resolve("home"), Clock.fixed(Drafts.TIME, ZoneOffset.UTC));
        Path image = image();
        onScreen(
                () -> {
                    tab = new ImageTab(engine, jobs, ImageSource.of(image), null, "details");
                    stage = new Stage();
                    stage.setScene(new Scene(tab, 1200, 800));
                    stage.show();
                    tab.open();
                    return null;
                });
        quiet();
    }

    @AfterEach
    void close() throws Exception {
        onScreen(
                () -> {
                    tab.close();
                    stage.close();
                    return null;
                });
    }

    @Test
    void rowOfALayerShowsTheVersionItBrought() throws Exception {
        select(Scope.WHOLE_IMAGE, 2, "etc/motd");
        assertReads("Changed by");
        assertReads("mode 0644 → 0600");
        ListView<?> touches = (ListView<?>) find(".touches .list-view");
        assertEquals(2, touches.getItems().size());
        onScreen(
                () -> {
                    touches.requestFocus();
                    return null;
                });
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals(0, tab.body().stack().getSelected());
        assertReads("6 bytes");
        assertReads("Added by");
    }

    @Test
    void clickOnTheLineThatBroughtAFileSelectsItsLayer() throws Exception {
        select(Scope.WHOLE_IMAGE, 2, "etc/base");
        robot.clickOn(
                robot.lookup(
                                (Node node) ->
                                        node instanceof Hyperlink link
                                                && link.getText().startsWith("L0 COPY"))
                        .<Node>query());
        quiet();
        assertEquals(0, tab.body().stack().getSelected());
    }

    @Test
    void linkLeadsToItsTargetAndABrokenOneSaysSo() throws Exception {
        select(Scope.UP_TO_HERE, 1, "etc/link");
        assertReads("/etc/motd");
        robot.clickOn("Go to target");
        quiet();
        assertReads("-rw-------");
        select(Scope.UP_TO_HERE, 1, "etc/broken");
        assertReads("nothing: there is no /nowhere");
    }

    @Test
    void folderTellsWhatItHoldsAndItsLargest() throws Exception {
        select(Scope.WHOLE_IMAGE, 1, "etc");
        assertReads("5 paths; 3 files and 0 folders in all");
        assertReads("Largest in this folder");
        robot.clickOn(
                robot.lookup(".largest-row")
                        .match((Node node) -> node.getAccessibleText().startsWith("base"))
                        .<Node>query());
        quiet();
        assertReads("/etc/base");
    }

    @Test
    void savedCopyHasExactlyTheBytes() throws Exception {
        select(Scope.WHOLE_IMAGE, 1, "etc/base");
        Path saved = folder.resolve("saved.bin");
        Files.writeString(saved, "what was there");
        onScreen(
                () -> {
                    tab.body().details().head().setChooser(name -> saved);
                    return null;
                });
        press("Save as…");
        assertReads("Saved as saved.bin, 60,000 bytes.");
        assertArrayEquals(
                "b".repeat(60_000).getBytes(StandardCharsets.US_ASCII), Files.readAllBytes(saved));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void whatCannotBeSavedSaysWhy() throws Exception {
        select(Scope.WHOLE_IMAGE, 1, "etc/base");
        onScreen(
                () -> {
                    Path nowhere = folder.resolve("no folder").resolve("x");
                    tab.body().details().head().setChooser(name -> nowhere);
                    return null;
                });
        press("Save as…");
        assertReads("base was not saved");
    }

    @Test
    void copyIsOpenedOutsideAndWhereThatFailsItCanBeSaved() throws Exception {
        select(Scope.WHOLE_IMAGE, 1, "etc/base");
        Path[] opened = new Path[1];
        onScreen(
                () -> {
                    tab.body().details().head().setOpener(file -> opened[0] = file);
                    return null;
                });
        press("Open outside");
        assertReads("Opened a copy of base outside.");
        assertEquals(60_000, Files.size(opened[0]));
        assertFalse(Files.isExecutable(opened[0]));
        onScreen(
                () -> {
                    tab.body()
                            .details()
                            .head()
                            .setOpener(
                                    file -> {
                                        throw new IOException("No desktop is here");
                                    });
                    return null;
                });
        press("Open outside");
        assertReads("base cannot be opened outside");
        assertReads("No desktop is here");
    }

    @Test
    void copyIsNamedSoThatNothingIsMeantByIt() {
        assertEquals("_.profile", OutsideProgram.plainName(ByteString.of(".profile")));
        assertEquals("a_b.txt", OutsideProgram.plainName(ByteString.of("a:b.txt")));
        assertEquals(100, OutsideProgram.plainName(ByteString.of("n".repeat(300))).length());
    }

    @Test
    void whatTheDesktopCouldRunIsNotOpened() {
        Entry entry = new Entry(ByteString.of("x.desktop"), 0, 0, 0, null, null);
        assertThrows(
                IOException.class,
                () ->
                        OutsideProgram.open(
                                (any, offset) -> InputStream.nullInputStream(),
                                entry,
                                entry.path(),
                                file -> fail("opened"),
                                Progress.NONE));
    }

    private void press(String button) throws Exception {
        robot.clickOn(
                robot.lookup(".details .button")
                        .match((Node node) -> button.equals(node.getAccessibleText()))
                        .<Node>query());
        quiet();
    }

    private void select(Scope scope, int layer, String path) throws Exception {
        onScreen(
                () -> {
                    tab.body().setScope(scope);
                    tab.body().selectLayer(Math.min(1, layer));
                    return null;
                });
        quiet();
        onScreen(
                () -> {
                    tab.body().files().reveal(ByteString.of(path));
                    return null;
                });
        quiet();
    }

    private Path image() throws IOException {
        LayerDraft base =
                Drafts.layer()
                        .directory("etc", 0755)
                        .file("etc/base", 0644, "b".repeat(60_000))
                        .file("etc/motd", 0644, "hello\n");
        LayerDraft change =
                Drafts.layer()
                        .file("etc/motd", 0600, "hello again\n")
                        .file("etc/name", 0644, "x")
                        .symlink("etc/link", "motd")
                        .symlink("etc/broken", "/nowhere");
        return engine.write(
                Drafts.of(
                        "demo/details:1",
                        List.of(
                                new Step("COPY base / # buildkit", base.items()),
                                new Step("RUN /bin/sh -c change # buildkit", change.items()))),
                "details.tar");
    }
}
