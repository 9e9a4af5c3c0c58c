package dev.stratoscope.model.dockerfile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.image.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checks against the bad and good examples that BuildKit documents each with. */
class CheckDocumentsTest {
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "(❌ Bad|✅ Good)[^`]*(?:`[^`]*`[^`]*)*?```dockerfile[^\n]*\n(.*?)```",
                    Pattern.DOTALL);

    @Test
    void findTheBadExamplesAndNotTheGoodOnes() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (Path document : SharedCases.files("moby__buildkit/linter/docs")) {
            String rule = document.getFileName().toString().replace(".md", "");
            // This one needs a context.
            if (rule.startsWith("_") || rule.equals("CopyIgnoredFile")) {
                continue;
            }
            Matcher example = EXAMPLE.matcher(Files.readString(document));
            while (example.find()) {
                boolean bad = example.group(1).startsWith("❌");
                String text =
                        "# check=experimental=all\n"
                                + example.group(2).replaceAll("(?m)^\\.\\.\\.$", "");
                checks.add(
                        () ->
                                assertEquals(
                                        bad,
                                        found(text).contains(rule),
                                        rule + " in\n" + text + found(text)));
            }
        }
        assertAll(checks);
        assertEquals(56, checks.size());
    }

    private static List<String> found(String text) throws DockerfileException {
        boolean whole = text.lines().anyMatch(line -> line.matches("(?i)from .*"));
        return Dockerfile.parse(
                        "Dockerfile",
                        whole ? text : "FROM scratch\n" + text,
                        from ->
                                base(
                                        from.image().startsWith("python")
                                                ? Set.of("PATH", "PYTHON_VERSION")
                                                : Set.of("PATH")))
                .findings()
                .stream()
                .map(Finding::rule)
                .toList();
    }

    private static BaseImage base(Set<String> variables) {
        Platform linux = new Platform("linux", "amd64", null);
        return new BaseImage(variables, linux, linux);
    }
}
