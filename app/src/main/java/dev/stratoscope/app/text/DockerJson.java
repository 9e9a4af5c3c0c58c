package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * JSON laid out as docker lays it out: four spaces a level, {@code []} and <code>{}</code> for what
 * is empty.
 */
public final class DockerJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private DockerJson() {}

    /** The document as text, without a line break at its end. */
    public static String text(JsonNode document) {
        try {
            return MAPPER.writer(printer()).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed document always has a text", e);
        }
    }

    /** A text as JSON, in its quotes. */
    public static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /** The layout itself; not to be shared between documents. */
    public static DefaultPrettyPrinter printer() {
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        DefaultIndenter four = new DefaultIndenter("    ", "\n");
        return new DefaultPrettyPrinter(separators)
                .withArrayIndenter(four)
                .withObjectIndenter(four);
    }
}
