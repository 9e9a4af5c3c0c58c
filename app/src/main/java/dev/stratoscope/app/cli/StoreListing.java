package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Images of the local store as {@code docker images} prints them: a row for each name. */
final class StoreListing {
    private static final String NONE = "<none>";

    private final List<KeptImage> images;
    private final Clock clock;
    private final boolean whole;
    private final boolean human;

    /**
     * A listing.
     *
     * @param images newest first
     * @param clock what ages are counted from, and the zone of times
     * @param whole whether ids are left whole; JSON always has them whole
     * @param human whether ages and rounded sizes are shown instead of times and bytes
     */
    StoreListing(List<KeptImage> images, Clock clock, boolean whole, boolean human) {
        this.images = List.copyOf(images);
        this.clock = clock;
        this.whole = whole;
        this.human = human;
    }

    /**
     * Writes the listing.
     *
     * @param json one array of objects with docker's keys instead of docker's table
     * @param quiet ids only, each once; JSON pays no heed to it
     */
    void write(OutputStream out, boolean json, boolean quiet) throws IOException {
        if (json) {
            writeJson(out);
        } else {
            out.write((quiet ? ids() : table()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Row(KeptImage image, @Nullable Reference name) {
        String repository() {
            if (name == null) {
                return NONE;
            }
            return new Reference(name.registry(), name.repository(), null, null).familiar();
        }

        String tag() {
            String tag = name == null ? null : name.tag();
            return tag == null ? NONE : tag;
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (KeptImage image : images) {
            image.names().forEach(name -> rows.add(new Row(image, name)));
            if (image.isDangling()) {
                rows.add(new Row(image, null));
            }
        }
        return rows;
    }

    private String ids() {
        Set<String> ids = new LinkedHashSet<>();
        images.forEach(image -> ids.add(id(image, whole)));
        return ids.isEmpty() ? "" : String.join("\n", ids) + "\n";
    }

    private String table() {
        String created = human ? "CREATED" : "CREATED AT";
        TextTable table = new TextTable("REPOSITORY", "TAG", "IMAGE ID", created, "SIZE");
        Instant now = clock.instant();
        for (Row row : rows()) {
            KeptImage image = row.image();
            table.row(
                    row.repository(),
                    row.tag(),
                    id(image, whole),
                    human ? HumanDuration.ago(image.created(), now) : at(image),
                    size(image.size()));
        }
        return table.toString();
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, true);
        Instant now = clock.instant();
        out.writeStartArray();
        for (Row row : rows()) {
            KeptImage image = row.image();
            out.writeStartObject();
            out.writeStringField("CreatedAt", at(image));
            out.writeStringField("CreatedSince", HumanDuration.ago(image.created(), now));
            out.writeStringField("Digest", image.manifest().toString());
            out.writeStringField("ID", id(image, true));
            out.writeStringField("Platform", image.platform().toString());
            out.writeStringField("Repository", row.repository());
            out.writeStringField("SharedSize", size(image.sharedSize()));
            out.writeStringField("Size", size(image.size()));
            out.writeStringField("Tag", row.tag());
            out.writeStringField("UniqueSize", size(image.uniqueSize()));
            out.writeStringField("RemovingFrees", size(image.frees()));
            if (image.problem() != null) {
                out.writeStringField("Problem", image.problem());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private String at(KeptImage image) {
        Instant created = image.created();
        Instant second = Instant.ofEpochSecond(created == null ? 0 : created.getEpochSecond());
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second.atZone(clock.getZone()));
    }

    private String size(long bytes) {
        return human ? HumanSize.docker(bytes) : Long.toString(bytes);
    }

    private static String id(KeptImage image, boolean whole) {
        return whole ? image.id().toString() : image.id().shortHex();
    }
}
