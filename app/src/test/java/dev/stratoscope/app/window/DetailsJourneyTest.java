package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** What a person sees of files of every kind, by mouse, with pictures of each. */
final class DetailsJourneyTest extends WindowTest {
    @Test
    void filesOfEveryKindAreShownAsWhatTheyAre() throws Exception {
        ImageTab tab = open(image());
        look(tab, 1, Scope.UP_TO_HERE);
        select("app.jar");
        assertReads("zip archive");
        assertReads("3 members");
        picture("details-members");
        robot.doubleClickOn(words("META-INF/MANIFEST.MF"));
        quiet();
        assertReads("Main-Class");
        picture("details-member");
        select("logo.png");
        assertReads("PNG image, 400 × 260");
        assertTrue(find(".picture-view").isVisible());
        picture("details-picture");
        select("notes.txt");
        assertReads("not text: byte 0x00 at offset 4");
        picture("details-hex");
        select("tool.py");
        assertReads("def greet(name):");
        picture("details-python");
        select("current");
        assertReads("Leads to");
        picture("details-link");
        onScreen(
                () -> {
                    tab.body().setScope(Scope.WHOLE_IMAGE);
                    return null;
                });
        quiet();
        select("opt");
        assertReads("Largest in this folder");
        picture("details-folder");
    }

    @Test
    void rowOfTheBaseLayerShowsItsVersion() throws Exception {
        ImageTab tab = open(image());
        look(tab, 1, Scope.UP_TO_HERE);
        select("tool.py");
        robot.clickOn(
                robot.lookup(".touch-row .layer-chip")
                        .match((Node node) -> node instanceof Labeled l && l.getText().equals("L0"))
                        .<Node>query());
        quiet();
        assertEquals(0, tab.body().stack().getSelected());
        assertReads("pass");
    }

    @Test
    void narrowWindowKeepsTheDetailsButtonAndFoldsThem() throws Exception {
        open(image());
        onScreen(
                () -> {
                    window.getScene().getWindow().setWidth(800);
                    window.getScene().getWindow().setHeight(600);
                    return null;
                });
        quiet();
        Node button = words("Details");
        Bounds bounds = onScreen(() -> button.localToScene(button.getLayoutBounds()));
        assertTrue(bounds.getMaxX() <= 800, () -> "within the window: " + bounds);
        select("logo.png");
        picture("details-narrow-folded");
        robot.clickOn(button);
        quiet();
        assertReads("PNG image, 400 × 260");
        picture("details-narrow");
    }

    private void select(String name) throws Exception {
        onScreen(
                () -> {
                    window.current().body().search();
                    return null;
                });
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(name, 0);
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        waitUntil(
                name + " is found",
                () ->
                        robot.lookup(".file-table .name")
                                .match(
                                        (Node node) ->
                                                node instanceof Labeled labeled
                                                        && name.equals(labeled.getText()))
                                .tryQuery()
                                .isPresent());
        quiet();
        robot.clickOn(
                robot.lookup(".file-table .name")
                        .match(
                                (Node node) ->
                                        node instanceof Labeled labeled
                                                && name.equals(labeled.getText())
                                                && node.isVisible())
                        .<Node>query());
        quiet();
    }

    private Path image() throws IOException {
        LayerDraft base =
                Drafts.layer()
                        .directory("opt", 0755)
                        .file("opt/tool.py", 0644, "def greet(name):\n    pass\n");
        LayerDraft change =
                Drafts.layer()
                        .file("opt/tool.py", 0755, PYTHON)
                        .file("opt/app.jar", 0644, jar())
                        .file("opt/logo.png", 0644, logo())
                        .file("opt/notes.txt", 0644, ByteString.of("note\0s and more of it"))
                        .symlink("opt/current", "tool.py");
        return engine.write(
                Drafts.of(
                        "demo/kinds:1",
                        List.of(
                                new Step("COPY base / # buildkit", base.items()),
                                new Step("RUN /bin/sh -c make all # buildkit", change.items()))),
                "kinds.tar");
    }

    private static final String PYTHON =
            """
            #!/usr/bin/env python3
            \"""Greets people.\"""
            import sys

            def greet(name):
                # The name comes from a stranger.
                print(f"Hello, {name}!")

            if __name__ == "__main__":
                greet(sys.argv[1])
            """;

    private static ByteString jar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("META-INF/MANIFEST.MF", "app/Main.class", "app/x.json")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(Drafts.TIME.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write("Main-Class: app.Main\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        return ByteString.of(out.toByteArray());
    }

    private static ByteString logo() throws IOException {
        BufferedImage image = new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, 400, 260, Color.ORANGE));
        graphics.fillRect(0, 0, 400, 260);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return ByteString.of(out.toByteArray());
    }
}
