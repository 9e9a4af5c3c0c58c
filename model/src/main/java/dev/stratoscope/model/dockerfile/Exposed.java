package dev.stratoscope.model.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports as EXPOSE names them: {@code 80}, {@code 8000-8010/udp}, and with parts of the machine's
 * side, which count for nothing: {@code 127.0.0.1:8080:80}.
 */
final class Exposed {
    private static final Pattern PORT =
            Pattern.compile(
                    "(?:(?:[0-9.]*|\\[[0-9a-fA-F:.]*\\]):)?(?:([0-9]*)(?:-([0-9]+))?:)?"
                            + "([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/([a-zA-Z]+))?");
    private static final int MOST = 65_535;

    private Exposed() {}

    /** The ports of the container, as the config has them: {@code 80/tcp}; empty when wrong. */
    static List<String> ports(String text) {
        Matcher port = PORT.matcher(text);
        if (!port.matches()) {
            return List.of();
        }
        int first = Integer.parseInt(port.group(3));
        int last = port.group(4) == null ? first : Integer.parseInt(port.group(4));
        String protocol = port.group(5) == null ? "tcp" : port.group(5).toLowerCase(Locale.ROOT);
        if (first < 1
                || last < first
                || last > MOST
                || !List.of("tcp", "udp", "sctp").contains(protocol)) {
            return List.of();
        }
        List<String> ports = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            ports.add(number + "/" + protocol);
        }
        return ports;
    }

    /** Whether only the container's side is named, which is all that EXPOSE means. */
    static boolean isPlain(String text) {
        return text.indexOf(':') < 0;
    }
}
