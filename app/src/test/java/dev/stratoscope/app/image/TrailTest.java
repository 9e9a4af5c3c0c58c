package dev.stratoscope.app.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;

class TrailTest {
    private final Trail trail = new Trail();

    @Test
    void backAndForwardGoThroughThePlacesVisited() {
        trail.visit(place(0, "a"));
        trail.visit(place(1, "b"));
        trail.visit(place(2, "c"));
        assertEquals(place(1, "b"), trail.back());
        assertEquals(place(0, "a"), trail.back());
        assertFalse(trail.canGoBack());
        assertEquals(place(0, "a"), trail.back(), "there is nothing before the first");
        assertEquals(place(1, "b"), trail.forward());
        assertTrue(trail.canGoForward());
    }

    @Test
    void aVisitForgetsWhatLayAhead() {
        trail.visit(place(0, "a"));
        trail.visit(place(1, "b"));
        trail.back();
        trail.visit(place(3, "d"));
        assertFalse(trail.canGoForward());
        assertEquals(place(0, "a"), trail.back());
    }

    @Test
    void stayingAtThePlaceIsNoVisit() {
        trail.visit(place(0, "a"));
        trail.visit(place(1, "b"));
        trail.back();
        trail.visit(place(0, "a"));
        assertTrue(trail.canGoForward());
    }

    @Test
    void theFirstPathSelectedCompletesThePlace() {
        trail.visit(new Place(0, Scope.UP_TO_HERE, null));
        trail.visit(place(0, "a"));
        assertFalse(trail.canGoBack());
        assertEquals(place(0, "a"), trail.here());
    }

    @Test
    void onlyTheLatestHundredAreKept() {
        for (int i = 0; i < 250; i++) {
            trail.visit(place(i, "x"));
        }
        int back = 0;
        while (trail.canGoBack()) {
            trail.back();
            back++;
        }
        assertEquals(99, back);
        assertEquals(place(150, "x"), trail.here());
    }

    private static Place place(int step, String path) {
        return new Place(step, Scope.UP_TO_HERE, ByteString.of(path));
    }
}
