package dev.stratoscope.app.view.ribbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.canvas.Band;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.app.window.PngFile;
import dev.stratoscope.model.compare.StepPair.Reason;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.resources.Fonts;
import dev.stratoscope.resources.Theme;

import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/** Two stacks of all kinds and sizes, with pictures for people to look at. */
class RibbonPictureTest {
    @BeforeAll
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
    }

    /** Writes pictures in both themes and returns how many colours the last one has. */
    private static long picture(
            String name, Twins twins, int selected, double width, double height, double zoom)
            throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        long colours = 0;
        for (Theme theme : Theme.values()) {
            FutureTask<WritableImage> task =
                    new FutureTask<>(
                            () -> {
                                Fonts.load();
                                RibbonStacks stacks = new RibbonStacks();
                                stacks.getTransforms().add(new Scale(zoom, zoom));
                                stacks.setManaged(false);
                                Group root = new Group(stacks);
                                Scene scene = new Scene(root, width * zoom, height * zoom);
                                scene.getStylesheets().setAll(theme.stylesheets());
                                stacks.show(twins.before(), twins.after(), twins.ribbons());
                                if (selected >= 0) {
                                    stacks.selectedProperty().set(twins.ribbons().get(selected));
                                }
                                stacks.resize(width, height);
                                root.applyCss();
                                stacks.layout();
                                return scene.snapshot(null);
                            });
            Platform.runLater(task);
            WritableImage image = task.get();
            PngFile.write(image, folder.resolve("ribbon-" + name + "-" + theme.name() + ".png"));
            colours = colours(image);
        }
        return colours;
    }

    private static long colours(WritableImage image) {
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        return IntStream.range(0, wide * high)
                .map(i -> image.getPixelReader().getArgb(i % wide, i / wide))
                .distinct()
                .count();
    }

    @Test
    void theMockup() throws Exception {
        assertTrue(picture("nginx", Twins.nginx(), 4, 452, 730, 1) > 100);
        picture("nginx-all", Twins.nginx(), -1, 452, 730, 1);
        picture("nginx-wide", Twins.nginx(), 5, 700, 900, 1);
        picture("nginx-300", Twins.nginx(), -1, 300, 600, 1);
        picture("nginx-240", Twins.nginx(), 4, 240, 560, 1);
        picture("nginx-200", Twins.nginx(), 4, 452, 730, 2);
    }

    @Test
    void whereTheKeyboardIsIsRinged() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        FutureTask<RibbonStacks> shown =
                new FutureTask<>(
                        () -> {
                            Fonts.load();
                            RibbonStacks stacks = Twins.nginx().show(452, 730);
                            stacks.getScene().getStylesheets().setAll(Theme.LIGHT.stylesheets());
                            Stage stage = new Stage();
                            stage.setScene(stacks.getScene());
                            stage.show();
                            stage.requestFocus();
                            stacks.requestFocus();
                            return stacks;
                        });
        Platform.runLater(shown);
        RibbonStacks stacks = shown.get();
        WaitForAsyncUtils.waitForFxEvents();
        FutureTask<WritableImage> task =
                new FutureTask<>(
                        () -> {
                            stacks.moveTo(4);
                            Band band = stacks.geometry().band(6);
                            stacks.hover(band.x1() + 10, band.top1() + 10);
                            WritableImage image = stacks.getScene().snapshot(null);
                            stacks.getScene().getWindow().hide();
                            return image;
                        });
        Platform.runLater(task);
        PngFile.write(task.get(), folder.resolve("ribbon-focus-LIGHT.png"));
        assertTrue(stacks.cursor() == 4 && colours(task.get()) > 100);
    }

    @Test
    void identicalImages() throws Exception {
        Twins twins = new Twins();
        Twins.nginx().after().forEach(step -> twins.same(Reason.SAME_CHAIN, step));
        picture("same", twins, -1, 452, 730, 1);
        assertEquals(10, twins.ribbons().size());
    }

    @Test
    void nothingInCommon() throws Exception {
        Twins twins = new Twins();
        twins.deleted(Twins.layer("ADD", "rootfs.tar.xz /", 77_000_000, 'a'));
        twins.deleted(Twins.line("CMD", "[\"bash\"]"));
        twins.deleted(Twins.layer("RUN", "apt-get install python3", 31_000_000, 'b'));
        twins.added(Twins.layer("ADD", "alpine-minirootfs.tar.gz /", 8_300_000, 'c'));
        twins.added(Twins.layer("COPY", "app /app", 46_000_000, 'd'));
        twins.added(Twins.line("ENTRYPOINT", "[\"/app/serve\"]"));
        picture("nothing", twins, -1, 452, 600, 1);
        assertEquals(6, twins.ribbons().size());
    }

    @Test
    void reorderedLayers() throws Exception {
        Twins twins = new Twins();
        Step[] steps = {
            Twins.layer("base", "debian:12", 60_000_000, '0'),
            Twins.layer("RUN", "apt-get install git", 44_000_000, '1'),
            Twins.layer("COPY", "package.json .", 900, '2'),
            Twins.layer("RUN", "npm ci", 81_000_000, '3'),
            Twins.line("ENV", "NODE_ENV=production"),
            Twins.layer("COPY", ". .", 12_000_000, '4'),
            Twins.line("CMD", "[\"node\"]")
        };
        int[] order = {0, 4, 2, 3, 1, 5, 6};
        for (Step step : steps) {
            Twins.add(twins.before(), step);
        }
        for (int i : order) {
            int now = Twins.add(twins.after(), steps[i]);
            boolean same = i != 5;
            ChangeCounts counts = same ? null : new ChangeCounts(2, 9, 0, 1);
            twins.join(i, now, Reason.SAME_LAYER, same, counts);
        }
        picture("reordered", twins, -1, 452, 700, 1);
        picture("reordered-selected", twins, 4, 452, 700, 1);
        assertEquals(7, twins.ribbons().size());
    }

    @Test
    void damagedAndUnknownLayers() throws Exception {
        Twins twins = new Twins();
        Step base = Twins.layer("base", "debian:12", 60_000_000, '0');
        twins.same(Reason.SAME_CHAIN, base.withState(Step.State.MISSING));
        Step run = Twins.layer("RUN", "apt-get install git", 44_000_000, '1');
        twins.changed(run, run.withState(Step.State.INDEXING));
        twins.changed(run.withState(Step.State.MISMATCH), run.withState(Step.State.UNREADABLE));
        twins.changed(Twins.line("RUN", "true"), Twins.layer("RUN", "true", 20_000_000, '2'));
        picture("states", twins, -1, 452, 600, 1);
        assertEquals(4, twins.ribbons().size());
    }

    @Test
    void sixtyLayers() throws Exception {
        Twins twins = new Twins();
        for (int i = 0; i < 60; i++) {
            Step step = Twins.layer("RUN", "step " + i, 1_000_000L * (i % 7 + 1), '1');
            if (i % 11 == 5) {
                twins.added(step);
            } else if (i % 9 == 4) {
                twins.changed(
                        step,
                        Twins.layer("RUN", "step " + i, 900, '2'),
                        new ChangeCounts(1, 2, 3, 4));
            } else {
                twins.same(Reason.SAME_CHAIN, step);
            }
            twins.same(Reason.SAME_INSTRUCTION, Twins.line("ENV", "N=" + i));
        }
        picture("many", twins, 60, 452, 700, 1);
        assertEquals(120, twins.ribbons().size());
    }
}
