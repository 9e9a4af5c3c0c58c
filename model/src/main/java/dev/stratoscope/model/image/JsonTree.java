package dev.stratoscope.model.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Puts a JSON value together from its tokens, as Jackson's ObjectMapper does, whose making alone
 * takes longer than reading all documents of an image.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private String field = "";

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The value that begins at the parser's current token, which afterwards is its last one.
     *
     * @throws IOException when the text is no JSON or breaks the parser's constraints
     */
    static JsonNode read(JsonParser parser) throws IOException {
        return new JsonTree(parser).read();
    }

    private JsonNode read() throws IOException {
        JsonNode top = value();
        begin(top);
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                field = parser.currentName();
            } else if (token.isStructEnd()) {
                open.pop();
            } else {
                JsonNode value = value();
                put(value);
                begin(value);
            }
        }
        return top;
    }

    private void begin(JsonNode value) {
        if (value instanceof ContainerNode<?> container) {
            open.push(container);
        }
    }

    private void put(JsonNode value) {
        if (open.peek() instanceof ObjectNode object) {
            object.set(field, value);
        } else if (open.peek() instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private JsonNode value() throws IOException {
        return switch (parser.currentTokenId()) {
            case JsonTokenId.ID_START_OBJECT -> NODES.objectNode();
            case JsonTokenId.ID_START_ARRAY -> NODES.arrayNode();
            case JsonTokenId.ID_STRING -> NODES.textNode(parser.getText());
            case JsonTokenId.ID_NUMBER_INT -> integer();
            case JsonTokenId.ID_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case JsonTokenId.ID_TRUE -> NODES.booleanNode(true);
            case JsonTokenId.ID_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }
}
