package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a person does who has only a keyboard: nothing is clicked. */
final class StoriesByKeyboardTest extends StoryTest {

    @Test
    void theBiggestFileLeadsToTheLineThatBroughtIt() throws Exception {
        openShop();
        run("sort files by size");
        reach(KeyCode.F6, "the tree", TableView.class::isInstance);
        push(KeyCode.HOME);
        for (int i = 0; i < 6; i++) {
            push(KeyCode.RIGHT);
        }
        assertReads("/" + StoryImages.BIGGEST);
        push(KeyCode.B);
        picture("story-keys-touches");
        push(KeyCode.ENTER);
        assertStep(SHOP);
        run("show the dockerfile");
        assertLit("COPY --chown=1000:1000 . .");
        picture("story-keys-line");
        push(KeyCode.UP);
        push(KeyCode.UP);
        assertLit("RUN pip install");
        assertStep(PACKAGES);
    }

    @Test
    void whatALayerDeletedIsFoundByItsNameAndByTheKindsOfChange() throws Exception {
        openShop();
        push(KeyCode.CONTROL, KeyCode.F);
        robot.write(".env");
        waitUntil("it is told", () -> reads("1 match was deleted by a layer."));
        pictures("story-keys-search");
        reach(KeyCode.TAB, "Show", node -> "show-hidden".equals(node.getId()));
        picture("story-keys-show");
        push(KeyCode.SPACE);
        push(KeyCode.END);
        assertReads("/srv/shop/.env");
        assertReads("The whiteout .wh..env in L6 removes it. Its 44 bytes still ship in L5.");
        push(KeyCode.OPEN_BRACKET);
        assertStep(SHOP);
        reach(KeyCode.TAB, "the cure", node -> carries(node, "Go to the whiteout"));
        picture("story-keys-cure");
        push(KeyCode.SPACE);
        assertStep(CLEANED);
        assertEquals(Scope.THIS_LAYER, onScreen(() -> stack.getScope()));
        reach(KeyCode.F6, "the tree", TableView.class::isInstance);
        push(KeyCode.DIGIT1);
        push(KeyCode.DIGIT2);
        push(KeyCode.DIGIT3);
        assertListed(".env", "config.yml", "main_amd64_Packages");
    }

    @Test
    void aFileAppearsChangesAndVanishesAsKeysTravel() throws Exception {
        openShop();
        push(KeyCode.HOME);
        for (int step = 1; step < SETTINGS; step++) {
            push(KeyCode.UP);
        }
        assertStep(SETTINGS - 1);
        assertNotListed("config.yml");
        push(KeyCode.CONTROL, KeyCode.UP);
        assertStep(SETTINGS);
        assertListed("config.yml");
        reach(KeyCode.F6, "the tree", TableView.class::isInstance);
        push(KeyCode.CLOSE_BRACKET);
        push(KeyCode.CLOSE_BRACKET);
        assertStep(SHOP);
        assertListed("config.yml");
        push(KeyCode.CLOSE_BRACKET);
        assertReads("removed by .wh.config.yml");
        picture("story-keys-travel");
        for (int i = 0; i < 4; i++) {
            push(KeyCode.OPEN_BRACKET);
        }
        assertNotListed("config.yml");
    }

    @Test
    void aFolderIsExtractedByItsKeys() throws Exception {
        openShop();
        Path to = extractTo();
        reach(KeyCode.F6, "the tree", TableView.class::isInstance);
        push(KeyCode.HOME);
        while (!reads("/srv")) {
            push(KeyCode.DOWN);
        }
        push(KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        push(KeyCode.CONTROL, KeyCode.E);
        waitUntil("it is told", () -> reads("Extracted "));
        quiet();
        assertExtracted(to);
        push(KeyCode.CONTROL, KeyCode.E);
        assertReads("is there already. Nothing was changed.");
        Files.delete(to.resolve("shop/requirements.txt"));
        reach(KeyCode.F6, "the notice", node -> node.getStyleClass().contains("banner"));
        pictures("story-keys-there");
        push(KeyCode.TAB);
        push(KeyCode.SPACE);
        assertExtracted(to);
        assertFalse(reads("Nothing was changed."), "the question is answered");
    }

    @Test
    void anOpeningIsCancelledTriedAgainAndLeftForAnother() throws Exception {
        Path slow = TestImages.slow(engine, 7L << 30);
        onScreen(() -> window.open(ImageSource.of(slow)));
        cancel();
        picture("story-keys-cancelled");
        reach(KeyCode.F6, "the notice", node -> node.getStyleClass().contains("banner"));
        reach(KeyCode.TAB, "Try again", node -> carries(node, "Try again"));
        robot.push(KeyCode.SPACE);
        cancel();
        run("sample image");
        assertReads("demo/layered:1");
        assertGone("was cancelled");
    }

    @Test
    void damagedArchivesAreToldOfAndWhatIsSoundIsShown() throws Exception {
        show(StoryImages.damaged(engine));
        assertReads("L4 of shop-damaged.tar cannot be read");
        reach(KeyCode.F6, "the notice", node -> node.getStyleClass().contains("banner"));
        reach(KeyCode.TAB, "Show L3", node -> carries(node, "Show L3"));
        picture("story-keys-damaged");
        push(KeyCode.SPACE);
        assertStep(SETTINGS);
        assertListed("config.yml");
        push(KeyCode.DOWN);
        assertStep(SETTINGS - 1);
        open(StoryImages.cutOff(engine));
        reach(KeyCode.F6, "the notice", node -> node.getStyleClass().contains("banner"));
        open(Files.writeString(folder.resolve("invoice.pdf"), "%PDF-1.7 nothing of an image"));
        assertReads("invoice.pdf cannot be opened");
        push(KeyCode.CONTROL, KeyCode.W);
        assertGone("invoice.pdf cannot be opened");
    }

    /** Runs a command of the palette by a part of its name. */
    private void run(String command) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(command);
        waitUntil(
                "the command is found",
                () -> !((ListView<?>) find("#palette-list")).getItems().isEmpty());
        push(KeyCode.ENTER);
    }

    /** Cancels the one work that is going on from the list of it. */
    private void cancel() throws Exception {
        waitUntil("work is told of", () -> find("#cancel-job").getParent().isVisible());
        robot.push(KeyCode.F8);
        waitUntil("it is listed", () -> robot.lookup(".job-row .button").tryQuery().isPresent());
        robot.push(KeyCode.TAB);
        picture("story-keys-jobs");
        robot.push(KeyCode.SPACE);
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        quiet();
        robot.push(KeyCode.ESCAPE);
        quiet();
        assertReads("Indexing slow.tar was cancelled");
    }

    /** Pushes a key that moves the keyboard on until it is where it is wanted. */
    private void reach(KeyCode key, String what, Predicate<Node> wanted) throws Exception {
        for (int i = 0; i < 40; i++) {
            push(key);
            Node owner = onScreen(() -> window.getScene().getFocusOwner());
            if (owner != null && wanted.test(owner)) {
                return;
            }
        }
        fail(what + " is not reached by " + key);
    }

    private void push(KeyCode... keys) throws Exception {
        robot.push(keys);
        quiet();
    }
}
