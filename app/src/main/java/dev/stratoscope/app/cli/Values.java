package dev.stratoscope.app.cli;

import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SaveFormat;

import picocli.CommandLine.TypeConversionException;

import java.util.Locale;

/** Reads the values of options. */
final class Values {
    private Values() {}

    static int layer(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative number.
        }
        throw new TypeConversionException(
                "'" + text + "' is not a layer's number; the bottom one is 0");
    }

    static Platform platform(String text) {
        try {
            return Platform.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    static WindowOptions.Theme theme(String text) {
        return oneOf(WindowOptions.Theme.class, text, "light, dark or system");
    }

    static Grammar.ProgressMode progress(String text) {
        return oneOf(Grammar.ProgressMode.class, text, "auto, plain, json or none");
    }

    static SaveFormat saveFormat(String text) {
        for (SaveFormat format : SaveFormat.values()) {
            if (format.word().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException(
                "'" + text + "' is not docker-archive, oci-archive or oci");
    }

    static Ignored ignored(String text) {
        Ignored ignored = Ignored.NOTHING;
        for (String word : text.split(",", -1)) {
            ignored =
                    switch (word.strip()) {
                        case "mtime" -> ignored.withTimes(true);
                        case "owner" -> ignored.withOwners(true);
                        case "order" -> ignored.withOrder(true);
                        default ->
                                throw new TypeConversionException(
                                        "'" + word + "' is not mtime, owner or order");
                    };
        }
        return ignored;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text, String choice) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw new TypeConversionException("'" + text + "' is not " + choice);
    }
}
