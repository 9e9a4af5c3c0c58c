package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerStateException;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.NoSuchContainerException;
import dev.stratoscope.model.runtime.Stats;

import java.io.IOException;
import java.util.List;

/** What running containers use at this moment. */
final class StatsListing {
    private static final String UNKNOWN = "--";
    private static final int SHORT = 12;

    private final Containers containers;
    private final Request request;

    StatsListing(Containers containers, Request request) {
        this.containers = containers;
        this.request = request;
    }

    void write() throws IOException {
        String text = request.positional(ContainerGrammar.CONTAINER);
        List<Container> shown = text == null ? containers.list() : List.of(containers.find(text));
        TextTable table =
                new TextTable("CONTAINER ID", "NAME", "CPU TIME", "MEM USAGE / LIMIT", "PIDS");
        JsonGenerator json = JsonText.rows(request.out(), true);
        if (request.json()) {
            json.writeStartArray();
        }
        for (Container container : shown) {
            if (text == null && !container.state().isLive()) {
                continue;
            }
            try {
                Stats stats = container.stats();
                if (request.json()) {
                    write(json, container, stats);
                } else {
                    row(table, container, stats);
                }
            } catch (ContainerStateException | NoSuchContainerException e) {
                if (text != null) {
                    throw e;
                }
            }
        }
        if (request.json()) {
            json.writeEndArray();
            json.writeRaw('\n');
            json.flush();
        } else {
            request.out().print(table.toString());
        }
    }

    private static void row(TextTable table, Container container, Stats stats) throws IOException {
        table.row(
                container.id().substring(0, SHORT),
                container.name(),
                stats.cpuNanos() < 0 ? UNKNOWN : Math.round(stats.cpuNanos() / 1e6) / 1e3 + "s",
                size(stats.memory()) + " / " + size(stats.memoryLimit()),
                stats.pids() < 0 ? UNKNOWN : String.valueOf(stats.pids()));
    }

    private static String size(long bytes) {
        return bytes < 0 ? UNKNOWN : HumanSize.docker(bytes);
    }

    private static void write(JsonGenerator out, Container container, Stats stats)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("ID", container.id());
        out.writeStringField("Name", container.name());
        out.writeStringField("Read", stats.at().toString());
        out.writeNumberField("CPUNanos", stats.cpuNanos());
        out.writeNumberField("MemUsage", stats.memory());
        out.writeNumberField("MemLimit", stats.memoryLimit());
        out.writeNumberField("PIDs", stats.pids());
        out.writeEndObject();
    }
}
