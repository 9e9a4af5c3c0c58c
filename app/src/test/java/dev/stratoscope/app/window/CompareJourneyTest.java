package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.compare.CompareTab;
import dev.stratoscope.app.compare.Subject;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two images are compared, by mouse and by keyboard alone. */
class CompareJourneyTest extends WindowTest {
    private static final String FILES = ".compare-tab .file-table";

    private static Subject subject(Path file) {
        return new Subject(ImageSource.of(file), null, String.valueOf(file.getFileName()), "file");
    }

    /** Rows that are not in view are not there to be read. */
    private void giveFilesRoom() throws Exception {
        robot.clickOn("#fold-difference");
        quiet();
    }

    private CompareTab compare(Path left, Path right) throws Exception {
        CompareTab tab = onScreen(() -> window.comparisons().show(subject(left), subject(right)));
        quiet();
        return tab;
    }

    private void restart() throws Exception {
        onScreen(
                () -> {
                    window.close();
                    return null;
                });
        window.save();
        showAnother(Settings.read(engine.home()));
        onScreen(
                () -> {
                    window.restore();
                    return null;
                });
        quiet();
    }

    private List<String> rows() throws Exception {
        return onScreen(
                () -> {
                    TableView<?> table = (TableView<?>) find(FILES);
                    return robot.lookup(FILES + " .table-row-cell").queryAll().stream()
                            .map(
                                    row ->
                                            row.queryAccessibleAttribute(
                                                    javafx.scene.AccessibleAttribute.TEXT))
                            .map(String::valueOf)
                            .filter(text -> !"null".equals(text) && table.isVisible())
                            .toList();
                });
    }

    private boolean hasRow(String start) throws Exception {
        return rows().stream().anyMatch(row -> row.startsWith(start));
    }

    @Test
    void whatDiffersIsTold() throws Exception {
        CompareTab tab = compare(ComparedImages.before(engine), ComparedImages.after(engine));
        picture("compare");
        giveFilesRoom();
        assertEquals("web:1.22 → 1.24", tab.titleProperty().get());
        assertTrue(tab.isComplete());
        assertTrue(hasRow("web.conf, modified"), () -> "web.conf");
        assertTrue(hasRow("pkgcache.bin, deleted"), () -> "pkgcache.bin");
        assertTrue(hasRow("security.conf, added"), () -> "security.conf");
        assertTrue(hasRow("key.pem, metadata only, file, mode 0644 → 0600"), () -> "key.pem");
    }

    @Test
    void anImageIsItselfToTheByte() throws Exception {
        Path file = ComparedImages.before(engine);
        Path copy = Files.copy(file, folder.resolve("copy.tar"));
        compare(file, copy);
        assertReads("The images are identical");
        picture("compare-identical");
    }

    @Test
    void twoVersionsAlongTheLayersOfOneImageAreCompared() throws Exception {
        ImageTab tab = open(ComparedImages.after(engine));
        onScreen(
                () -> {
                    tab.reveal(ByteString.of("etc/web/web.conf"));
                    return null;
                });
        quiet();
        assertReads("Ctrl+click another to compare");
        ListView<?> touches = (ListView<?>) find(".touches .list-view");
        onScreen(
                () -> {
                    touches.getSelectionModel().selectAll();
                    return null;
                });
        quiet();
        assertReads("2 changes");
        assertReads("L1 and L2 are compared");
        picture("versions");
    }

