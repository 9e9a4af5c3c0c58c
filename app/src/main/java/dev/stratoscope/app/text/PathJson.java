package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;

import java.io.IOException;
import java.util.Base64;

/** Paths as JSON, which cannot hold all of them as text, and why they are hidden. */
public final class PathJson {
    private PathJson() {}

    /** A field with the path as text; where that loses bytes, one more with all, as base64. */
    public static void write(JsonGenerator out, String field, ByteString path) throws IOException {
        out.writeStringField(field, path.toString());
        if (!path.isUtf8()) {
            out.writeStringField(field + "Bytes", base64(path));
        }
    }

    /** The field {@code reason}: why a layer hides a path. */
    public static void writeReason(JsonGenerator out, Hiding hiding, int layer) throws IOException {
        out.writeObjectFieldStart("reason");
        out.writeStringField("cause", hiding.cause().word());
        write(out, "path", hiding.at());
        out.writeNumberField("layer", layer);
        if (hiding.cause() == Hiding.Cause.REPLACED) {
            out.writeStringField("type", hiding.now().word());
        }
        out.writeEndObject();
    }

    /** The bytes as base64 with padding. */
    static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
