package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLiteralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "conf conf",
                "^/etc/.*\\.conf$ /etc/",
                "\\.so[.0-9]*$ .so",
                "lib(c|m)-2 lib",
                "ab+cd ab",
                "abc?d ab",
                "abc*?d ab",
                "abc{0,2}d ab",
                "\\dlog\\d log",
                "x[^/]+tail$ tail"
            })
    void whatEveryMatchHoldsIsFound(String regex, String literal) {
        assertEquals(literal, RegexLiteral.of(regex));
    }

    @ParameterizedTest
    @CsvSource({
        "a|b",
        "(?i)conf",
        "\\x41bc",
        "\\Qa+b\\E",
        "[]x]tail",
        "[a[b]]tail",
        "([)]tail)",
        "\\p{L}tail",
        "x(?i)conf",
        "((?i)a)conf",
        ".*",
        "é",
        "[\\]]tail"
    })
    void nothingIsSaidWhereLettersMayMeanSomethingElse(String regex) {
        assertEquals("", RegexLiteral.of(regex));
    }
}
