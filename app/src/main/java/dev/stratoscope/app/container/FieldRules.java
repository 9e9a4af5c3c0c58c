package dev.stratoscope.app.container;

import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.PublishedPort;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in the fields about a container. A rule says what is wrong in one sentence, or
 * null; what is read throws {@link IllegalArgumentException} with the same sentence.
 */
final class FieldRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");
    private static final Pattern HOST =
            Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9.-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern SIZE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([kmgt]?)i?b?", Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65_535;
    private static final long LEAST_MEMORY = 6L << 20;
    private static final double MOST_MEMORY = 1L << 60;

    private FieldRules() {}

    /** A container's name, as docker has it; empty is fine. */
    static @Nullable String name(String text) {
        if (text.isEmpty() || NAME.matcher(text).matches()) {
            return null;
        }
        return "A name has letters, digits, _ . and - only, and begins with a letter or digit.";
    }

    /** A host's name; empty is fine. */
    static @Nullable String hostname(String text) {
        if (text.isEmpty() || HOST.matcher(text).matches()) {
            return null;
        }
        return "A host name has letters, digits, . and - only, at most 63 of them.";
    }

    /** A line of words; empty is fine. */
    static @Nullable String command(String text) {
        try {
            CommandText.words(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage() + ".";
        }
    }

    /** A path in the container; empty is fine. */
    static @Nullable String path(String text) {
        return text.isEmpty() || text.startsWith("/")
                ? null
                : "A path in the container begins with /.";
    }

    /** A variable, or the name of one of this program's. */
    static @Nullable String variable(String text) {
        return text.startsWith("=") ? "A variable is NAME=value; the name is missing." : null;
    }

    /** {@code [[address:]port:]port}, as docker has it. */
    static PublishedPort port(String text) {
        String plain = text.strip();
        String rest = plain.endsWith("/tcp") ? plain.substring(0, plain.length() - 4) : plain;
        if (rest.endsWith("/udp")) {
            throw new IllegalArgumentException("Only TCP ports can be published.");
        }
        int last = rest.lastIndexOf(':');
        int inside = number(rest.substring(last + 1), 1);
        if (last < 0) {
            return new PublishedPort("127.0.0.1", 0, inside);
        }
        String front = rest.substring(0, last);
        int colon = front.lastIndexOf(':');
        String address = colon < 0 ? "127.0.0.1" : front.substring(0, colon);
        String host = front.substring(colon + 1);
        return new PublishedPort(
                address.replaceAll("^\\[|\\]$", ""), host.isEmpty() ? 0 : number(host, 0), inside);
    }

    private static int number(String text, int least) {
        try {
            int port = Integer.parseInt(text);
            if (port >= least && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, as one that is too large is.
        }
        throw new IllegalArgumentException(
                "A port is written 8080:80, this machine’s before the container’s, each up to"
                        + " 65535.");
    }

    /** {@code /here:/there[:ro]}. */
    static BindMount mount(String text) {
        String plain = text.strip();
        boolean readOnly = plain.endsWith(":ro");
        String pair =
                readOnly || plain.endsWith(":rw") ? plain.substring(0, plain.length() - 3) : plain;
        int colon = pair.lastIndexOf(':');
        if (colon < 1 || !pair.substring(colon + 1).startsWith("/")) {
            throw new IllegalArgumentException(
                    "A folder is written /here:/in/the/container, with :ro for read only.");
        }
        return new BindMount(pair.substring(0, colon), pair.substring(colon + 1), readOnly);
    }

    /** Bytes with docker's units, which are powers of two; 0 for an empty text. */
    static long memory(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        Matcher matcher = SIZE.matcher(plain);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Memory is written 512m or 2g.");
        }
        int power = "kmgt".indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        boolean unit = !matcher.group(2).isEmpty();
        double bytes = Double.parseDouble(matcher.group(1)) * (unit ? 1L << (10 * (power + 1)) : 1);
        if (bytes < LEAST_MEMORY || bytes > MOST_MEMORY) {
            throw new IllegalArgumentException("No program runs in less than 6m of memory.");
        }
        return (long) bytes;
    }

    /** A number of processors, parts too; 0 for an empty text. */
    static double processors(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        try {
            double cpus = Double.parseDouble(plain);
            if (cpus >= 0.01 && cpus <= 10_000) {
                return cpus;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("Processors are a number such as 1.5.");
    }

    /** How many processes; 0 for an empty text. */
    static long processes(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        try {
            long pids = Long.parseLong(plain);
            if (pids > 0) {
                return pids;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("Processes are a whole number such as 100.");
    }
}
