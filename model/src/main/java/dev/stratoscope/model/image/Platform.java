package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What an image runs on (image-spec, image-index.md, "platform").
 *
 * @param os for example {@code linux}
 * @param architecture for example {@code amd64}
 * @param variant the CPU's variant, for example {@code v7}; null where there is none
 */
public record Platform(String os, String architecture, @Nullable String variant) {

    /**
     * Reads {@code os/arch[/variant]}.
     *
     * @throws IllegalArgumentException when there are not two or three non-empty parts
     */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        for (String part : parts) {
            if (part.isBlank() || parts.length < 2 || parts.length > 3) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a platform: write os/arch or os/arch/variant");
            }
        }
        return new Platform(
                parts[0].toLowerCase(Locale.ROOT),
                architecture(parts[1].toLowerCase(Locale.ROOT)),
                parts.length == 3 ? parts[2].toLowerCase(Locale.ROOT) : null);
    }

    /** The platform of this machine, in the standard's words; containers are Linux's. */
    public static Platform local() {
        return new Platform(
                "linux",
                architecture(System.getProperty("os.arch", "amd64").toLowerCase(Locale.ROOT)),
                null);
    }

    /** Whether an image for {@code other} serves a request for this platform. */
    public boolean accepts(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && (variant == null || variant.equals(other.variant));
    }

    private static String architecture(String name) {
        return switch (name) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386", "i486", "i586", "i686", "x86" -> "386";
            default -> name;
        };
    }

    /** {@code os/arch[/variant]}. */
    @Override
    public String toString() {
        return os + "/" + architecture + (variant == null ? "" : "/" + variant);
    }
}