    @Test
    void aDamagedSideIsToldOfWithTheWayToExploreIt() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.damaged(engine));
        assertReads("web-damaged.tar cannot be compared");
        picture("compare-damaged");
        robot.clickOn("Open web-damaged.tar");
        quiet();
        assertNotNull(onScreen(() -> window.current()));
    }

    @Test
    void imagesWithNothingInCommonAreToldOf() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.stranger(engine));
        assertReads("The images have no layer and no file in common");
        picture("compare-strangers");
    }

    @Test
    void aFileThatIsGoneIsToldOf() throws Exception {
        compare(ComparedImages.before(engine), folder.resolve("gone.tar"));
        assertReads("gone.tar cannot be compared");
    }

    @Test
    void byMouseFromTheImageToItsDifference() throws Exception {
        open(ComparedImages.before(engine));
        ImageTab later = open(ComparedImages.after(engine));
        assertNotNull(later);
        robot.clickOn(".rail-item .ikonli-font-icon");
        onScreen(
                () -> {
                    window.tabs().pane().getSelectionModel().select(1);
                    return null;
                });
        quiet();
        robot.clickOn("Compare");
        quiet();
        assertReads("Choose what to compare web:1.22 with");
        picture("compare-start");
        Node choice =
                robot.lookup(".subject-picker .list-cell .label")
                        .<Node>match(
                                node ->
                                        node instanceof javafx.scene.control.Label label
                                                && "web:1.24".equals(label.getText()))
                        .query();
        robot.clickOn(choice);
        quiet();
        giveFilesRoom();
        assertTrue(hasRow("web.conf, modified"));
        robot.clickOn("web.conf");
        quiet();
        robot.clickOn("#swap-sides");
        quiet();
        assertTrue(hasRow("pkgcache.bin, added"));
        robot.clickOn("Config and env");
        quiet();
        assertTrue(robot.lookup("env WEB_VERSION").tryQuery().isPresent());
        picture("compare-config");
        robot.clickOn("History");
        quiet();
        picture("compare-history");
    }

    @Test
    void byKeyboardFromTheImageToItsDifference() throws Exception {
        open(ComparedImages.after(engine));
        open(ComparedImages.before(engine));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertReads("Compare web:1.22 with");
        picture("compare-with");
        robot.write("1.24");
        robot.push(KeyCode.ENTER);
        quiet();
        CompareTab tab = (CompareTab) onScreen(() -> window.tabs().page());
        assertEquals("web:1.22 → 1.24", tab.titleProperty().get());
        press(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("web.conf");
        quiet();
        robot.push(KeyCode.ENTER);
        quiet();
        assertTrue(hasRow("web.conf, modified"));
        assertReads("etc/web/web.conf");
        assertReads("2 changes");
        picture("compare-config-file");
        robot.push(KeyCode.ESCAPE);
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.X);
        assertEquals("web:1.24 → 1.22", tab.titleProperty().get());
        press(KeyCode.SHORTCUT, KeyCode.W);
        assertSame(null, onScreen(() -> window.tabs().page() instanceof CompareTab ? tab : null));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        CompareTab again = (CompareTab) onScreen(() -> window.tabs().page());
        assertEquals("web:1.24 → 1.22", again.titleProperty().get());
    }

    @Test
    void timesCanBeIgnored() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.after(engine));
        giveFilesRoom();
        assertTrue(hasRow("mime.types, metadata only"));
        robot.clickOn("#ignore");
        robot.clickOn("Ignore mtime");
        quiet();
        assertReads("Ignoring mtime");
        assertTrue(!hasRow("mime.types"));
    }

    @Test
    void aComparisonComesBackWithTheNextStart() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.after(engine));
        restart();
        CompareTab tab = (CompareTab) onScreen(() -> window.tabs().page());
        assertEquals("web:1.22 → 1.24", tab.titleProperty().get());
        assertTrue(tab.isComplete());
    }

    @Test
    void fromLayersThatAreTheSameOneComesBackToTheWholeImages() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.after(engine));
        Point2D base =
                onScreen(
                        () -> {
                            Node stacks = find(".ribbon-stacks");
                            double height = stacks.getLayoutBounds().getHeight();
                            return stacks.localToScreen(
                                    stacks.getLayoutBounds().getWidth() / 2, height - 60);
                        });
        robot.clickOn(base);
        quiet();
        assertReads("Both layers hold the same files.");
        robot.clickOn("Whole images");
        quiet();
        giveFilesRoom();
        assertTrue(hasRow("web.conf, modified"));
        assertTrue(hasRow("pkgcache.bin, deleted"));
    }

    @Test
    void aRibbonLimitsTheFilesToItsTwoLayers() throws Exception {
        compare(ComparedImages.before(engine), ComparedImages.after(engine));
        assertReads("14 paths differ");
        robot.clickOn(".ribbon-stacks");
        quiet();
        picture("compare-layers");
        assertReads("13 paths differ");
        robot.clickOn("Whole images");
        quiet();
        assertReads("14 paths differ");
        onScreen(
                () -> {
                    window.change(settings -> settings.withScale(200));
                    return null;
                });
        quiet();
        picture("compare-200");
    }

    private void press(KeyCode... keys) throws Exception {
        robot.push(keys);
        quiet();
    }

    @Test
    void imagesOfTheStoreAreChosenByName() throws Exception {
        onScreen(
                () -> {
                    window.comparisons().show(null, null);
                    return null;
                });
        quiet();
        assertReads("Choose the image to compare from");
        ListView<?> list = (ListView<?>) find(".subject-picker .list-view");
        assertEquals(0, list.getItems().size());
        picture("compare-nothing");
    }

    private static boolean isForBothPlatforms(String title) {
        return title.startsWith("platforms:1 ")
                && title.contains("linux/amd64")
                && title.contains("linux/arm64");
    }

    @Test
    void theOtherPlatformOfAnIndexIsOfferedAndToldApart() throws Exception {
        open(PlatformImages.index(engine));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        picture("compare-platforms-offered");
        robot.push(KeyCode.ENTER);
        quiet();
        CompareTab tab = (CompareTab) onScreen(() -> window.tabs().page());
        picture("compare-platforms");
        assertTrue(isForBothPlatforms(tab.titleProperty().get()), tab.titleProperty()::get);
        assertReads("The images are for different platforms");
    }

    @Test
    void aComparisonOfTwoPlatformsComesBackWithBoth() throws Exception {
        ImageSource index = ImageSource.of(PlatformImages.index(engine));
        for (String architecture : List.of("amd64", "arm64")) {
            onScreen(() -> window.open(index, new Platform("linux", architecture, null)));
            quiet();
        }
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertReads("open tab, linux/amd64");
        robot.push(KeyCode.ENTER);
        quiet();
        String title = "platforms:1 linux/arm64 → linux/amd64";
        assertEquals(
                title, onScreen(() -> ((CompareTab) window.tabs().page()).titleProperty().get()));
        restart();
        assertEquals(
                title, onScreen(() -> ((CompareTab) window.tabs().page()).titleProperty().get()));
    }
}
