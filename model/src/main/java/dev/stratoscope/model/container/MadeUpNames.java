package dev.stratoscope.model.container;

import java.util.Random;
import java.util.function.Predicate;

/** Names for containers that nobody named: two words of the country and the weather over it. */
final class MadeUpNames {
    private static final String[] FIRST = {
        "amber", "autumn", "bold", "brisk", "bright", "calm", "clear", "cloudy", "cobalt", "copper",
        "crisp", "dewy", "early", "evening", "fair", "fresh", "gentle", "golden", "green", "hazel",
        "hidden", "high", "ivory", "jade", "kind", "late", "light", "lively", "lucid", "mellow",
        "merry", "mild", "misty", "morning", "mossy", "noble", "northern", "olive", "open",
                "pearly",
        "placid", "plain", "quiet", "rapid", "rosy", "rustic", "sandy", "serene", "silver", "slow",
        "snowy", "solid", "southern", "spring", "steady", "still", "sunny", "swift", "tidy",
                "tranquil",
        "velvet", "warm", "windy", "winter",
    };

    private static final String[] SECOND = {
        "arbor", "basalt", "bay", "beacon", "birch", "bluff", "breeze", "brook", "canyon", "cape",
        "cedar", "cliff", "cove", "creek", "delta", "dune", "fern", "field", "fjord", "forest",
        "garden", "geyser", "glade", "glen", "granite", "grove", "harbor", "haven", "heath", "hill",
        "hollow", "inlet", "island", "lagoon", "lake", "larch", "ledge", "marble", "marsh",
                "meadow",
        "mesa", "moor", "orchard", "pebble", "pine", "plateau", "pond", "quarry", "rapids", "reef",
        "ridge", "river", "shale", "shore", "slate", "spruce", "stream", "summit", "terrace",
                "tundra",
        "valley", "vista", "willow", "woodland",
    };

    private static final int TRIES = 20;

    private MadeUpNames() {}

    /** A name that is not taken. */
    static String next(Random random, Predicate<String> taken) {
        for (int i = 0; ; i++) {
            String name =
                    FIRST[random.nextInt(FIRST.length)]
                            + "-"
                            + SECOND[random.nextInt(SECOND.length)]
                            + (i < TRIES ? "" : "-" + (i - TRIES + 2));
            if (!taken.test(name)) {
                return name;
            }
        }
    }
}
