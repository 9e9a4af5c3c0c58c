package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The layer stack of an image, bottom first, as a table or as JSON. Reads every layer. */
public final class LayersListing {
    private static final int INSTRUCTION_COLUMNS = 60;

    private final OpenImage image;
    private final Progress progress;

    /**
     * The listing of one image; nothing is read yet.
     *
     * @param progress advanced by the stored bytes of the layers that have to be read
     */
    public LayersListing(OpenImage image, Progress progress) {
        this.image = image;
        this.progress = progress;
    }

    /**
     * Writes the listing.
     *
     * @param json one array of objects instead of a table
     * @throws IOException when a layer cannot be read or {@code out} takes no more
     */
    public void write(OutputStream out, boolean json) throws IOException {
        List<Row> rows = rows();
        if (json) {
            writeJson(rows, out);
        } else {
            out.write(table(rows).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Row(
            LayerFacts facts, MediaType type, ChangeCounts counts, @Nullable History step) {
        String createdBy() {
            return step == null ? "" : step.createdBy();
        }

        @Nullable Instant created() {
            return step == null ? null : step.created();
        }
    }

    private List<Row> rows() throws IOException {
        List<LayerFacts> layers = image.layers(progress);
        List<History> steps =
                image.image().config().history().stream().filter(s -> !s.emptyLayer()).toList();
        List<ChangeCounts> counts = image.changeCounts(progress);
        List<Row> rows = new ArrayList<>();
        for (LayerFacts layer : layers) {
            int number = layer.number();
            boolean counted = number < counts.size();
            rows.add(
                    new Row(
                            layer,
                            mediaType(layer),
                            counted ? counts.get(number) : image.changes(number, progress).counts(),
                            number < steps.size() ? steps.get(number) : null));
        }
        return rows;
    }

    /** What the manifest calls it, where there is one that does; else what the bytes are. */
    private MediaType mediaType(LayerFacts layer) {
        Descriptor claimed = image.image().layers().get(layer.number()).descriptor();
        return claimed == null || claimed.mediaType().value().isEmpty()
                ? layer.blob().mediaType()
                : claimed.mediaType();
    }

    private static void writeJson(List<Row> rows, OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, false);
        out.writeStartArray();
        for (Row row : rows) {
            LayerFacts layer = row.facts();
            out.writeStartObject();
            out.writeNumberField("index", layer.number());
            out.writeStringField("digest", layer.blob().digest().toString());
            out.writeStringField("diffId", layer.diffId().toString());
            out.writeStringField("chainId", layer.chainId().toString());
            out.writeStringField("mediaType", row.type().value());
            out.writeNumberField("compressedSize", layer.blob().size());
            out.writeNumberField("size", layer.tarSize());
            out.writeNumberField("contentSize", layer.contentSize());
            out.writeNumberField("entries", layer.entries());
            out.writeNumberField("added", row.counts().added());
            out.writeNumberField("modified", row.counts().modified());
            out.writeNumberField("metadataOnly", row.counts().metadataOnly());
            out.writeNumberField("deleted", row.counts().deleted());
            out.writeStringField("createdBy", row.createdBy());
            Instant created = row.created();
            out.writeStringField("created", created == null ? null : created.toString());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private static String table(List<Row> rows) {
        TextTable table =
                new TextTable(
                        "LAYER",
                        "DIGEST",
                        "STORED",
                        "SIZE",
                        "ENTRIES",
                        "ADDED",
                        "MODIFIED",
                        "METADATA",
                        "DELETED",
                        "CREATED BY");
        for (int column = 2; column <= 8; column++) {
            table.alignRight(column);
        }
        for (Row row : rows) {
            LayerFacts layer = row.facts();
            String by = Instruction.of(row.createdBy(), layer.number()).toString();
            table.row(
                    Integer.toString(layer.number()),
                    layer.blob().digest().shortHex(),
                    HumanSize.docker(layer.blob().size()),
                    HumanSize.docker(layer.contentSize()),
                    HumanSize.grouped(layer.entries()),
                    HumanSize.grouped(row.counts().added()),
                    HumanSize.grouped(row.counts().modified()),
                    HumanSize.grouped(row.counts().metadataOnly()),
                    HumanSize.grouped(row.counts().deleted()),
                    DisplayWidth.truncate(
                            Escapes.text(by.replace('\t', ' ')), INSTRUCTION_COLUMNS));
        }
        return table.toString();
    }
}
