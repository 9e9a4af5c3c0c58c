package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.image.Printable;

import java.io.IOException;

/** A text is no Dockerfile, or an instruction of it cannot be what it says. */
public final class DockerfileException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient SourceRange range;
    private final String reason;
    private final String line;

    /**
     * What is wrong.
     *
     * @param file what the text is called
     * @param range where
     * @param reason what is wrong and what was expected; escaped, so that it is one line
     * @param line the first line of the range as it is written
     */
    public DockerfileException(String file, SourceRange range, String reason, String line) {
        super(
                "%s:%d:%d: %s"
                        .formatted(
                                Printable.of(file),
                                range.startLine(),
                                range.startColumn(),
                                Printable.of(reason)));
        this.file = file;
        this.range = range;
        this.reason = Printable.of(reason);
        this.line = line;
    }

    /** What the text is called. */
    public String file() {
        return file;
    }

    /** Where. */
    public SourceRange range() {
        return range;
    }

    /** What is wrong and what was expected, without the place. */
    public String reason() {
        return reason;
    }

    /** The first line of the range as it is written. */
    public String line() {
        return line;
    }
}
