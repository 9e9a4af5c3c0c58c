package dev.stratoscope.app.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class RowOrderTest {
    private static final List<ImageRow> ROWS =
            ImageRow.of(KeptImages.mockup(Instant.parse("2026-02-01T00:00:00Z")));

    private static List<String> sorted(RowOrder order) {
        return ROWS.stream().sorted(order.upwards()).map(ImageRow::title).limit(3).toList();
    }

    @Test
    void repositoriesGoByNameThenTag() {
        assertEquals(
                List.of("busybox:1.35", "debian:bookworm-minbase"),
                sorted(RowOrder.REPOSITORY).subList(1, 3));
    }

    @Test
    void tagsGoByTag() {
        assertEquals(List.of("nginx:1.22", "nginx:1.22-tuned"), sorted(RowOrder.TAG).subList(0, 2));
    }

    @Test
    void theOldestComesFirst() {
        assertEquals("registry.example.org/team/api:2.8.0", sorted(RowOrder.CREATED).getFirst());
    }

    @Test
    void sizesGoByBytes() {
        assertEquals("busybox:1.35", sorted(RowOrder.SIZE).getFirst());
        assertEquals("busybox:1.35", sorted(RowOrder.SHARED).getFirst());
        assertEquals("nginx:1.22", sorted(RowOrder.ONLY_HERE).getFirst());
    }

    @Test
    void theOpenComeLastAndTheDamagedFirst() {
        List<String> all =
                ROWS.stream().sorted(RowOrder.IN_USE.upwards()).map(ImageRow::title).toList();
        assertEquals("registry.example.org/team/api:2.8.0", all.getFirst());
        assertEquals("registry.example.org/base/nginx:stable", all.getLast());
    }
}
