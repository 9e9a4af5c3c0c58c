package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.image.Inspect;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The metadata of an image as {@code docker image inspect} prints it. */
public final class InspectDocument {
    private InspectDocument() {}

    /**
     * Writes the document, a JSON array of one object. Reads every layer, for the size.
     *
     * @throws IOException when a layer cannot be read or {@code out} takes no more
     */
    public static void write(OpenImage image, OutputStream out, Progress progress)
            throws IOException {
        long size = image.contentSizes(progress).stream().mapToLong(Long::longValue).sum();
        JsonNode document = Inspect.of(image.image().config(), image.image().names(), size);
        write(document, out);
    }

    /** As docker, an array of one. */
    static void write(Container container, OutputStream out) throws IOException {
        write(JsonNodeFactory.instance.arrayNode().add(container.inspect()), out);
    }

    /** Writes a document in docker's layout. */
    private static void write(JsonNode document, OutputStream out) throws IOException {
        JsonGenerator json = JsonText.indented(out);
        write(document, json);
        json.writeRaw('\n');
        json.flush();
    }

    /** Goes as deep as a config may; the reader's limits see to that. */
    private static void write(JsonNode node, JsonGenerator out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.writeFieldName(field.getKey());
                    write(field.getValue(), out);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode element : node) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.textValue());
            case NUMBER -> out.writeNumber(node.asText());
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            case NULL, MISSING, BINARY, POJO -> out.writeNull();
        }
    }
}
