package dev.stratoscope.app.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers of bytes as docker writes them and as a window shows them. */
public final class HumanSize {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    private static final double STEP = 1000;

    private HumanSize() {}

    /**
     * Docker's SIZE: three significant digits and the unit, without a space: {@code 92.6MB}, {@code
     * 0B}. As in docker, 999.6 MB is {@code 1e+03MB}.
     */
    public static String docker(long bytes) {
        return bytes >= 0 && bytes < STEP ? bytes + "B" : docker((double) bytes, 3);
    }

    /**
     * Docker's way with another precision.
     *
     * @param digits significant digits, at least 1
     */
    public static String docker(double bytes, int digits) {
        double left = bytes;
        int unit = 0;
        while (left >= STEP && unit < UNITS.length - 1) {
            left /= STEP;
            unit++;
        }
        return general(left, digits) + UNITS[unit];
    }

    /**
     * For a window: three significant digits, a space and the unit, never an exponent: {@code 92.6
     * MB}, {@code 1.00 GB}.
     */
    public static String spaced(long bytes) {
        if (Math.abs(bytes) < STEP) {
            return bytes + " B";
        }
        BigDecimal left = rounded(BigDecimal.valueOf(bytes));
        int unit = 0;
        while (left.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
            left = left.movePointLeft(3);
            unit++;
        }
        int whole = left.precision() - left.scale();
        return left.setScale(Math.max(0, 3 - whole)).toPlainString() + " " + UNITS[unit];
    }

    /** Every digit, in groups of three: {@code 1,985,472 bytes}. */
    public static String exact(long bytes) {
        return grouped(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    /** A count with its digits in groups of three: {@code 101,011}. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * Go's {@code %.<digits>g}: trailing zeros left out, an exponent when the number has more
     * digits before the point.
     */
    private static String general(double value, int digits) {
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal bare = rounded.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return bare.toPlainString();
        }
        String mantissa = bare.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        int size = Math.abs(exponent);
        return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.round(new MathContext(3, RoundingMode.HALF_EVEN));
    }
}
