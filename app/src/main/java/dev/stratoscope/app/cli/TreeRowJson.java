package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Hiding;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** One path of a tree as a JSON object. Not for several threads. */
final class TreeRowJson {
    private final JsonGenerator out;
    private final TreeListing.View view;
    private final boolean digests;
    private long timeSeconds;
    private int timeNanos = -1;
    private String time = "";

    TreeRowJson(JsonGenerator out, TreeListing.View view, boolean digests) {
        this.out = out;
        this.view = view;
        this.digests = digests;
    }

    void write(TreeDiff diff, PathWalk walk) throws IOException {
        int at = walk.node();
        FileTree tree = diff.side(at);
        int node = diff.sideNode(at);
        Attributes attributes = tree.attributes(node);
        EntryType type = tree.type(node);
        out.writeStartObject();
        out.writeStringField("path", walk.text());
        if (!walk.isUtf8()) {
            out.writeStringField("pathBytes", PathJson.base64(walk.path()));
        }
        out.writeStringField("type", type.word());
        out.writeStringField("mode", ModeText.octal(attributes.mode()));
        out.writeNumberField("uid", attributes.uid());
        out.writeNumberField("gid", attributes.gid());
        out.writeNumberField("size", tree.fileSize(node));
        out.writeStringField("mtime", time(attributes));
        if (type == EntryType.SYMLINK) {
            PathJson.write(out, "linkTarget", attributes.link());
        } else if (type == EntryType.HARDLINK) {
            PathJson.write(out, "linkTarget", tree.path(tree.linkTarget(node)));
        } else if (type.isDevice()) {
            out.writeStringField("rdev", attributes.deviceMajor() + ":" + attributes.deviceMinor());
        }
        xattrs(attributes.xattrs());
        if (tree.isImplied(node)) {
            out.writeBooleanField("implied", true);
        }
        Digest digest = digests ? tree.digest(node) : null;
        if (digest != null) {
            out.writeStringField("digest", digest.toString());
        }
        out.writeNumberField("layer", view.alone() ? view.layer() : tree.layer(node));
        out.writeStringField("change", diff.kind(at).word());
        Hiding hiding =
                diff.afterNode(at) >= 0
                        ? null
                        : diff.after().layers().getLast().hiding(walk.path());
        if (hiding != null) {
            PathJson.writeReason(out, hiding, view.layer());
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
