package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node of a stage's or image's files.
 *
 * @param at its number in the tree
 */
record TreeNode(Sources sources, int at) implements SourceNode {
    @Override
    public ByteString path() {
        return tree().path(at);
    }

    private FileTree tree() {
        return sources.tree();
    }

    @Override
    public Attributes attributes() {
        Attributes said = tree().attributes(at);
        EntryType type = tree().type(at) == EntryType.HARDLINK ? EntryType.FILE : said.type();
        return new Attributes(
                type,
                said.mode(),
                said.uid(),
                said.gid(),
                ByteString.EMPTY,
                ByteString.EMPTY,
                type == EntryType.FILE ? tree().fileSize(at) : 0,
                said.mtimeSeconds(),
                said.mtimeNanos(),
                type == EntryType.SYMLINK ? said.link() : ByteString.EMPTY,
                said.deviceMajor(),
                said.deviceMinor(),
                xattrs(said));
    }

    /** Without what an overlay says to itself, which would be taken for what it is not. */
    private static Map<ByteString, ByteString> xattrs(Attributes said) {
        if (said.xattrs().isEmpty()) {
            return said.xattrs();
        }
        Map<ByteString, ByteString> xattrs = new HashMap<>(said.xattrs());
        xattrs.keySet().removeIf(name -> name.toString().contains(".overlay."));
        return xattrs;
    }

    @Override
    public boolean isPassed() {
        return false;
    }

    @Override
    public List<TreeNode> children() {
        List<TreeNode> children = new ArrayList<>();
        for (int one = tree().firstChild(at); one < tree().endOfChildren(at); one++) {
            children.add(new TreeNode(sources, one));
        }
        return children;
    }

    @Override
    public @Nullable SourceNode child(ByteString name) {
        int child = tree().child(at, name);
        return child < 0 ? null : new TreeNode(sources, child);
    }

    @Override
    public @Nullable Object sameFile() {
        int target = tree().linkTarget(at);
        return tree().names(at) > 1 ? (Object) (target >= 0 ? target : at) : null;
    }

    @Override
    public Body body() {
        return new Bytes(sources, Objects.requireNonNull(tree().entry(at)));
    }

    /** The bytes of one of its files. */
    record Bytes(Sources sources, Entry entry) implements Body {
        @Override
        public InputStream open(long offset) throws IOException {
            return sources.contents().open(entry, offset);
        }

        @Override
        public @Nullable Digest digest() {
            return entry.digest();
        }

        @Override
        public @Nullable List<Entry.Extent> sparse() {
            return entry.sparse();
        }
    }
}
