package dev.stratoscope.app.view.ribbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.canvas.Band;
import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.stack.StackInk;
import dev.stratoscope.model.compare.StepPair.Reason;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.resources.Theme;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Keys, clicks and what a screen reader meets, on JavaFX's headless platform. */
class RibbonStacksTest {
    private static final int APT = 4;
    private static final int CONF = 5;
    private static final double WIDTH = 452;
    private static final double HEIGHT = 730;

    @BeforeAll
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static RibbonStacks nginx() {
        return Twins.nginx().show(WIDTH, HEIGHT);
    }

    private static void press(RibbonStacks stacks, KeyCode... codes) {
        for (KeyCode code : codes) {
            Event.fireEvent(
                    stacks,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }
    }

    private static void click(RibbonStacks stacks, double x, double y) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(
                    stacks,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        }
    }

    private static void clickStep(RibbonStacks stacks, Flank flank, int step) {
        Rectangle2D box = stacks.geometry().box(flank, step);
        click(stacks, box.getMinX() + 5, box.getMinY() + box.getHeight() / 2);
    }

    private static int selected(RibbonStacks stacks) {
        return stacks.geometry().braid().find(stacks.selectedProperty().get());
    }

    @Test
    void aClickOnEitherBlockOrTheRibbonSelectsIt() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            List<Integer> found = new ArrayList<>();
                            RibbonStacks stacks = nginx();
                            clickStep(stacks, Flank.BEFORE, 4);
                            found.add(selected(stacks));
                            clickStep(stacks, Flank.AFTER, 5);
                            found.add(selected(stacks));
                            Band band = stacks.geometry().band(APT);
                            click(stacks, band.x1() + 10, band.bottom1() - 10);
                            found.add(selected(stacks));
                            Band line = stacks.geometry().band(2);
                            click(stacks, (line.x1() + line.x2()) / 2, line.top() - 2);
                            found.add(selected(stacks));
                            return found;
                        });
        assertEquals(List.of(APT, CONF, APT, 2), seen);
    }

    @Test
    void aSecondClickAndEscapeClear() throws Exception {
        onFx(
                () -> {
                    RibbonStacks stacks = nginx();
                    clickStep(stacks, Flank.AFTER, 4);
                    assertNotNull(stacks.selectedProperty().get());
                    clickStep(stacks, Flank.BEFORE, 4);
                    assertNull(stacks.selectedProperty().get());
                    clickStep(stacks, Flank.BEFORE, 4);
                    press(stacks, KeyCode.ESCAPE);
                    assertNull(stacks.selectedProperty().get());
                    return null;
                });
    }

    @Test
    void keysGoThroughTheRibbonsAndStopAtTheEnds() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            List<Integer> found = new ArrayList<>();
                            RibbonStacks stacks = nginx();
                            press(stacks, KeyCode.HOME, KeyCode.DOWN);
                            found.add(stacks.cursor());
                            press(stacks, KeyCode.UP, KeyCode.UP);
                            found.add(stacks.cursor());
                            press(stacks, KeyCode.END, KeyCode.UP);
                            found.add(stacks.cursor());
                            found.add(selected(stacks));
                            press(stacks, KeyCode.ENTER);
                            found.add(selected(stacks));
                            press(stacks, KeyCode.DOWN, KeyCode.SPACE);
                            found.add(selected(stacks));
                            return found;
                        });
        assertEquals(List.of(0, 2, 9, -1, 9, 8), seen);
    }

    @Test
    void theSamePairStaysSelectedWhenMoreIsKnownOfIt() throws Exception {
        onFx(
                () -> {
                    Twins twins = Twins.nginx();
                    RibbonStacks stacks = twins.show(WIDTH, HEIGHT);
                    press(stacks, KeyCode.HOME, KeyCode.ENTER);
                    Ribbon now = new Ribbon(twins.ribbons().getFirst().pair(), false, null);
                    twins.ribbons().set(0, now);
                    stacks.show(twins.before(), twins.after(), twins.ribbons());
                    assertEquals(now, stacks.selectedProperty().get());
                    stacks.show(List.of(), List.of(), List.of());
                    assertNull(stacks.selectedProperty().get());
                    assertEquals(-1, stacks.cursor());
                    press(stacks, KeyCode.UP, KeyCode.ENTER, KeyCode.PAGE_UP, KeyCode.I);
                    assertNull(stacks.selectedProperty().get());
                    return null;
                });
    }

    @Test
    void ribbonsEndWhereTheirBlocksDo() throws Exception {
        onFx(
                () -> {
                    TwinGeometry geometry = nginx().geometry();
                    Band band = geometry.band(APT);
                    Rectangle2D left = geometry.box(Flank.BEFORE, 4);
                    Rectangle2D right = geometry.box(Flank.AFTER, 4);
                    assertEquals(left.getMinY(), band.top1());
                    assertEquals(left.getMaxY(), band.bottom1());
                    assertEquals(right.getMinY(), band.top2());
                    assertEquals(right.getMaxY(), band.bottom2());
                    assertTrue(band.x1() >= left.getMaxX() && band.x2() <= right.getMinX());
                    Band conf = geometry.band(CONF);
                    assertEquals(conf.top1(), conf.bottom1(), "it tapers to a point");
                    assertTrue(conf.top1() < left.getMinY(), "above what lies below it");
                    assertEquals(geometry.box(Flank.AFTER, 5).getMaxY(), conf.bottom2());
                    return null;
                });
    }

    @Test
    void manyStepsScrollToTheOneTheKeyboardIsAt() throws Exception {
        onFx(
                () -> {
                    Twins twins = new Twins();
                    for (int i = 0; i < 127; i++) {
                        twins.same(Reason.SAME_CHAIN, Twins.layer("RUN", "step " + i, 10, '1'));
                        twins.same(Reason.SAME_INSTRUCTION, Twins.line("ENV", "A=" + i));
                        twins.added(Twins.line("LABEL", "a=" + i));
                    }
                    RibbonStacks stacks = twins.show(WIDTH, HEIGHT);
                    for (KeyCode end : List.of(KeyCode.HOME, KeyCode.END)) {
                        press(stacks, end);
                        stacks.layout();
                        Rectangle2D at = stacks.geometry().bounds(stacks.cursor());
                        assertTrue(at.getMaxY() > 0 && at.getMinY() < HEIGHT, end + " is at " + at);
                    }
                    int seen = Strand.of(stacks.geometry(), HEIGHT, -1).size();
                    assertTrue(seen < 150, "paints " + seen);
                    press(stacks, KeyCode.PAGE_DOWN);
                    assertTrue(stacks.cursor() < twins.ribbons().size() - 5);
                    return null;
                });
    }

    @Test
    void theWheelScrollsWhereThereIsMore() throws Exception {
        onFx(
                () -> {
                    Twins twins = new Twins();
                    for (int i = 0; i < 60; i++) {
                        twins.same(Reason.SAME_CHAIN, Twins.layer("RUN", "step " + i, 10, '1'));
                    }
                    RibbonStacks stacks = twins.show(WIDTH, HEIGHT);
                    double before = stacks.geometry().shift();
                    wheel(stacks, -120);
                    assertEquals(before - 120, stacks.geometry().shift());
                    wheel(stacks, 10_000);
                    assertEquals(TwinGeometry.TOP, stacks.geometry().shift());
                    return null;
                });
    }

    private static void wheel(RibbonStacks stacks, double pixels) {
        Event.fireEvent(
                stacks,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        100,
                        100,
                        100,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        0,
                        40,
                        40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    @Test
    void ofCrossingRibbonsTheSelectedOneIsMet() throws Exception {
        onFx(
                () -> {
                    Twins twins = new Twins();
                    for (int i = 0; i < 2; i++) {
                        Twins.add(twins.before(), Twins.layer("RUN", "a" + i, 50, '1'));
                        Twins.add(twins.after(), Twins.layer("RUN", "a" + (1 - i), 50, '1'));
                        twins.join(1 - i, i, Reason.SAME_LAYER, true, null);
                    }
                    RibbonStacks stacks = twins.show(WIDTH, HEIGHT);
                    for (int i = 0; i < 2; i++) {
                        stacks.selectedProperty().set(twins.ribbons().get(i));
                        Rectangle2D all = stacks.geometry().bounds(i);
                        double y = (all.getMinY() + all.getMaxY()) / 2;
                        assertEquals(i, stacks.ribbonAt(WIDTH / 2, y));
                    }
                    return null;
                });
    }

    @Test
    void ribbonsAreSpokenInWords() throws Exception {
        List<Object> spoken =
                onFx(
                        () -> {
                            List<Object> found = new ArrayList<>();
                            RibbonStacks stacks = nginx();
                            press(stacks, KeyCode.HOME);
                            found.add(stacks.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                            stacks.moveTo(2);
                            found.add(stacks.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                            press(stacks, KeyCode.ENTER);
                            stacks.moveTo(CONF);
                            found.add(stacks.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                            found.add(
                                    stacks.queryAccessibleAttribute(
                                            AccessibleAttribute.ITEM_COUNT));
                            return found;
                        });
        assertEquals(
                List.of(
                        "Layers aligned, base debian:11, L0 130 megabytes, identical to L0, same"
                                + " layer on the same base",
                        "Layers aligned, ENV NGINX_VERSION=1.22.1, became ENV"
                                + " NGINX_VERSION=1.24.0",
                        "Layers aligned, COPY conf/ /etc/nginx/, L2 1.50 kilobytes, only right, 1"
                                + " added",
                        10),
                spoken);
    }

    @Test
    void aChangedLayerIsSpokenWithItsCounts() {
        Twins twins = new Twins();
        twins.changed(
                Twins.layer("RUN", "apt-get install", 92_600_000, '1'),
                Twins.layer("RUN", "apt-get install", 9_820_000, '2'),
                new ChangeCounts(14, 61, 203, 33));
        Braid braid = new Braid(twins.before(), twins.after(), twins.ribbons());
        assertEquals(
                "RUN apt-get install, L0 92.6 megabytes, became L0 9.82 megabytes, same"
                        + " instruction, 14 added, 61 modified, 203 with new metadata, 33 deleted",
                RibbonWords.spoken(braid, 0));
    }

    @Test
    void theTipSaysWhyAndTellsAllOfIt() {
        Twins twins = new Twins();
        twins.changed(
                Twins.layer("RUN", "a && b", 92_600_000, '1'),
                Twins.layer("RUN", "a && b", 9_820_000, '2'),
                new ChangeCounts(14, 0, 0, 33));
        Braid braid = new Braid(twins.before(), twins.after(), twins.ribbons());
        assertEquals(
                """
                Same instruction, other files
                RUN a
                    && b
                Left L0, 92.6 MB, 92,600,000 bytes
                sha256:%s
                Right L0, 9.82 MB, 9,820,000 bytes
                sha256:%s
                \u221282,780,000 bytes, 14 added, 33 deleted\
                """
                        .formatted("1".repeat(64), "2".repeat(64)),
                RibbonWords.tip(braid, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetsGiveEveryColour(Theme theme) throws Exception {
        List<Ink> without =
                onFx(
                        () -> {
                            RibbonStacks stacks = nginx();
                            stacks.getScene().getStylesheets().setAll(theme.stylesheets());
                            stacks.applyCss();
                            return Stream.<Ink[]>of(StackInk.values(), RibbonInk.values())
                                    .flatMap(Stream::of)
                                    .filter(ink -> stacks.colors().get(ink).equals(Color.GRAY))
                                    .toList();
                        });
        assertEquals(List.of(), without);
    }
}
