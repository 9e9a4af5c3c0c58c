package dev.stratoscope.app.images.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.images.KeptImages;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.StoreContents;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class MapLayoutTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private static List<MapRow> rows(StoreContents contents) {
        List<MapRow> rows = new ArrayList<>();
        contents.images()
                .forEach(
                        image ->
                                rows.add(
                                        new MapRow(
                                                image,
                                                image.names().isEmpty()
                                                        ? "none"
                                                        : image.names().getFirst().familiar())));
        return rows;
    }

    private static MapLayout mockup(double room) {
        return MapLayout.of(rows(KeptImages.mockup(NOW)), room);
    }

    private static List<String> made(MapLayout layout) {
        return layout.columns().stream().map(column -> column.layer().createdBy()).toList();
    }

    @Test
    void familiesStandTogetherTheSharedLayersFirst() {
        assertEquals(
                List.of(
                        "ADD rootfs.tar / # bookworm",
                        "RUN apt-get update",
                        "RUN apt-get install nginx",
                        "COPY nginx.conf /etc/",
                        "RUN apt-get install nginx-1.24",
                        "COPY a",
                        "RUN apt-get install -y everything",
                        "ADD debian.tar /",
                        "RUN install jdk 25",
                        "COPY libs2",
                        "COPY app2",
                        "COPY libs1",
                        "COPY app1",
                        "ADD busybox"),
                made(mockup(900)));
    }

    @Test
    void aColumnKnowsItsRows() {
        assertEquals(List.of(0, 1, 2, 4, 5), mockup(900).columns().getFirst().rows());
        assertEquals(List.of(3), mockup(900).columns().getLast().rows());
    }

    @Test
    void aLayerIsNamedAfterTheImageThatEndsWithIt() {
        MapRow top = mockup(900).columns().getFirst().top();
        assertEquals("debian:bookworm-minbase", top == null ? "" : top.label());
    }

    @Test
    void widthsFollowSizesDownToTheFloorAndFillTheRoom() {
        MapLayout layout = mockup(900);
        assertEquals(900, layout.width(), 0.01);
        MapColumn jdk = layout.columns().get(8);
        MapColumn libs = layout.columns().get(9);
        assertEquals(322.0 / 248, jdk.width() / libs.width(), 0.01);
        assertEquals(MapLayout.FLOOR, layout.columns().get(1).width());
    }

    @Test
    void columnsDoNotOverlap() {
        List<MapColumn> columns = mockup(900).columns();
        for (int i = 1; i < columns.size(); i++) {
            assertTrue(columns.get(i).x() >= columns.get(i - 1).right() + MapLayout.GAP - 0.01);
        }
    }

    @Test
    void whereTheFloorsDoNotFitTheMapIsWiderAndSizesStillShow() {
        MapLayout layout = mockup(120);
        assertTrue(layout.width() > 120);
        assertTrue(layout.columns().get(8).width() > MapLayout.FLOOR);
    }

    @Test
    void aPlaceIsInOneColumnOrBetween() {
        MapLayout layout = mockup(900);
        MapColumn second = layout.columns().get(1);
        assertEquals(1, layout.columnAt(second.x() + 1));
        assertEquals(-1, layout.columnAt(second.right() + 1));
        assertEquals(-1, layout.columnAt(-5));
    }

    @Test
    void aLayerTwiceInAnImageIsOneColumn() {
        StoreContents store =
                new KeptImages(NOW).image("twice:1", 1, "RUN true=0", "RUN true=0").contents();
        MapLayout layout = MapLayout.of(rows(store), 300);
        assertEquals(1, layout.columns().size());
        assertEquals(List.of(0), layout.columns().getFirst().rows());
    }

    @Test
    void aLayerThatIsCompressedInTwoWaysIsStoredTwiceAndHasTwoColumns() {
        StoreContents store = new KeptImages(NOW).image("a:1", 1, "ADD a=5").contents();
        KeptImage image = store.images().getFirst();
        KeptLayer gzip = image.layers().getFirst();
        KeptLayer zstd =
                new KeptLayer(
                        gzip.diffId(), gzip.diffId(), 1, gzip.contentSize(), gzip.createdBy(), 1);
        KeptImage other =
                new KeptImage(
                        zstd.diffId(),
                        zstd.diffId(),
                        List.of(),
                        null,
                        image.platform(),
                        Map.of(),
                        List.of(zstd),
                        1,
                        false,
                        List.of(),
                        null);
        MapLayout layout =
                MapLayout.of(List.of(new MapRow(image, "a"), new MapRow(other, "b")), 300);
        assertEquals(
                List.of(List.of(0), List.of(1)),
                layout.columns().stream().map(MapColumn::rows).toList());
    }

    @Test
    void imagesWithoutLayersAreRowsWithoutColumns() {
        StoreContents store = new KeptImages(NOW).image("bare:1", 1).contents();
        MapLayout layout = MapLayout.of(rows(store), 300);
        assertEquals(1, layout.rows().size());
        assertEquals(List.of(), layout.columns());
    }

    @Test
    void thousandsOfColumnsAreLaidOutAtOnce() {
        MapLayout layout = MapLayout.of(rows(KeptImages.many(NOW, 1000)), 900);
        assertTrue(layout.columns().size() > 1900, layout.columns().size() + " columns");
    }
}
