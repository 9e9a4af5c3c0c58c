package dev.stratoscope.app.image;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.Finding.Severity;

import java.util.List;

/**
 * How many findings there are of the worst kind among them.
 *
 * @param worst the worst severity
 * @param count how many of that severity; 0 when there are no findings at all
 */
record FindingTally(Severity worst, int count) {
    /** Nothing is wrong, or nothing is known yet. */
    static final FindingTally NONE = new FindingTally(Severity.INFO, 0);

    static FindingTally of(List<Finding> findings) {
        for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.INFO}) {
            int count = (int) findings.stream().filter(f -> f.severity() == severity).count();
            if (count > 0) {
                return new FindingTally(severity, count);
            }
        }
        return NONE;
    }

    /** Whether it is worth a mark that is seen everywhere in the tab. */
    boolean isBad() {
        return count > 0 && worst != Severity.INFO;
    }

    /** {@code 2 errors}, {@code 1 warning}, {@code 3 notes}. */
    String words() {
        return count + " " + word(worst) + (count == 1 ? "" : "s");
    }

    /** The style class that colours it. */
    String style() {
        return style(worst);
    }

    static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "danger";
            case WARNING -> "warning";
            case INFO -> "plain";
        };
    }
}
