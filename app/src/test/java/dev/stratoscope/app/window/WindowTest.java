package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A real window on JavaFX's headless platform for a test to drive, and to take pictures of. */
abstract class WindowTest {
    static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    Engine engine;
    Jobs jobs;
    MainWindow window;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void showWindow() throws Exception {
        engine = Engine.open(folder.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC));
        jobs = Jobs.onThreads();
        Callable<ImageSource> sample = () -> ImageSource.of(TestImages.layered(engine));
        onScreen(
                () -> {
                    Appearance.loadFonts();
                    window = new MainWindow(engine, jobs, Settings.DEFAULT, true, sample);
                    stage = new Stage();
                    stage.setScene(new Scene(window, 1440, 900));
                    window.applyTheme("light");
                    stage.show();
                    return null;
                });
    }

    @AfterEach
    void closeWindow() throws Exception {
        onScreen(
                () -> {
                    window.close();
                    stage.close();
                    return null;
                });
        waitUntil("no job runs", () -> jobs.running().isEmpty());
    }

    /** Shows another window over the same home, as after another start. */
    void showAnother(Settings settings) throws Exception {
        Callable<ImageSource> sample = () -> ImageSource.of(TestImages.layered(engine));
        onScreen(
                () -> {
                    window = new MainWindow(engine, jobs, settings, true, sample);
                    stage.setScene(new Scene(window, 1440, 900));
                    window.applyTheme("light");
                    return null;
                });
        quiet();
    }

    /** Opens an image and waits until all of it is shown. */
    ImageTab open(Path image) throws Exception {
        ImageTab tab = onScreen(() -> window.open(ImageSource.of(image)));
        quiet();
        return tab;
    }

    /** Waits until no work is going on and the screen was drawn. */
    void quiet() throws Exception {
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        WaitForAsyncUtils.waitForFxEvents(8);
        waitUntil("no job runs", () -> jobs.running().isEmpty());
    }

    /** Waits until something holds on the JavaFX thread, 20 s at most. */
    void waitUntil(String what, BooleanSupplier condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> onScreen(condition::getAsBoolean));
        } catch (TimeoutException e) {
            String work =
                    jobs.running().stream()
                            .map(job -> job.title())
                            .collect(Collectors.joining(", "));
            fail("waited 20 s until " + what + (work.isEmpty() ? "" : " while " + work));
        }
    }

    <T> T onScreen(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    /** The first visible node of a selector. */
    Node find(String selector) {
        Node node = robot.lookup(selector).query();
        assertNotNull(node, selector);
        return node;
    }

    /** Whether words are to be read somewhere in the window. */
    boolean reads(String words) {
        return robot.lookup(
                        (Node node) ->
                                (node instanceof Label || node instanceof TextFlow)
                                        && words(node).contains(words)
                                        && node.isVisible())
                .tryQuery()
                .isPresent();
    }

    private static String words(Node node) {
        return switch (node) {
            case TextFlow flow ->
                    flow.getChildren().stream()
                            .map(piece -> piece instanceof Text text ? text.getText() : "")
                            .collect(Collectors.joining());
            case Label label when label.getText() != null -> label.getText();
            default -> "";
        };
    }

    void assertReads(String words) {
        assertTrue(reads(words), () -> "\"" + words + "\" is to be read");
    }

    /**
     * Clicks the head of a column, by events: the headless robot's clicks move, and a head takes
     * that for dragging.
     */
    void clickHead(String table, String title) throws Exception {
        Node head =
                robot.lookup(table + " .column-header").queryAll().stream()
                        .filter(
                                node ->
                                        node.lookup(".label") instanceof Labeled label
                                                && title.equals(label.getText()))
                        .findFirst()
                        .orElseThrow();
        onScreen(
                () -> {
                    for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                        head.fireEvent(mouse(head, type, 1));
                    }
                    return null;
                });
        quiet();
    }

    /**
     * Clicks twice, the second time by an event: on a machine that is busy the robot's clicks come
     * too far apart to count as two.
     */
    void clickTwice(Node node) throws Exception {
        robot.clickOn(node);
        onScreen(
                () -> {
                    node.fireEvent(mouse(node, MouseEvent.MOUSE_CLICKED, 2));
                    return null;
                });
        quiet();
    }

    private static MouseEvent mouse(Node on, EventType<MouseEvent> type, int clicks) {
        return new MouseEvent(
                on,
                on,
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    /** Writes pictures of the window as it is, in both themes, for people to look at. */
    void picture(String name) throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        for (String theme : new String[] {"dark", "light"}) {
            onScreen(
                    () -> {
                        window.applyTheme(theme);
                        return null;
                    });
            WaitForAsyncUtils.waitForFxEvents(4);
            WritableImage image = onScreen(() -> stage.getScene().snapshot(null));
            PngFile.write(image, pictures.resolve(name + "-" + theme + ".png"));
        }
    }
}
