package dev.stratoscope.app.window.palette;

import dev.stratoscope.app.text.Ranking;
import dev.stratoscope.app.view.Act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was typed into the palette: which kind of thing is sought, and by which words. Immutable.
 *
 * @param words without the sign for the kind
 */
record Query(Kind kind, String words) {
    /** The most that is shown. */
    static final int MOST = 50;

    /** What is sought. */
    enum Kind {
        ANYTHING,
        COMMANDS,
        FILES,
        IMAGES
    }

    private record Scored(Act act, int score) {}

    /** Reads what was typed: {@code >} seeks commands, {@code /} files, {@code @} images. */
    static Query of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Query(Kind.ANYTHING, "");
        }
        String rest = text.substring(1).strip();
        return switch (text.charAt(0)) {
            case '>' -> new Query(Kind.COMMANDS, rest);
            case '/' -> new Query(Kind.FILES, rest);
            case '@' -> new Query(Kind.IMAGES, rest);
            default -> new Query(Kind.ANYTHING, text);
        };
    }

    /** Whether files are to be looked for. */
    boolean wantsFiles() {
        return kind == Kind.FILES || (kind == Kind.ANYTHING && words.length() > 1);
    }

    /** What fits of all but files, the best first; equals stay in the order they have. */
    List<Act> choose(Finds finds) {
        return switch (kind) {
            case COMMANDS -> best(finds.commands());
            case IMAGES -> best(finds.images());
            case FILES -> List.of();
            case ANYTHING -> {
                List<Act> all = new ArrayList<>(finds.places());
                all.addAll(finds.commands());
                if (!words.isEmpty()) {
                    all.addAll(finds.images());
                }
                yield best(all);
            }
        };
    }

    private List<Act> best(List<Act> acts) {
        return acts.stream()
                .map(act -> new Scored(act, Ranking.score(words, act.name(), act.hint())))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::act)
                .toList();
    }
}
