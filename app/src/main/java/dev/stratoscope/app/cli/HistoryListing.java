package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.HistoryText;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The history of an image as {@code docker history} prints it, newest step first. */
public final class HistoryListing {
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
            HistoryText text = text(whole);
            String lines = quiet ? text.ids(rows) : text.table(rows);
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, true);
        HistoryText text = text(true);
        out.writeStartArray();
        for (HistoryRow row : rows) {
            out.writeStartObject();
            out.writeStringField("Comment", row.comment());
            out.writeStringField("CreatedAt", text.at(row));
            out.writeStringField("CreatedBy", HistoryText.command(row));
            out.writeStringField("CreatedSince", text.created(row));
            out.writeStringField("ID", text.id(row));
            out.writeStringField("Size", text.size(row));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private HistoryText text(boolean isWhole) {
        return new HistoryText(clock.instant(), clock.getZone(), isWhole, human);
    }
}
