package dev.stratoscope.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Every source file is as google-java-format (AOSP) writes it. {@code mvn test
 * -Dstratoscope.format=write} rewrites those that are not, except where the environment says {@code
 * CI}.
 */
class FormattingTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final boolean WRITE = "write".equals(System.getProperty("stratoscope.format"));

    @Test
    void everySourceIsFormatted() throws IOException {
        if (WRITE) {
            assertNull(System.getenv("CI"), "CI checks the format and changes nothing");
        }
        List<String> different =
                REPOSITORY.sources().parallelStream()
                        .filter(FormattingTest::isDifferent)
                        .map(file -> REPOSITORY.root().relativize(file).toString())
                        .toList();

        if (!WRITE) {
            assertEquals(
                    List.of(),
                    different,
                    "not formatted; mvn test -Dstratoscope.format=write rewrites them");
        }
    }

    /** Whether a file is not formatted; when writing, it is afterwards. */
    private static boolean isDifferent(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = formatter().formatSourceAndFixImports(source);
            if (formatted.equals(source)) {
                return false;
            }
            if (WRITE) {
                Files.writeString(file, formatted);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Formatter formatter() {
        return new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());
    }
}
