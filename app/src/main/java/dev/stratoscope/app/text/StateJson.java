package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a file system has at a path as fields of a JSON object. Not for several threads. */
final class StateJson {
    private final JsonGenerator out;
    private long timeSeconds;
    private int timeNanos = -1;
    private String time = "";

    StateJson(JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes the fields into the object that is open.
     *
     * @param digest whether a regular file's sha256 is written
     */
    void write(PathState state, boolean digest) throws IOException {
        Attributes attributes = state.attributes();
        EntryType type = state.type();
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
        Entry entry = digest ? state.entry() : null;
        Digest sum = entry == null ? null : entry.digest();
        if (sum != null) {
            out.writeStringField("digest", sum.toString());
        }
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
