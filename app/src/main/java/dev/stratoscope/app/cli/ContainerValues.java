package dev.stratoscope.app.cli;

import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.PublishedPort;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is said of containers on the command line, in docker's forms. */
final class ContainerValues {
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,15})([bkmgt]?)b?");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:(?:(\\[[^\\]]+\\]|[^:]+):)?([0-9]*):)?([0-9]+)(?:/tcp)?");
    private static final String EVERYWHERE = "0.0.0.0";
    private static final int MOST_PORT = 65_535;

    private ContainerValues() {}

    static NetworkMode network(String text) {
        return switch (text) {
            case "own", "bridge", "default" -> NetworkMode.OWN;
            case "host" -> NetworkMode.HOST;
            case "none" -> NetworkMode.NONE;
            default -> throw new TypeConversionException("'" + text + "' is not own, host or none");
        };
    }

    /** A number of bytes with docker's units, of 1,024 each. */
    static long bytes(String text) {
        Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a size such as 512m");
        }
        int power = "bkmgt".indexOf(matcher.group(2).isEmpty() ? "b" : matcher.group(2));
        long number = Long.parseLong(matcher.group(1));
        try {
            return Math.multiplyExact(number, 1L << (10 * power));
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is too large a size");
        }
    }

    static double cpus(String text) {
        try {
            double cpus = Double.parseDouble(text);
            if (cpus >= 0 && cpus < 1e6) {
                return cpus;
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative number.
        }
        throw new TypeConversionException("'" + text + "' is not a number of processors");
    }

    /** {@code [[IP:][PORT]:]PORT[/tcp]}; without a port of this machine any that is free. */
    static PublishedPort port(String text) {
        Matcher matcher = PUBLISHED.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not [[IP:]PORT:]PORT; only TCP can be published");
        }
        String address = matcher.group(1);
        String host = matcher.group(2);
        return new PublishedPort(
                address == null ? EVERYWHERE : address,
                host == null || host.isEmpty() ? 0 : number(host),
                number(matcher.group(3)));
    }

    private static int number(String port) {
        int number = port.length() > 5 ? MOST_PORT + 1 : Integer.parseInt(port);
        if (number < 1 || number > MOST_PORT) {
            throw new TypeConversionException("'" + port + "' is not a port, 1 to 65535");
        }
        return number;
    }

    /** {@code SOURCE:TARGET[:ro]}. */
    static BindMount volume(String text) {
        String[] parts = text.split(":", -1);
        boolean known = parts.length == 2 || (parts.length == 3 && isOption(parts[2]));
        if (!known || parts[0].isEmpty() || !parts[1].startsWith("/")) {
            throw new TypeConversionException(
                    "'" + text + "' is not DIR:DIR[:ro], the second in the container");
        }
        if (parts[0].indexOf('/') < 0 && !parts[0].startsWith(".")) {
            throw new TypeConversionException(
                    "'" + text + "' asks for a named volume; only files and folders are mounted");
        }
        String source = Path.of(parts[0]).toAbsolutePath().normalize().toString();
        return new BindMount(
                source,
                parts[1],
                parts.length == 3 && List.of(parts[2].split(",", -1)).contains("ro"));
    }

    private static boolean isOption(String text) {
        return List.of("ro", "rw", "z", "Z", "ro,z", "ro,Z", "rw,z", "rw,Z").contains(text);
    }

    /**
     * What {@code --mount} says.
     *
     * @param bind null for a folder in memory
     */
    record Mount(@Nullable BindMount bind, String target) {}

    /** {@code type=bind,source=DIR,target=DIR[,readonly]} or {@code type=tmpfs,target=DIR}. */
    static Mount mount(String text) {
        String type = "";
        String source = "";
        String target = "";
        boolean readOnly = false;
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String value = equals < 0 ? "true" : part.substring(equals + 1);
            switch (equals < 0 ? part : part.substring(0, equals)) {
                case "type" -> type = value;
                case "source", "src" -> source = value;
                case "target", "dst", "destination" -> target = value;
                case "readonly", "ro" -> readOnly = value.equals("true") || value.equals("1");
                default -> throw mountRefused(text);
            }
        }
        if (!target.startsWith("/")) {
            throw mountRefused(text);
        }
        if (type.equals("tmpfs") && source.isEmpty()) {
            return new Mount(null, target);
        }
        if (!type.equals("bind") || source.isEmpty()) {
            throw mountRefused(text);
        }
        String absolute = Path.of(source).toAbsolutePath().normalize().toString();
        return new Mount(new BindMount(absolute, target, readOnly), target);
    }

    private static TypeConversionException mountRefused(String text) {
        return new TypeConversionException(
                "'" + text + "' is not type=bind,source=DIR,target=DIR or type=tmpfs,target=DIR");
    }
}
