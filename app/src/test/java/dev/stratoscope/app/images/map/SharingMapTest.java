package dev.stratoscope.app.images.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.images.KeptImages;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.resources.Theme;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Keys, clicks and what a screen reader meets, on JavaFX's headless platform. */
class SharingMapTest {
    private static final StoreContents STORE =
            KeptImages.mockup(Instant.parse("2026-02-01T00:00:00Z"));

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

    private static SharingMap map(double width, double height) {
        SharingMap map = new SharingMap();
        new Scene(map, width, height);
        map.show(
                STORE.images().stream()
                        .map(image -> new MapRow(image, "i" + STORE.images().indexOf(image)))
                        .toList());
        map.resize(width, height);
        map.layout();
        return map;
    }

    private static void press(SharingMap map, KeyCode... codes) {
        for (KeyCode code : codes) {
            Event.fireEvent(
                    map,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }
    }

    private static void mouse(
            SharingMap map, EventType<MouseEvent> type, Rectangle2D at, int count) {
        double x = (at.getMinX() + at.getMaxX()) / 2;
        double y = (at.getMinY() + at.getMaxY()) / 2;
        Event.fireEvent(
                map,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        count,
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

    private static Rectangle2D block(SharingMap map, int column, int row) {
        MapGeometry geometry = map.geometry();
        return geometry.block(geometry.layout().columns().get(column), row);
    }

    @Test
    void aClickSelectsTheImageAndTwoOpenIt() throws Exception {
        List<Object> seen =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            List<Object> opened = new ArrayList<>();
                            map.setOnOpen(opened::add);
                            mouse(map, MouseEvent.MOUSE_PRESSED, block(map, 0, 4), 1);
                            opened.add(map.here());
                            mouse(map, MouseEvent.MOUSE_PRESSED, block(map, 0, 4), 2);
                            return opened;
                        });
        assertEquals(List.of(4, STORE.images().get(4)), seen);
    }

    @Test
    void thePointerLightsAColumnWhereItsBlocksAndLineAre() throws Exception {
        List<Integer> lit =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            List<Integer> seen = new ArrayList<>();
                            for (int row : new int[] {0, 3, 7}) {
                                mouse(map, MouseEvent.MOUSE_MOVED, block(map, 0, row), 0);
                                seen.add(map.lit());
                            }
                            mouse(map, MouseEvent.MOUSE_EXITED, block(map, 0, 0), 0);
                            seen.add(map.lit());
                            return seen;
                        });
        assertEquals(List.of(0, 0, -1, -1), lit);
    }

    @Test
    void arrowsGoThroughImagesAndLayers() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            press(map, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT);
                            List<Integer> places = new ArrayList<>(List.of(map.here(), map.lit()));
                            press(map, KeyCode.END, KeyCode.UP);
                            places.addAll(List.of(map.here(), map.lit()));
                            press(map, KeyCode.ESCAPE);
                            places.add(map.lit());
                            return places;
                        });
        assertEquals(List.of(1, 1, 0, 13, -1), seen);
    }

    @Test
    void enterOpensTheSelectedImage() throws Exception {
        List<KeptImage> opened =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            List<KeptImage> images = new ArrayList<>();
                            map.setOnOpen(images::add);
                            press(map, KeyCode.DOWN, KeyCode.ENTER);
                            return images;
                        });
        assertEquals(List.of(STORE.images().getFirst()), opened);
    }

    @Test
    void imageAndLayerAreSpokenInWords() throws Exception {
        Object text =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            press(map, KeyCode.DOWN, KeyCode.RIGHT);
                            return map.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });
        assertEquals(
                "Sharing map, i0, 3 of 4 layers shared, 1,650 bytes only here. Layer ADD rootfs.tar"
                        + " / # bookworm, 130,000,000 bytes, in 5 images: i0, i1, i2, i4, i5",
                text);
    }

    @Test
    void screenReadersMeetAListOfLayers() throws Exception {
        Object count =
                onFx(() -> map(900, 500).queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT));
        assertEquals(14, count);
    }

    @Test
    void aLowMapScrollsToTheSelectedImage() throws Exception {
        double y =
                onFx(
                        () -> {
                            SharingMap map = map(900, 200);
                            map.selectedProperty().set(STORE.images().getLast());
                            map.layout();
                            return map.geometry().y(7);
                        });
        assertTrue(y >= MapGeometry.HEAD && y + MapGeometry.ROW <= 200, "the row is at " + y);
    }

    @Test
    void aNarrowMapScrollsToTheLayersOfTheSelectedImage() throws Exception {
        double x =
                onFx(
                        () -> {
                            SharingMap map = map(260, 500);
                            map.selectedProperty().set(STORE.images().get(3));
                            map.layout();
                            MapGeometry geometry = map.geometry();
                            return geometry.x(geometry.layout().columns().getLast());
                        });
        assertTrue(x > 0 && x < 260, "the layer is at " + x);
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetsGiveEveryColour(Theme theme) throws Exception {
        List<MapInk> without =
                onFx(
                        () -> {
                            SharingMap map = map(900, 500);
                            map.getScene().getStylesheets().setAll(theme.stylesheets());
                            map.applyCss();
                            return Stream.of(MapInk.values())
                                    .filter(ink -> map.colors().get(ink).equals(Color.GRAY))
                                    .toList();
                        });
        assertEquals(List.of(), without);
    }
}
