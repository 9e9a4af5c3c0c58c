package dev.stratoscope.app.view.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fitting of text into a width. Pure: the width of a text is asked of a function.
 *
 * <p>Commands are full of long words, so a word that is wider than a line is broken, after
 * punctuation if that leaves a reasonable piece.
 */
final class Words {
    private static final String ELLIPSIS = "…";
    private static final String BREAKS = "/=:-,&|;?";

    private Words() {}

    /** Cuts a text with an ellipsis so that it is at most {@code width} wide; may become empty. */
    static String fit(String text, double width, ToDoubleFunction<String> measure) {
        if (measure.applyAsDouble(text) <= width) {
            return text;
        }
        int most = longest(text, width - measure.applyAsDouble(ELLIPSIS), measure);
        return most == 0 ? "" : text.substring(0, most).stripTrailing() + ELLIPSIS;
    }

    /**
     * Cuts folders from the front of a path, as many as needed; its last name ends in an ellipsis
     * where even that is too wide.
     */
    static String fitPath(String path, double width, ToDoubleFunction<String> measure) {
        String shown = path;
        int slash = path.indexOf('/');
        while (slash >= 0 && measure.applyAsDouble(shown) > width) {
            shown = ELLIPSIS + path.substring(slash);
            slash = path.indexOf('/', slash + 1);
        }
        boolean alone = measure.applyAsDouble(shown) > width;
        return alone ? fit(path.substring(path.lastIndexOf('/') + 1), width, measure) : shown;
    }

    /** Breaks a text into at most {@code most} lines; the last ends in an ellipsis if more came. */
    static List<String> wrap(
            String text, double width, int most, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty() && lines.size() < most) {
            int cut = measure.applyAsDouble(rest) <= width ? rest.length() : 0;
            if (cut == 0 && lines.size() == most - 1) {
                lines.add(fit(rest, width, measure));
                break;
            }
            if (cut == 0) {
                cut = breakAt(rest, longest(rest, width, measure));
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        return lines;
    }

    private static int breakAt(String text, int most) {
        int fits = Math.max(1, most);
        int space = text.lastIndexOf(' ', fits);
        int mark = fits;
        while (mark > 0 && BREAKS.indexOf(text.charAt(mark - 1)) < 0) {
            mark--;
        }
        if (space > 0 && (space >= mark || space * 2 > fits)) {
            return space;
        }
        return mark * 2 > fits ? mark : fits;
    }

    private static int longest(String text, double width, ToDoubleFunction<String> measure) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measure.applyAsDouble(text.substring(0, middle)) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
