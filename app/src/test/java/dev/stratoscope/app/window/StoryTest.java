package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.stack.LayerStack;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the stories of a person with a shop's image have in common, whatever the person uses. */
abstract class StoryTest extends WindowTest {
    /** The steps of the layers that the stories are about, from 0 at the bottom. */
    static final int SETTINGS = 6;

    static final int PACKAGES = 7;
    static final int SHOP = 8;
    static final int CLEANED = 9;

    ImageTab tab;
    LayerStack stack;

    void openShop() throws Exception {
        show(StoryImages.shop(engine));
    }

    void show(Path image) throws Exception {
        tab = open(image);
        stack = tab.body().stack();
    }

    /** Extracts to this folder, which the platform's dialog would ask for. */
    Path extractTo() throws Exception {
        Path to = Files.createDirectory(folder.resolve("extracted"));
        onScreen(
                () -> {
                    tab.body().commands().setFolderChoice(title -> to);
                    return null;
                });
        return to;
    }

    /** What was extracted is what the image has, file by file. */
    static void assertExtracted(Path to) throws IOException {
        Map<String, String> found = files(to);
        Map<String, String> wanted = StoryImages.contents("srv/shop");
        assertEquals(wanted.keySet(), found.keySet());
        wanted.forEach((path, text) -> assertTrue(text.equals(found.get(path)), path));
    }

    void assertGone(String words) {
        assertTrue(
                robot.lookup((Node node) -> node instanceof Label label && Focus.isShown(label))
                        .match((Node node) -> ((Label) node).getText().contains(words))
                        .tryQuery()
                        .isEmpty(),
                () -> words + " is still to be read");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The names in the tree from top to bottom. */
    List<String> names() throws Exception {
        return onScreen(
                () ->
                        robot.lookup(".file-table .name").queryAllAs(Labeled.class).stream()
                                .filter(Node::isVisible)
                                .sorted(
                                        Comparator.comparingDouble(
                                                label -> label.localToScene(0, 0).getY()))
                                .map(Labeled::getText)
                                .filter(text -> !text.isBlank())
                                .toList());
    }

    void assertListed(String... wanted) throws Exception {
        List<String> names = names();
        for (String name : wanted) {
            assertTrue(names.contains(name), () -> name + " is listed among " + names);
        }
    }

    void assertNotListed(String name) throws Exception {
        List<String> names = names();
        assertTrue(!names.contains(name), () -> name + " is not listed among " + names);
    }

    void assertStep(int step) throws Exception {
        assertEquals(step, (int) onScreen(() -> stack.getSelected()));
    }

    /** The lines of the Dockerfile that are lit begin so. */
    void assertLit(String line) throws Exception {
        ListView<?> lines = (ListView<?>) find(".dockerfile-view");
        String selected = onScreen(() -> lines.getSelectionModel().getSelectedItem().toString());
        assertTrue(selected.contains(line), selected);
        assertTrue(
                robot.lookup(".dockerfile-view .list-cell:here").tryQuery().isPresent(),
                "the line is marked");
    }

    /** Pictures of the window as it is, and at twice the size. */
    void pictures(String name) throws Exception {
        picture(name);
        scale(200);
        picture(name + "-200");
        scale(100);
    }

    private void scale(int percent) throws Exception {
        onScreen(
                () -> {
                    window.change(settings -> settings.withScale(percent));
                    return null;
                });
        quiet();
    }

    /** The name in the tree. */
    Node row(String name) {
        return robot.lookup(".file-table .name").match((Node node) -> carries(node, name)).query();
    }

    /** The node that carries exactly these words. */
    Node words(String text) {
        return robot.lookup((Node node) -> carries(node, text)).query();
    }

    static boolean carries(Node node, String text) {
        return node instanceof Labeled labeled
                && text.equals(labeled.getText())
                && node.isVisible();
    }
}
