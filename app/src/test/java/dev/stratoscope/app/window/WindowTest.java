package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stratoscope.app.fx.ScreenTest;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;

import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real window on JavaFX's headless platform for a test to drive, and to take pictures of. */
abstract class WindowTest extends ScreenTest {
    static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir Path folder;
    Engine engine;
    MainWindow window;
    private Stage stage;

    @BeforeEach
    void showWindow() throws Exception {
        engine = Engine.open(folder.resolve("home"), clock());
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

    /** What tells the time. */
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
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

    /** Makes the window another size, and waits until it is laid out. */
    void resize(double width, double height) throws Exception {
        onScreen(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
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

    /** Selects a layer and what is covered from it, and waits for its tree. */
    void look(ImageTab tab, int layer, Scope scope) throws Exception {
        onScreen(
                () -> {
                    tab.body().selectLayer(layer);
                    tab.body().setScope(scope);
                    return null;
                });
        quiet();
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

    static MouseEvent mouse(Node on, EventType<MouseEvent> type, int clicks) {
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

    /** Writes a picture of the dialog that is shown, for people to look at. */
    void dialogPicture(String name) throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        WaitForAsyncUtils.waitForFxEvents(4);
        WritableImage image = onScreen(() -> find(".dialog-pane").getScene().snapshot(null));
        PngFile.write(image, pictures.resolve(name + ".png"));
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

    /**
     * Waits until a node stays where it is: rows that have just come are laid out a pulse or two
     * later, and what is above them makes room then.
     */
    <T extends Node> T steady(Callable<T> found) throws Exception {
        for (int i = 0; i < 200; i++) {
            T node = onScreen(found);
            Bounds before = onScreen(() -> node.localToScreen(node.getLayoutBounds()));
            pulses(3);
            Bounds after = onScreen(() -> node.localToScreen(node.getLayoutBounds()));
            if (before != null && before.equals(after) && node.equals(onScreen(found))) {
                return node;
            }
        }
        return fail("it never stayed where it was");
    }

    /** Waits until the window was laid out some more times. */
    private void pulses(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            CountDownLatch laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            onScreen(
                    () -> {
                        stage.getScene().addPostLayoutPulseListener(listener);
                        Platform.requestNextPulse();
                        return null;
                    });
            assertTrue(laidOut.await(20, TimeUnit.SECONDS), "the window is laid out");
            onScreen(
                    () -> {
                        stage.getScene().removePostLayoutPulseListener(listener);
                        return null;
                    });
        }
    }

    @Override
    protected void onTimeout(String what) throws Exception {
        picture("in-vain-" + what.replaceAll("[^a-z0-9]+", "-"));
    }

    /** The path that is selected in the tree of the image that is shown. */
    String selectedPath() throws Exception {
        TableView<?> files = (TableView<?>) find(".file-table");
        assertNotNull(onScreen(() -> files.getSelectionModel().getSelectedItem()));
        ImageTab tab = onScreen(window::current);
        assertNotNull(tab);
        return String.valueOf(onScreen(() -> tab.place().path()));
    }
}
