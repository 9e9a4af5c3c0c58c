package dev.stratoscope.model.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
        JsonNode top = null;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> field = parser.currentName();
                case END_OBJECT, END_ARRAY -> open.pop();
                case null -> throw new IllegalStateException("a parser at its end");
                default -> {
                    JsonNode value = value(token);
                    put(value);
                    top = top == null ? value : top;
                    if (value instanceof ContainerNode<?> container) {
                        open.push(container);
                    }
                }
            }
            if (open.isEmpty()) {
                return top == null ? NODES.missingNode() : top;
            }
        }
    }

    private void put(JsonNode value) {
        if (open.peek() instanceof ObjectNode object) {
            object.set(field, value);
        } else if (open.peek() instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> NODES.objectNode();
            case START_ARRAY -> NODES.arrayNode();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT ->
                    switch (parser.getNumberType()) {
                        case INT -> NODES.numberNode(parser.getIntValue());
                        case LONG -> NODES.numberNode(parser.getLongValue());
                        default -> NODES.numberNode(parser.getBigIntegerValue());
                    };
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }
}
