package dev.stratoscope.app.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.model.image.LimitException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

final class FailedLayersTest {
    private final FailedLayers layers = new FailedLayers("x.tar", false);

    @Test
    void oneLayerIsToldByItsNumber() {
        layers.add(3, new IOException("is damaged."));
        FailureNotice notice = layers.notices().getFirst();
        assertEquals(
                new Problem("L3 of x.tar cannot be read", "is damaged. L0 to L2 can be explored."),
                notice.problem());
        assertEquals("Show L2", notice.cure());
    }

    @Test
    void withoutTheLowestLayerThereIsNoneToShow() {
        layers.add(0, new IOException("is damaged."));
        FailureNotice notice = layers.notices().getFirst();
        assertEquals("is damaged. History and inspect can be read.", notice.problem().reason());
        assertNull(notice.cure());
    }

    @Test
    void severalLayersShareANoticeWithTheReasonOfTheLowest() {
        for (int number = 999; number >= 2; number--) {
            layers.add(number, new IOException("reason " + number + "."));
        }
        List<FailureNotice> notices = layers.notices();
        assertEquals(1, notices.size());
        assertEquals(
                new Problem(
                        "998 layers of x.tar cannot be read",
                        "L2: reason 2. L0 to L1 can be explored. The Findings tab tells of the"
                                + " others."),
                notices.getFirst().problem());
        assertEquals("Show findings", notices.getFirst().cure());
    }

    @Test
    void layersOverOneLimitShareItsButton() {
        layers.add(2, new LimitException("the layer", "entries", 4));
        layers.add(1, new LimitException("the layer", "entries", 4));
        List<FailureNotice> notices = layers.notices();
        assertEquals(1, notices.size());
        assertEquals("2 layers of x.tar cannot be read", notices.getFirst().problem().title());
        assertEquals("Raise entries to 40", notices.getFirst().cure());
    }

    @Test
    void damageAndALimitAreToldApartButAgreeOnWhatCanBeExplored() {
        layers.add(3, new LimitException("the layer", "entries", 4));
        layers.add(1, new IOException("is damaged."));
        List<FailureNotice> notices = layers.notices();
        assertEquals(
                List.of("Raise entries to 40", "Show L0"),
                notices.stream().map(FailureNotice::cure).toList());
        for (FailureNotice notice : notices) {
            assertTrue(notice.problem().reason().endsWith(" L0 can be explored."));
        }
    }
}
