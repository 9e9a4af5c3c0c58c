package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theCloserTheNameTheMore() {
        int missing = Ranking.score("close tab", "Close", "");
        int start = Ranking.score("close", "Close tab", "");
        int word = Ranking.score("tab", "Close tab", "");
        int inside = Ranking.score("lose", "Close tab", "");
        int scattered = Ranking.score("clstb", "Close tab", "");
        assertEquals(0, missing, "a word that is not there");
        assertTrue(start > word, "start over a later word");
        assertTrue(word > inside, "a word's start over its inside");
        assertTrue(inside > scattered, "together over scattered");
        assertTrue(scattered > 0);
    }

    @Test
    void everyWordMustBeFoundInAnyOrder() {
        assertTrue(Ranking.score("tab close", "Close tab", "") > 0);
        assertEquals(0, Ranking.score("tab open", "Close tab", ""));
    }

    @Test
    void theHintCountsForLess() {
        int name = Ranking.score("apt", "apt-get", "");
        int hint = Ranking.score("apt", "Go to layer L1", "RUN apt-get install");
        assertTrue(name > hint && hint > 0);
    }

    @Test
    void lettersFarApartAreNotFound() {
        assertEquals(0, Ranking.score("ce", "compare the whole image", ""));
    }

    @Test
    void nothingTypedFitsAnything() {
        assertTrue(Ranking.score("  ", "Close tab", "") > 0);
    }
}
