package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import java.io.IOException;
import java.util.Base64;
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
            out.writeStringField("pathBytes", base64(walk.path()));
        }
        out.writeStringField("type", type.word());
        out.writeStringField("mode", ModeText.octal(attributes.mode()));
        out.writeNumberField("uid", attributes.uid());
        out.writeNumberField("gid", attributes.gid());
        out.writeNumberField("size", tree.fileSize(node));
        out.writeStringField("mtime", time(attributes));
        if (type == EntryType.SYMLINK) {
            link(attributes.link());
        } else if (type == EntryType.HARDLINK) {
            link(tree.path(tree.linkTarget(node)));
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
        out.writeEndObject();
    }

    private void link(ByteString target) throws IOException {
        out.writeStringField("linkTarget", target.toString());
        if (!target.isUtf8()) {
            out.writeStringField("linkTargetBytes", base64(target));
        }
    }

    private void xattrs(Map<ByteString, ByteString> xattrs) throws IOException {
        if (xattrs.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("xattrs");
        for (Map.Entry<ByteString, ByteString> xattr : new TreeMap<>(xattrs).entrySet()) {
            out.writeStringField(xattr.getKey().toString(), base64(xattr.getValue()));
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

    private static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
