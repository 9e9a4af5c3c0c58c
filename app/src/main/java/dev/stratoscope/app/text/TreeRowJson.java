package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One path of a tree as a JSON object, the same on the command line and on the clipboard. Not for
 * several threads.
 */
public final class TreeRowJson {
    private final JsonGenerator out;
    private final boolean digests;
    private long timeSeconds;
    private int timeNanos = -1;
    private String time = "";

    /**
     * Writes to a generator.
     *
     * @param digests whether each file's sha256 is written
     */
    public TreeRowJson(JsonGenerator out, boolean digests) {
        this.out = out;
        this.digests = digests;
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
        PathState state = changes.shown(at);
        Attributes attributes = state.attributes();
        EntryType type = state.type();
        out.writeStartObject();
        out.writeStringField("path", path);
        if (exact != null) {
            out.writeStringField("pathBytes", PathJson.base64(exact));
        }
        out.writeStringField("type", type.word());
        out.writeStringField("mode", ModeText.octal(attributes.mode()));
        out.writeNumberField("uid", attributes.uid());
        out.writeNumberField("gid", attributes.gid());
        out.writeNumberField("size", state.fileSize());
        out.writeStringField("mtime", time(attributes));
        ByteString link = type == EntryType.SYMLINK ? attributes.link() : state.sameAs();
        if (link != null) {
            PathJson.write(out, "linkTarget", link);
        } else if (type.isDevice()) {
            out.writeStringField("rdev", attributes.deviceMajor() + ":" + attributes.deviceMinor());
        }
        xattrs(attributes.xattrs());
        if (state.isImplied()) {
            out.writeBooleanField("implied", true);
        }
        Entry entry = digests ? state.entry() : null;
        Digest digest = entry == null ? null : entry.digest();
        if (digest != null) {
            out.writeStringField("digest", digest.toString());
        }
        int layer = changes.layer(at);
        out.writeNumberField("layer", layer);
        out.writeStringField("change", changes.kind(at).word());
        Hiding hiding = changes.hiding(at);
        if (hiding != null) {
            PathJson.writeReason(out, hiding, layer);
        }
        out.writeEndObject();
    }

    private void xattrs(Map<ByteString, ByteString> xattrs) throws IOException {
        if (xattrs.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("xattrs");
        for (Map.Entry<ByteString, ByteString> xattr : new TreeMap<>(xattrs).entrySet()) {
            out.writeStringField(xattr.getKey().toString(), PathJson.base64(xattr.getValue()));
        }
        out.writeEndObject();
    }

    /** Neighbours mostly have the same time. */
    private String time(Attributes attributes) {
        if (attributes.mtimeSeconds() != timeSeconds || attributes.mtimeNanos() != timeNanos) {
            timeSeconds = attributes.mtimeSeconds();
            timeNanos = attributes.mtimeNanos();
            time = attributes.mtime().toString();
        }
        return time;
    }
}
