package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lower tree with the writable layer on top, one name at a time. No links are followed here.
 * Nothing is kept of the upper between calls. For whoever holds the file system's lock.
 */
final class Layers {
    private final FileTree lower;
    private final Contents contents;
    private final @Nullable Upper upper;

    Layers(FileTree lower, Contents contents, @Nullable Upper upper) {
        this.lower = lower;
        this.contents = contents;
        this.upper = upper;
    }

    boolean isReadOnly() {
        return upper == null;
    }

    /** The writable layer. */
    Upper upper() {
        if (upper == null) {
            throw new ReadOnlyFileSystemException();
        }
        return upper;
    }

    Node root() throws IOException {
        return new Node(
                null, ByteString.EMPTY, 0, upper == null ? null : upper.say(ByteString.EMPTY));
    }

    /** What is shown of a name, and what of it is below; the name is no dot part. */
    Spot spot(Node folder, ByteString name) throws IOException {
        int merged = merged(folder);
        int below = merged < 0 ? -1 : lower.child(merged, name);
        ByteString path = Parts.join(folder.path(), name);
        Upper.Said said = upper != null && folder.isUp() ? upper.say(path) : null;
        boolean shown = said == null ? below >= 0 : !said.isWhiteout();
        return new Spot(
                folder, name, below, shown ? new Node(folder, path, below, said) : null, false);
    }

    @Nullable Node child(Node folder, ByteString name) throws IOException {
        return spot(folder, name).node();
    }

    /** A node as it is now, looked up anew after the writable layer was changed around it. */
    Node again(Node node) throws IOException {
        Node at = root();
        for (ByteString name : Parts.of(node.path().toByteArray())) {
            at = child(at, name);
            if (at == null) {
                throw new NoSuchFileException(node.path().toString());
            }
        }
        return at;
    }

    /** The folder of the lower tree whose names are shown in a folder too; -1 for none. */
    int merged(Node node) {
        Upper.Said said = node.said();
        boolean counts = said == null || (isDirectory(said) && !said.opaque());
        return counts && isDirectoryBelow(node.below()) ? node.below() : -1;
    }

    /** Whether the lower tree has a folder there. */
    boolean isDirectoryBelow(int below) {
        return below >= 0 && lower.type(below) == EntryType.DIRECTORY;
    }

    private static boolean isDirectory(Upper.Said said) {
        Attributes attributes = said.attributes();
        return attributes != null && attributes.type() == EntryType.DIRECTORY;
    }

    boolean isDirectory(Node node) {
        return type(node) == EntryType.DIRECTORY;
    }

    /** The kind of file, never a hard link or a whiteout. */
    EntryType type(Node node) {
        Upper.Said said = node.said();
        return said == null || said.attributes() == null
                ? lower.shown(node.below()).fileType()
                : said.attributes().type();
    }

    Attributes attributes(Node node) {
        Upper.Said said = node.said();
        if (said != null && said.attributes() != null) {
            return said.attributes();
        }
        return lower.shown(node.below()).fileAttributes();
    }

    /** How many names it has; those below are counted as the layers have them. */
    long links(Node node) {
        Upper.Said said = node.said();
        if (said != null) {
            return said.links();
        }
        return isDirectoryBelow(node.below()) ? 1 : lower.names(node.below());
    }

    FileNumber number(Node node) {
        Upper.Said said = node.said();
        if (said != null) {
            return new FileNumber(true, said.file());
        }
        int file = lower.linkTarget(node.below());
        return new FileNumber(false, file >= 0 ? file : node.below());
    }

    /** The names shown in a folder, sorted by their bytes. */
    List<ByteString> names(Node folder) throws IOException {
        List<ByteString> above =
                upper != null && folder.isUp() ? upper.names(folder.path()) : List.of();
        int merged = merged(folder);
        int at = merged < 0 ? 0 : lower.firstChild(merged);
        int end = merged < 0 ? 0 : lower.endOfChildren(merged);
        List<ByteString> names = new ArrayList<>(Math.max(above.size(), end - at));
        for (ByteString name : above) {
            int order = -1;
            while (at < end && (order = lower.name(at).compareTo(name)) < 0) {
                names.add(lower.name(at++));
            }
            if (at < end && order == 0) {
                at++;
            }
            Upper.Said said = upper().say(Parts.join(folder.path(), name));
            if (said != null && !said.isWhiteout()) {
                names.add(name);
            }
        }
        while (at < end) {
            names.add(lower.name(at++));
        }
        return names;
    }

    boolean isEmpty(Node folder) throws IOException {
        return names(folder).isEmpty();
    }

    /** The bytes of a regular file that the writable layer says nothing of. */
    LowerBytes lowerBytes(Node node) {
        Entry entry = lower.entry(node.below());
        if (entry == null) {
            throw new IllegalStateException("no regular file: " + node.path());
        }
        return new LowerBytes(contents, entry);
    }

    /** The bytes of a regular file, for reading only. */
    Upper.Bytes read(Node node) throws IOException {
        return node.said() == null ? lowerBytes(node) : upper().open(node.path(), false);
    }

    /** The bytes of a regular file as a stream, which ends when the thread is interrupted. */
    InputStream stream(Node node) throws IOException {
        return new BytesStream(read(node));
    }
}
