package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a file or folder holds, as a table or as JSON: images, and what is attached to them. */
final class ImagesListing {
    private final List<ListedImage> images;

    ImagesListing(List<ListedImage> images) {
        this.images = images;
    }

    /** Writes the listing. */
    void write(OutputStream out, boolean json) throws IOException {
        if (json) {
            writeJson(out);
        } else {
            out.write(table().getBytes(StandardCharsets.UTF_8));
        }
    }

    private String table() {
        TextTable table = new TextTable("REF", "NAME", "PLATFORM", "KIND", "IMAGE ID", "STORED");
        table.alignRight(5);
        for (ListedImage image : images) {
            add(table, "@" + image.number(), image);
            for (ListedImage attached : image.attached()) {
                add(table, "  " + shortened(attached.selector()), attached);
            }
        }
        return table.toString();
    }

    private static void add(TextTable table, String ref, ListedImage image) {
        Platform platform = image.platform();
        Digest id = image.id();
        String problem = image.problem();
        table.row(
                ref,
                Escapes.text(image.names().isEmpty() ? "-" : String.join(", ", image.names())),
                Escapes.text(platform == null ? "-" : platform.toString()),
                Escapes.text(kind(image) + (image.type().isEmpty() ? "" : " " + image.type())),
                id == null ? "-" : id.shortHex(),
                problem != null
                        ? Escapes.text("(" + problem + ")")
                        : image.storedSize() < 0 ? "-" : HumanSize.docker(image.storedSize()));
    }

    /** Enough of a digest to choose by. */
    private static String shortened(String selector) {
        int end = selector.indexOf(':') + 13;
        return selector.length() > end ? selector.substring(0, end) : selector;
    }

    private static String kind(ListedImage image) {
        return image.kind() == Kind.IMAGE ? "image" : image.kind().name().toLowerCase(Locale.ROOT);
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, false);
        out.writeStartArray();
        for (ListedImage image : images) {
            write(out, image);
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private static void write(JsonGenerator out, ListedImage image) throws IOException {
        out.writeStartObject();
        out.writeNumberField("index", image.number());
        out.writeArrayFieldStart("names");
        for (String name : image.names()) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeStringField("kind", kind(image));
        if (!image.type().isEmpty()) {
            out.writeStringField("artifactType", image.type());
        }
        out.writeStringField("platform", text(image.platform()));
        out.writeStringField("mediaType", image.manifest().mediaType().value());
        out.writeStringField("digest", image.manifest().digest().toString());
        out.writeStringField("imageId", text(image.id()));
        if (image.storedSize() >= 0) {
            out.writeNumberField("compressedSize", image.storedSize());
        }
        if (image.problem() != null) {
            out.writeStringField("problem", image.problem());
        }
        out.writeArrayFieldStart("attached");
        for (ListedImage attached : image.attached()) {
            write(out, attached);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
