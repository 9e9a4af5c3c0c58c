package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerState;
import dev.stratoscope.model.runtime.PublishedPort;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Containers as {@code docker ps} prints them, the newest first. */
final class ContainerListing {
    private static final int COMMAND_COLUMNS = 20;
    private static final int SHORT = 12;

    private final List<Row> rows = new ArrayList<>();
    private final Clock clock;
    private final boolean whole;

    private record Row(
            Container container, String name, ContainerState state, List<PublishedPort> ports) {}

    /**
     * A listing.
     *
     * @param all whether those without processes are listed too
     * @param clock what ages are counted from
     * @param whole whether ids and commands are left whole; JSON always has them whole
     */
    ContainerListing(List<Container> containers, boolean all, Clock clock, boolean whole)
            throws IOException {
        this.clock = clock;
        this.whole = whole;
        for (Container container : containers) {
            ContainerState state = container.state();
            if (all || state.isLive()) {
                List<PublishedPort> ports = state.isLive() ? container.ports() : List.of();
                rows.add(new Row(container, container.name(), state, ports));
            }
        }
    }

    void write(Output out, boolean json, boolean quiet) throws IOException {
        if (json) {
            writeJson(out);
        } else if (quiet) {
            for (Row row : rows) {
                out.print(id(row) + "\n");
            }
        } else {
            out.print(table());
        }
    }

    private String table() {
        Instant now = clock.instant();
        TextTable table =
                new TextTable(
                        "CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES");
        for (Row row : rows) {
            String command = Escapes.text(command(row.container()));
            table.row(
                    id(row),
                    Escapes.text(row.container().imageName()),
                    '"' + (whole ? command : DisplayWidth.truncate(command, COMMAND_COLUMNS)) + '"',
                    HumanDuration.ago(row.container().created(), now),
                    status(row.state(), now),
                    ports(row.ports()),
                    row.name());
        }
        return table.toString();
    }

    /** The program and its arguments, those with blanks in quotes as docker has them. */
    private static String command(Container container) {
        List<String> all = container.command();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            boolean quoted = i > 0 && all.get(i).indexOf(' ') >= 0;
            text.append(i == 0 ? "" : " ");
            text.append(quoted ? "'" + all.get(i) + "'" : all.get(i));
        }
        return text.toString();
    }

    /** Docker's STATUS; a damaged record's problem stands in its place. */
    static String status(ContainerState state, Instant now) {
        String problem = state.problem();
        if (problem != null) {
            return Escapes.text("Damaged: " + problem);
        }
        return switch (state.status()) {
            case CREATED -> "Created";
            case RUNNING -> "Up " + span(state.startedAt(), now);
            case PAUSED -> "Up " + span(state.startedAt(), now) + " (Paused)";
            case EXITED ->
                    state.finishedAt() == null
                            ? "Exited (" + code(state) + ")"
                            : "Exited ("
                                    + code(state)
                                    + ") "
                                    + span(state.finishedAt(), now)
                                    + " ago";
        };
    }

    private static String code(ContainerState state) {
        return state.exitCode() < 0 ? "?" : String.valueOf(state.exitCode());
    }

    private static String span(@Nullable Instant from, Instant now) {
        return HumanDuration.of(Duration.between(from == null ? now : from, now));
    }

    private static String ports(List<PublishedPort> ports) {
        return String.join(
                ", ",
                ports.stream()
                        .map(
                                port ->
                                        port.address()
                                                + ":"
                                                + port.hostPort()
                                                + "->"
                                                + port.containerPort()
                                                + "/tcp")
                        .toList());
    }

    private String id(Row row) {
        return whole ? row.container().id() : row.container().id().substring(0, SHORT);
    }

    private void writeJson(Output to) throws IOException {
        JsonGenerator out = JsonText.rows(to, true);
        Instant now = clock.instant();
        out.writeStartArray();
        for (Row row : rows) {
            Container container = row.container();
            ContainerState state = row.state();
            out.writeStartObject();
            out.writeStringField("ID", container.id());
            out.writeStringField("Name", row.name());
            out.writeStringField("Names", row.name());
            out.writeStringField("Image", container.imageName());
            out.writeStringField("ImageID", container.imageId().toString());
            out.writeStringField("Command", command(container));
            out.writeStringField("State", state.status().name().toLowerCase(Locale.ROOT));
            out.writeStringField("Status", status(state, now));
            if (state.exitCode() >= 0) {
                out.writeNumberField("ExitCode", state.exitCode());
            } else {
                out.writeNullField("ExitCode");
            }
            out.writeStringField("Created", container.created().toString());
            out.writeStringField("RunningFor", HumanDuration.ago(container.created(), now));
            out.writeNumberField("Pid", state.pid());
            out.writeArrayFieldStart("Ports");
            for (PublishedPort port : row.ports()) {
                out.writeStartObject();
                out.writeStringField("IP", port.address());
                out.writeNumberField("PrivatePort", port.containerPort());
                out.writeNumberField("PublicPort", port.hostPort());
                out.writeStringField("Type", "tcp");
                out.writeEndObject();
            }
            out.writeEndArray();
            String problem = state.problem();
            if (problem != null) {
                out.writeStringField("Problem", problem);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }
}
