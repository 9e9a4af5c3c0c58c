package dev.stratoscope.app.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.StoreContents;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class RowFilterTest {
    private static final StoreContents STORE =
            KeptImages.mockup(Instant.parse("2026-02-01T00:00:00Z"));

    private static List<String> names(RowFilter.Kind kind, String text) {
        RowFilter filter = new RowFilter(kind, text);
        return ImageRow.of(STORE).stream()
                .filter(filter::accepts)
                .map(row -> row.repository() + ":" + row.tag())
                .toList();
    }

    @Test
    void everyNameHasARowAndAnImageWithoutNamesToo() {
        assertEquals(
                List.of(
                        "nginx:1.22-tuned",
                        "nginx:1.24",
                        "nginx:1.22",
                        "registry.example.org/base/nginx:stable",
                        "busybox:1.35",
                        "debian:bookworm-minbase",
                        "<none>:<none>",
                        "registry.example.org/team/api:2.8.1",
                        "registry.example.org/team/api:2.8.0"),
                names(RowFilter.Kind.ALL, ""));
    }

    @Test
    void wordsAreLookedForInRepositoryAndTag() {
        assertEquals(
                List.of("nginx:1.22-tuned", "nginx:1.22"), names(RowFilter.Kind.ALL, "NGINX 1.22"));
        assertEquals(List.of("nginx:1.24"), names(RowFilter.Kind.ALL, "nginx:1.24"));
    }

    @Test
    void theWholeNameIsKnownToo() {
        assertEquals(
                List.of("busybox:1.35"), names(RowFilter.Kind.ALL, "docker.io/library/busybox"));
    }

    @Test
    void idsAreFoundByAnyPart() {
        String id = STORE.images().get(3).id().shortHex();
        assertEquals(List.of("busybox:1.35"), names(RowFilter.Kind.ALL, id));
        assertEquals(List.of("busybox:1.35"), names(RowFilter.Kind.ALL, "sha256:" + id));
    }

    @Test
    void labelsAreFoundByKeyAndValue() {
        assertEquals(List.of("<none>:<none>"), names(RowFilter.Kind.ALL, "stage=build"));
    }

    @Test
    void kindsTellTheOpenAndTheNameless() {
        assertEquals(
                List.of("nginx:1.22", "registry.example.org/base/nginx:stable"),
                names(RowFilter.Kind.IN_USE, ""));
        assertEquals(List.of("<none>:<none>"), names(RowFilter.Kind.DANGLING, ""));
        assertEquals(List.of(), names(RowFilter.Kind.DANGLING, "nginx"));
    }

    @Test
    void imagesAreCountedNotNames() {
        assertEquals(
                List.of(8L, 1L, 7L, 1L),
                Arrays.stream(RowFilter.Kind.values())
                        .map(kind -> kind.count(STORE.images()))
                        .toList());
    }

    @Test
    void anEmptyFilterIsOpen() {
        assertTrue(RowFilter.ALL.isOpen());
        assertTrue(new RowFilter(RowFilter.Kind.ALL, " ").isOpen());
    }
}
