package dev.stratoscope.model.image;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The form that a JSON value must have; shapes are put together from smaller ones. */
@FunctionalInterface
interface Shape {
    /** How much of a stranger's text a message shows. */
    int MOST_QUOTED = 60;

    /**
     * Tells what is wrong with a value.
     *
     * @param place where in the document it stands, such as {@code layers[2].size}; empty for the
     *     document itself
     */
    void check(JsonNode value, String place, Breaches breaches);

    /** Hears of what is wrong. */
    @FunctionalInterface
    interface Breaches {
        void add(String place, String reason);
    }

    /**
     * A field of an object.
     *
     * @param required whether it must be there; where it need not be, null is as good as absent
     *     (image-spec, config.md, "Properties")
     */
    record Field(String name, boolean required, Shape shape) {}

    static Field required(String name, Shape shape) {
        return new Field(name, true, shape);
    }

    static Field optional(String name, Shape shape) {
        return new Field(name, false, shape);
    }

    /** An object with at least these fields; what else it has does not matter. */
    static Shape object(Field... fields) {
        List<Field> all = List.of(fields);
        return (value, place, breaches) -> {
            if (!value.isObject()) {
                breaches.add(place, "is not an object");
                return;
            }
            for (Field field : all) {
                JsonNode own = value.get(field.name());
                String at = place.isEmpty() ? field.name() : place + "." + field.name();
                if (own != null && (field.required() || !own.isNull())) {
                    field.shape().check(own, at, breaches);
                } else if (field.required()) {
                    breaches.add(at, "is missing");
                }
            }
        };
    }

    /** An object whose fields, whatever their names, are all of one shape. */
    static Shape map(Shape values) {
        return (value, place, breaches) -> {
            if (!value.isObject()) {
                breaches.add(place, "is not an object");
                return;
            }
            value.properties()
                    .forEach(
                            one ->
                                    values.check(
                                            one.getValue(),
                                            place + "[" + quote(one.getKey()) + "]",
                                            breaches));
        };
    }

    /** A list of values of one shape. */
    static Shape list(Shape items) {
        return (value, place, breaches) -> {
            if (!value.isArray()) {
                breaches.add(place, "is not a list");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                items.check(value.get(i), place + "[" + i + "]", breaches);
            }
        };
    }

    /** Any text. */
    static Shape text() {
        return text("text", any -> true);
    }

    /** Text that matches a pattern as a whole. */
    static Shape text(String what, Pattern pattern) {
        return text(what, text -> pattern.matcher(text).matches());
    }

    /** One of some words. */
    static Shape word(String... words) {
        Set<String> all = new HashSet<>(List.of(words));
        return text(String.join(" or ", words), all::contains);
    }

    /** Text that passes a test. */
    static Shape text(String what, Predicate<String> test) {
        return (value, place, breaches) -> {
            if (!value.isTextual()) {
                breaches.add(place, "is not text");
            } else if (!test.test(value.asText())) {
                breaches.add(place, quote(value.asText()) + " is not " + what);
            }
        };
    }

    /** A moment (RFC 3339). */
    static Shape time() {
        return text(
                "a time",
                text -> {
                    try {
                        OffsetDateTime.parse(text);
                        return true;
                    } catch (DateTimeParseException e) {
                        return false;
                    }
                });
    }

    /** An absolute URI (RFC 3986). */
    static Shape uri() {
        return text(
                "a URI",
                text -> {
                    try {
                        return new URI(text).isAbsolute();
                    } catch (URISyntaxException e) {
                        return false;
                    }
                });
    }

    /** A whole number. */
    static Shape number(long least, long most) {
        return (value, place, breaches) -> {
            boolean whole = value.isIntegralNumber() && value.canConvertToLong();
            if (!whole || value.asLong() < least || value.asLong() > most) {
                breaches.add(
                        place,
                        least == most
                                ? "is not " + least
                                : "is not a whole number from " + least + " to " + most);
            }
        };
    }

    /** True or false. */
    static Shape flag() {
        return (value, place, breaches) -> {
            if (!value.isBoolean()) {
                breaches.add(place, "is neither true nor false");
            }
        };
    }

    private static String quote(String text) {
        return "\""
                + (text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "..." : text)
                + "\"";
    }
}
