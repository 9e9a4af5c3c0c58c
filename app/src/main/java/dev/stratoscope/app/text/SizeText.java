package dev.stratoscope.app.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people type them. */
public final class SizeText {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,18}(?:[.,][0-9]{1,9})?)\\s*([kmgtpe]?)(i?)b?(?:ytes?)?");
    private static final String UNITS = " kmgtpe";

    private SizeText() {}

    /**
     * The number of bytes of {@code 0}, {@code 10k}, {@code 1.5 MB} or {@code 2MiB}: steps of 1000,
     * or of 1024 with an {@code i}, in either case, with a point or a comma. A fraction of a byte
     * is left out.
     *
     * @return empty when the text is no such number, or more than a file can have
     */
    public static OptionalLong parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || (form.group(2).isEmpty() && !form.group(3).isEmpty())) {
            return OptionalLong.empty();
        }
        int power = form.group(2).isEmpty() ? 0 : UNITS.indexOf(form.group(2));
        BigDecimal step = BigDecimal.valueOf(form.group(3).isEmpty() ? 1000 : 1024);
        BigDecimal bytes =
                new BigDecimal(form.group(1).replace(',', '.')).multiply(step.pow(power));
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0
                ? OptionalLong.empty()
                : OptionalLong.of(bytes.longValue());
    }
}
