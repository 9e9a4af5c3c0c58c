package dev.stratoscope.app.build;

/** What the image that a step made is called. */
final class StepTitle {
    private StepTitle() {}

    /** {@code COPY, line 4}. */
    static String of(String text, int line) {
        int end = text.indexOf(' ');
        return (end < 0 ? text : text.substring(0, end)) + ", line " + line;
    }
}
