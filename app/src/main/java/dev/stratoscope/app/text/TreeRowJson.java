package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * One path of a tree as a JSON object, the same on the command line and on the clipboard. Not for
 * several threads.
 */
public final class TreeRowJson {
    private final JsonGenerator out;
    private final boolean digests;
    private final StateJson state;

    /**
     * Writes to a generator.
     *
     * @param digests whether each file's sha256 is written
     */
    public TreeRowJson(JsonGenerator out, boolean digests) {
        this.out = out;
        this.digests = digests;
        this.state = new StateJson(out);
    }

    /** Writes one node. */
    public void write(Changeset changes, int at) throws IOException {
        ByteString path = changes.path(at);
        write(changes, at, path.toString(), path.isUtf8() ? null : path);
    }

    /**
     * Writes one node whose path is known already.
     *
     * @param path the path as text
     * @param exact the path's bytes where the text loses some; null where it loses none
     */
    public void write(Changeset changes, int at, String path, @Nullable ByteString exact)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("path", path);
        if (exact != null) {
            out.writeStringField("pathBytes", PathJson.base64(exact));
        }
        state.write(changes.shown(at), digests);
        int layer = changes.layer(at);
        out.writeNumberField("layer", layer);
        out.writeStringField("change", changes.kind(at).word());
        Hiding hiding = changes.hiding(at);
        if (hiding != null) {
            PathJson.writeReason(out, hiding, layer);
        }
        out.writeEndObject();
    }
}
