package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.Refusals;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Fuzz target: a text is a Dockerfile or is refused with a place in it; what is read stands where
 * it says, in its order; its variables are expanded or refused; and every fix can be made.
 */
public final class DockerfileFuzz {
    private static final String NAME = "Dockerfile";

    private DockerfileFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Dockerfile file = Dockerfile.parse(NAME, text);
            if (!file.equals(Dockerfile.parse(NAME, text))) {
                throw new AssertionError("read twice it is another");
            }
            look(file, new SourceText(NAME, text));
        } catch (DockerfileException e) {
            refused(e, text);
        }
    }

    private static void refused(DockerfileException e, String text) {
        Refusals.check(e);
        // The end of the text is the line after the last.
        long lines = text.lines().count() + 1;
        if (e.range().startLine() < 1 || e.range().startLine() > Math.max(1, lines)) {
            throw new AssertionError("there is no line " + e.range() + " of " + lines, e);
        }
    }

    private static void look(Dockerfile file, SourceText text) throws DockerfileException {
        int line = 0;
        for (Stage stage : file.stages()) {
            line = inOrder(stage.from(), line, text);
            for (Instruction one : stage.instructions()) {
                line = inOrder(one, line, text);
                expand(file, one);
            }
        }
        for (Finding finding : file.findings()) {
            inside(finding.range(), text);
            if (finding.fix() != null) {
                inside(finding.fix().range(), text);
            }
        }
    }

    private static int inOrder(Instruction one, int after, SourceText text) {
        inside(one.range(), text);
        if (one.range().startLine() <= after) {
            throw new AssertionError(one + " comes after line " + after);
        }
        return one.range().endLine();
    }

    private static void inside(SourceRange range, SourceText text) {
        boolean ordered =
                range.startLine() < range.endLine()
                        || (range.startLine() == range.endLine()
                                && range.startColumn() <= range.endColumn());
        if (!ordered
                || range.startLine() < 1
                || range.startColumn() < 1
                || range.endLine() > text.size() + 1
                || (range.startLine() <= text.size()
                        && range.startColumn() > text.line(range.startLine()).length() + 1)) {
            throw new AssertionError(range + " is not in the text");
        }
    }

    private static void expand(Dockerfile file, Instruction one) {
        for (String value : List.of("", "a b", "$A")) {
            try {
                Instruction expanded =
                        new Expansions(NAME, file.escape(), name -> name.equals("A") ? value : null)
                                .expand(one);
                if (!expanded.range().equals(one.range())) {
                    throw new AssertionError(one + " is elsewhere");
                }
            } catch (DockerfileException e) {
                refused(e, file.text());
            }
        }
    }
}
