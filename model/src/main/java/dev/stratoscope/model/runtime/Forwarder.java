package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The process that forwards a container's ports, seen from this program. */
final class Forwarder {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RunFolder folder;

    Forwarder(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param again as of {@link Launchers}
     * @throws PortTakenException when it cannot
     */
    void start(List<String> again, LaunchSpec spec) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(again.isEmpty() ? ownWords() : again);
        words.addAll(List.of(spec.id(), spec.folder().toString()));
        for (PublishedPort port : spec.ports()) {
            words.add(port.address());
            words.add(Integer.toString(port.hostPort()));
            words.add(Integer.toString(port.containerPort()));
        }
        Process process =
                Commands.of(words)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .redirectError(folder.path().resolve("forwarder.log").toFile())
                        .start();
        Files.writeString(folder.forwarder(), Long.toString(process.pid()));
        String answer;
        try (BufferedReader answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            answer = answers.readLine();
        }
        String[] told = answer == null ? new String[] {""} : answer.split(" ", 3);
        if (told[0].equals(PortForwarding.TAKEN)) {
            throw new PortTakenException(spec.ports().get(Integer.parseInt(told[1])), told[2]);
        }
        if (answer == null || !told[0].equals(PortForwarding.READY)) {
            throw new IOException(
                    "ports cannot be forwarded: "
                            + Complaints.last(
                                    String.valueOf(
                                            ProcessFiles.text(
                                                    folder.path().resolve("forwarder.log")))));
        }
        write(spec.ports(), answer.split(" ", -1));
    }

    private void write(List<PublishedPort> ports, String[] told) throws IOException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < ports.size(); i++) {
            all.addObject()
                    .put("address", ports.get(i).address())
                    .put("hostPort", Integer.parseInt(told[i + 1]))
                    .put("containerPort", ports.get(i).containerPort());
        }
        Json.write(folder.ports(), all);
    }

    /** The ports as it listens at them; empty when there is none. */
    List<PublishedPort> ports() throws IOException {
        JsonNode all = Json.read(folder.ports());
        List<PublishedPort> ports = new ArrayList<>();
        for (JsonNode port : all == null ? JsonNodeFactory.instance.arrayNode() : all) {
            ports.add(
                    new PublishedPort(
                            port.path("address").asText(),
                            port.path("hostPort").asInt(),
                            port.path("containerPort").asInt()));
        }
        return ports;
    }

    /** Waits until it has ended, as it does with the container, and makes it end otherwise. */
    void end() throws IOException {
        String number = ProcessFiles.text(folder.forwarder());
        if (number == null || number.isBlank()) {
            return;
        }
        long pid = Long.parseLong(number.strip());
        Duration patience = FirstProcess.read(folder) == null ? Duration.ZERO : PATIENCE;
        if (!Waiting.until(() -> !isThere(pid), patience)) {
            int descriptor = Kernel.openProcess(pid);
            if (descriptor >= 0 && isThere(pid)) {
                Kernel.signal(descriptor, Signals.KILL);
                Kernel.close(descriptor);
            }
        }
    }

    private boolean isThere(long pid) {
        return ProcessFiles.mentions(pid, folder.id());
    }

    /** How this very program is started again, by its own virtual machine. */
    private static List<String> ownWords() {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData"));
        Module own = PortForwarding.class.getModule();
        String main = PortForwarding.class.getName();
        String modules = System.getProperty("jdk.module.path");
        if (own.isNamed()) {
            words.add("--enable-native-access=" + own.getName());
            if (modules != null) {
                words.addAll(List.of("--module-path", modules));
            }
            words.addAll(List.of("--module", own.getName() + "/" + main));
        } else {
            words.add("--enable-native-access=ALL-UNNAMED");
            words.addAll(List.of("--class-path", System.getProperty("java.class.path"), main));
        }
        return words;
    }
}
