package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The history of an image as {@code docker history} prints it, newest step first. */
public final class HistoryListing {
    private static final int COMMAND_COLUMNS = 45;
    private static final String MISSING = "<missing>";

    private final List<HistoryRow> rows;
    private final Clock clock;
    private final boolean whole;
    private final boolean human;

    /**
     * The rows of an image that has a history as docker takes it.
     *
     * @throws ImageFormatException when the history tells of more layers than there are, of which
     *     docker shows nothing either
     */
    static List<HistoryRow> rows(OpenImage image, Progress progress) throws IOException {
        ImageConfig config = image.image().config();
        if (config.toldLayers() > image.layerCount()) {
            throw new ImageFormatException(
                    "history",
                    "tells of "
                            + config.toldLayers()
                            + " layers, the image has "
                            + image.layerCount());
        }
        return image.history(progress);
    }

    /**
     * A listing.
     *
     * @param rows newest first
     * @param clock what ages are counted from, and the zone of times
     * @param whole whether ids and commands are left whole; JSON always has them whole
     * @param human whether ages and rounded sizes are shown instead of times and bytes
     */
    public HistoryListing(List<HistoryRow> rows, Clock clock, boolean whole, boolean human) {
        this.rows = List.copyOf(rows);
        this.clock = clock;
        this.whole = whole;
        this.human = human;
    }

    /**
     * Writes the listing.
     *
     * @param json one array of objects with docker's keys instead of docker's table
     * @param quiet ids only; JSON pays no heed to it
     * @throws IOException when {@code out} takes no more
     */
    public void write(OutputStream out, boolean json, boolean quiet) throws IOException {
        if (json) {
            writeJson(out);
        } else {
            out.write((quiet ? ids() : table()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String ids() {
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> out.append(id(row, whole)).append('\n'));
        return out.toString();
    }

    private String table() {
        String created = human ? "CREATED" : "CREATED AT";
        TextTable table = new TextTable("IMAGE", created, "CREATED BY", "SIZE", "COMMENT");
        Instant now = clock.instant();
        for (HistoryRow row : rows) {
            String command = Escapes.text(command(row));
            table.row(
                    id(row, whole),
                    since(row, now),
                    whole ? command : DisplayWidth.truncate(command, COMMAND_COLUMNS),
                    size(row),
                    Escapes.text(row.comment()));
        }
        return table.toString();
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, true);
        Instant now = clock.instant();
        out.writeStartArray();
        for (HistoryRow row : rows) {
            out.writeStartObject();
            out.writeStringField("Comment", row.comment());
            out.writeStringField("CreatedAt", at(row));
            out.writeStringField("CreatedBy", command(row));
            out.writeStringField("CreatedSince", since(row, now));
            out.writeStringField("ID", id(row, true));
            out.writeStringField("Size", size(row));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private String since(HistoryRow row, Instant now) {
        return human ? HumanDuration.ago(row.created(), now) : at(row);
    }

    /** Whole seconds; a time that is not said counts as 1970, as in docker. */
    private String at(HistoryRow row) {
        Instant created = row.created();
        Instant second = Instant.ofEpochSecond(created == null ? 0 : created.getEpochSecond());
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second.atZone(clock.getZone()));
    }

    private String size(HistoryRow row) {
        return human ? HumanSize.docker(row.size()) : Long.toString(row.size());
    }

    private static String command(HistoryRow row) {
        return row.createdBy().replace('\t', ' ');
    }

    private static String id(HistoryRow row, boolean whole) {
        Digest id = row.id();
        return id == null ? MISSING : whole ? id.toString() : id.shortHex();
    }
}
