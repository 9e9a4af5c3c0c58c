package dev.stratoscope.app.image;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The places one stayed at, in order, and which of them one is at. Used by one thread. */
final class Trail {
    private static final int LONGEST = 100;

    private final List<Place> places = new ArrayList<>();
    private int at = -1;

    /**
     * One stays at a place; what lay ahead is forgotten. The first path that is selected where none
     * was completes the place instead of being another.
     */
    void visit(Place place) {
        Place here = here();
        if (place.equals(here)) {
            return;
        }
        if (here != null
                && here.path() == null
                && here.step() == place.step()
                && here.scope() == place.scope()) {
            places.set(at, place);
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(place);
        if (places.size() > LONGEST) {
            places.removeFirst();
        }
        at = places.size() - 1;
    }

    /** The place one stayed at last; null before the first. */
    @Nullable Place here() {
        return at < 0 ? null : places.get(at);
    }

    boolean canGoBack() {
        return at > 0;
    }

    boolean canGoForward() {
        return at < places.size() - 1;
    }

    /** Goes one place back, if there is one, and says where one is now. */
    @Nullable Place back() {
        at = canGoBack() ? at - 1 : at;
        return here();
    }

    /** Goes one place forward, if there is one, and says where one is now. */
    @Nullable Place forward() {
        at = canGoForward() ? at + 1 : at;
        return here();
    }

    /** Forgets every place. */
    void clear() {
        places.clear();
        at = -1;
    }
}
