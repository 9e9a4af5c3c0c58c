package dev.stratoscope.app.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.runtime.LogLine;

import org.junit.jupiter.api.Test;

import java.util.List;

class LogLinesTest {
    private final LogLines lines = new LogLines();

    private static LogLine line(boolean error, String text, boolean whole) {
        return new LogLine(null, error, text, whole);
    }

    private List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    @Test
    void partsOfALineAreJoinedWithinAndAcrossWhatIsAppended() {
        lines.append(
                List.of(
                        line(false, "one ", false),
                        line(false, "two", true),
                        line(false, "th", false)));
        lines.append(List.of(line(false, "re", false), line(false, "e", true)));

        assertEquals(List.of("one two", "three"), texts());
    }

    @Test
    void partOfOneStreamIsNotJoinedToTheOther() {
        lines.append(List.of(line(false, "prompt", false), line(true, "oops", true)));

        assertEquals(List.of("prompt", "oops"), texts());
    }
}
