package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of {@code /etc} that tell a container its name and its network. */
final class EtcFiles {
    static final List<String> NAMES = List.of("hostname", "hosts", "resolv.conf");

    private static final String LOOPBACK =
            """
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::0\tip6-localnet
            ff00::0\tip6-mcastprefix
            ff02::1\tip6-allnodes
            ff02::2\tip6-allrouters
            """;
    private static final String NO_SERVERS = "# This container's network leads nowhere.\n";

    private EtcFiles() {}

    /** Writes them afresh into a folder that only this program writes to. */
    static void write(Path folder, LaunchSpec spec) throws IOException {
        boolean shared = spec.network() == NetworkMode.HOST;
        write(folder, "hostname", spec.hostname() + "\n");
        write(
                folder,
                "hosts",
                shared ? machine("hosts") : LOOPBACK + "127.0.0.1\t" + spec.hostname() + "\n");
        write(folder, "resolv.conf", shared ? machine("resolv.conf") : NO_SERVERS);
    }

    private static String machine(String name) {
        String text = ProcessFiles.text(Path.of("/etc", name));
        return text == null ? "" : text;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
