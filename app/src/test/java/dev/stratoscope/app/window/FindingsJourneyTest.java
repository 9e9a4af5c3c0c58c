package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a person does who wants to know what is wrong with an image. */
final class FindingsJourneyTest extends WindowTest {

    @Test
    void soundImageSaysWhatWasChecked() throws Exception {
        open(TestImages.layered(engine));
        assertFalse(badge().isVisible(), "nothing is wrong");
        robot.clickOn(tab());
        quiet();
        assertReads("No findings");
        assertReads(
                "Digests, diffIDs, sizes, names, links and history were checked: 2 layers, 10"
                        + " entries.");
        picture("findings-none");
    }

    @Test
    void warningIsCountedInTheHeaderAndLeadsToItsPath() throws Exception {
        ImageTab image = open(TestImages.odd(engine));
        assertEquals("1 warning", badge().getText());
        robot.clickOn(badge());
        quiet();
        cell("comes more than once; the last one counts");
        TableView<?> table = (TableView<?>) find(".findings-table");
        assertEquals(1, table.getItems().size());
        picture("findings-warning");
        onScreen(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                    return null;
                });
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals(0, image.body().stack().getSelected());
        assertEquals(Scope.THIS_LAYER, image.body().stack().scopeProperty().get());
        assertReads("/etc/tool.conf");
    }

    @Test
    void damagedLayerIsAnErrorThatLeadsToItsLayer() throws Exception {
        ImageTab image = open(TestImages.damaged(engine));
        assertEquals("1 error", badge().getText());
        assertTrue(badge().getStyleClass().contains("danger"));
        onScreen(
                () -> {
                    image.body().selectLayer(0);
                    return null;
                });
        robot.clickOn(badge());
        quiet();
        picture("findings-error");
        robot.doubleClickOn(cell("Error"));
        quiet();
        assertEquals(2, image.body().stack().getSelected(), "the step of L1");
    }

    @Test
    void severalDamagedLayersShareANoticeThatLeadsToTheFindings() throws Exception {
        open(TestImages.allDamaged(engine));
        assertReads("2 layers of all-damaged.tar cannot be read");
        assertReads("L0: Its diffID is ");
        assertEquals(1, robot.lookup(".banner").queryAll().size());
        picture("damaged-all");
        robot.clickOn("Show findings");
        quiet();
        assertEquals(2, ((TableView<?>) find(".findings-table")).getItems().size());
    }

    @Test
    void findingsOfAnEarlierTryAreForgotten() throws Exception {
        Path file = TestImages.damaged(engine);
        ImageTab image = open(file);
        assertTrue(badge().isVisible());
        Files.copy(TestImages.layered(engine), file, StandardCopyOption.REPLACE_EXISTING);
        onScreen(
                () -> {
                    image.open();
                    return null;
                });
        quiet();
        assertFalse(badge().isVisible());
    }

    private Button badge() {
        return (Button) find(".finding-badge");
    }

    /** The node in the table of findings that carries exactly these words. */
    private Node cell(String words) {
        return robot.lookup(".findings-table .table-row-cell")
                .lookup((Node node) -> node instanceof Labeled l && words.equals(l.getText()))
                .query();
    }

    private Node tab() {
        return robot.lookup(".lower-tab .label")
                .match((Node node) -> node instanceof Labeled l && "Findings".equals(l.getText()))
                .query();
    }
}
