package dev.stratoscope.app.fx;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What is on JavaFX's headless platform for a test to drive, with jobs that it waits for. */
public abstract class ScreenTest {
    /** Drives what is shown. */
    protected final FxRobot robot = new FxRobot();

    /** Where the work behind what is shown is done. */
    protected final Jobs jobs = Jobs.onThreads();

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** Waits until no work is going on and the screen was drawn. */
    protected final void quiet() throws Exception {
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        WaitForAsyncUtils.waitForFxEvents(8);
        waitUntil("no job runs", () -> jobs.running().isEmpty());
    }

    /** Waits until something holds on the JavaFX thread, 20 s at most. */
    protected final void waitUntil(String what, BooleanSupplier condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> onScreen(condition::getAsBoolean));
        } catch (TimeoutException e) {
            String work =
                    jobs.running().stream()
                            .map(job -> job.title())
                            .collect(Collectors.joining(", "));
            onTimeout(what);
            fail("waited 20 s until " + what + (work.isEmpty() ? "" : " while " + work));
        }
    }

    /** Keeps what is shown where a wait was in vain. */
    protected void onTimeout(String what) throws Exception {}

    /** Does something on the JavaFX thread. */
    protected static <T> T onScreen(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    /** The first visible node of a selector. */
    protected final Node find(String selector) {
        Node node = robot.lookup(selector).query();
        assertNotNull(node, selector);
        return node;
    }

    /** The visible node that carries exactly these words. */
    protected final Node words(String words) {
        return robot.lookup((Node node) -> carries(node, words)).query();
    }

    /** Whether a node carries exactly these words, and is visible. */
    protected static boolean carries(Node node, String words) {
        return node instanceof Labeled labeled
                && words.equals(labeled.getText())
                && node.isVisible();
    }

    /** Whether words are to be read somewhere. */
    protected final boolean reads(String words) {
        return robot.lookup((Node node) -> text(node).contains(words) && node.isVisible())
                .tryQuery()
                .isPresent();
    }

    /** Fails unless words are to be read somewhere. */
    protected final void assertReads(String words) {
        assertTrue(reads(words), () -> "\"" + words + "\" is to be read");
    }

    private static String text(Node node) {
        return switch (node) {
            case TextFlow flow ->
                    flow.getChildren().stream()
                            .map(piece -> piece instanceof Text text ? text.getText() : "")
                            .collect(Collectors.joining());
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            default -> "";
        };
    }
}
