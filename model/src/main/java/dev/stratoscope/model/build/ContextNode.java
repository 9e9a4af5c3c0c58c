package dev.stratoscope.model.build;

import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file, folder or link of the context, which belongs to root and has no extended attributes, as
 * in BuildKit: those of the machine it lies on say nothing of an image.
 *
 * @param link the target of a symbolic link; empty of all others
 */
record ContextNode(
        ContextFolder context, ByteString path, Stat stat, ByteString link, boolean isPassed)
        implements SourceNode {
    @Override
    public Attributes attributes() {
        EntryType type = Objects.requireNonNull(stat.type());
        return new Attributes(
                type,
                stat.mode(),
                0,
                0,
                ByteString.EMPTY,
                ByteString.EMPTY,
                type == EntryType.FILE ? stat.size() : 0,
                stat.mtimeSeconds(),
                stat.mtimeNanos(),
                link,
                0,
                0,
                Map.of());
    }

    @Override
    public boolean isDirectory() {
        return stat.type() == EntryType.DIRECTORY;
    }

    @Override
    public List<ContextNode> children() throws IOException {
        return context.children(path);
    }

    @Override
    public @Nullable SourceNode child(ByteString name) throws IOException {
        return context.child(path, name);
    }

    @Override
    public Body body() {
        return new Body() {
            @Override
            public InputStream open(long offset) throws IOException {
                return context.open(ContextNode.this, offset);
            }

            @Override
            public Digest digest() throws IOException {
                return context.digest(ContextNode.this);
            }
        };
    }

    @Override
    public @Nullable Object sameFile() {
        boolean several = stat.type() == EntryType.FILE && stat.names() > 1;
        return several ? List.of(stat.disk(), stat.inode()) : null;
    }
}
