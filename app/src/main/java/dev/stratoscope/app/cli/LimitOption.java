package dev.stratoscope.app.cli;

import dev.stratoscope.model.image.Limits;

import picocli.CommandLine.TypeConversionException;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code --limit NAME=VALUE}. A value is a number, or a size such as {@code 512MB} (of 1,000s)
 * or {@code 2GiB} (of 1,024s).
 *
 * @param name the limit
 * @param value its value
 */
record LimitOption(String name, long value) {
    private static final Pattern SETTING =
            Pattern.compile(
                    "([A-Za-z]+)=([0-9_]{1,30})(?:([KMGT])(I?)B|B)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "KMGT";

    static LimitOption parse(String text) {
        Matcher parts = SETTING.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a limit such as entries=50000000 or expandedBytes=2GiB");
        }
        BigInteger value = new BigInteger("0" + parts.group(2).replace("_", ""));
        if (parts.group(3) != null) {
            boolean binary = !parts.group(4).isEmpty();
            int power = 1 + UNITS.indexOf(parts.group(3).toUpperCase(Locale.ROOT));
            value = value.multiply(BigInteger.valueOf(binary ? 1_024 : 1_000).pow(power));
        }
        LimitOption option =
                new LimitOption(
                        parts.group(1), value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
        option.on(Limits.DEFAULT);
        return option;
    }

    /** The standard limits with these; of two for one limit the last counts. */
    static Limits limits(List<LimitOption> options) {
        Limits limits = Limits.DEFAULT;
        for (LimitOption option : options) {
            limits = option.on(limits);
        }
        return limits;
    }

    private Limits on(Limits limits) {
        try {
            return limits.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
