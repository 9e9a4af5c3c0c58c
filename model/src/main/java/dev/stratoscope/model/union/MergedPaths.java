package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Looks up single paths in the layers of an image with a writable layer on top, without laying them
 * over each other as a whole. Not for several threads.
 */
public final class MergedPaths {
    private static final int MOST_LINKS = 40;

    private final List<LayerIndex> layers;
    private final Contents contents;
    private final @Nullable Upper upper;

    /**
     * Paths of an image.
     *
     * @param layers bottom first
     * @param upper what lies on top; null is nothing
     */
    public MergedPaths(List<LayerIndex> layers, Contents contents, @Nullable Upper upper) {
        this.layers = layers;
        this.contents = contents;
        this.upper = upper;
    }

    /**
     * What is at a path.
     *
     * @param entry of the image; null when the writable layer has it
     */
    public record Found(Attributes attributes, @Nullable StackEntry entry) {
        /** Whether it is a folder. */
        public boolean isDirectory() {
            return attributes.type() == EntryType.DIRECTORY;
        }
    }

    /**
     * What is at a path, taken literally.
     *
     * @param path without slashes at its ends
     * @return null when there is nothing
     */
    public @Nullable Found find(ByteString path) throws IOException {
        Upper top = upper;
        if (top != null) {
            Upper.Said said = top.say(path);
            Attributes own = said == null ? null : said.attributes();
            if (own != null) {
                return new Found(own, null);
            }
            if (said != null || isHidden(top, path)) {
                return null;
            }
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            LayerIndex layer = layers.get(i);
            int node = layer.findShown(path);
            if (node >= 0 && !(layer.isImplied(node) && isBelow(i, path))) {
                StackEntry entry = StackEntry.of(layers, i, node);
                return new Found(
                        entry.isBroken() ? entry.attributes() : entry.fileAttributes(), entry);
            }
            if (layer.hiding(path) != null) {
                return null;
            }
        }
        return path.isEmpty() ? new Found(Attributes.IMPLIED_DIRECTORY, null) : null;
    }

    /**
     * Whether a folder that a layer only implies is named by one below it, which it does not hide.
     */
    private boolean isBelow(int layer, ByteString path) {
        for (int i = layer; i > 0; i--) {
            if (layers.get(i).hiding(path) != null) {
                return false;
            }
            int node = layers.get(i - 1).findShown(path);
            if (node >= 0) {
                return layers.get(i - 1).type(node) == EntryType.DIRECTORY;
            }
        }
        return false;
    }

    /** Whether a folder above the path is gone, replaced or opaque in the writable layer. */
    private static boolean isHidden(Upper top, ByteString path) throws IOException {
        for (ByteString above = parent(path); above != null; above = parent(above)) {
            Upper.Said said = top.say(above);
            if (said != null) {
                Attributes own = said.attributes();
                if (own == null || said.opaque() || own.type() != EntryType.DIRECTORY) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The path of the folder it is in; null of the root. */
    public static @Nullable ByteString parent(ByteString path) {
        if (path.isEmpty()) {
            return null;
        }
        byte[] bytes = path.toByteArray();
        int slash = bytes.length - 1;
        while (slash >= 0 && bytes[slash] != '/') {
            slash--;
        }
        return slash < 0 ? ByteString.EMPTY : ByteString.of(bytes, 0, slash);
    }

    /** The path of a name in a folder. */
    public static ByteString child(ByteString folder, ByteString name) {
        if (folder.isEmpty()) {
            return name;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(folder.toByteArray());
        bytes.write('/');
        bytes.writeBytes(name.toByteArray());
        return ByteString.of(bytes.toByteArray());
    }

    /** The parts of a path as a person writes it; dots and empty ones are left out. */
    public static List<ByteString> parts(ByteString path) {
        List<ByteString> parts = new ArrayList<>();
        byte[] bytes = path.toByteArray();
        for (int from = 0; from <= bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            boolean dot = to - from == 1 && bytes[from] == '.';
            if (to > from && !dot) {
                parts.add(ByteString.of(bytes, from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    /**
     * Where a path leads, with all links followed inside the root.
     *
     * @param path without links and dots
     * @param found what is there; null when nothing is
     * @param throughLink whether a link led to where nothing is
     */
    public record Resolved(ByteString path, @Nullable Found found, boolean throughLink) {}

    /**
     * Follows a path.
     *
     * @throws FileSystemLoopException when links lead to each other
     * @throws FileSystemException when a file is in the way
     */
    public Resolved resolve(ByteString path) throws IOException {
        Deque<ByteString> rest = new ArrayDeque<>(parts(path));
        ByteString at = ByteString.EMPTY;
        Found found = find(at);
        int links = 0;
        boolean linked = false;
        while (!rest.isEmpty()) {
            ByteString name = rest.removeFirst();
            if (name.equals(ByteString.of(".."))) {
                ByteString above = parent(at);
                at = above == null ? at : above;
                found = find(at);
                continue;
            }
            if (found != null && !found.isDirectory()) {
                throw new FileSystemException(
                        "/" + path, null, "/" + at + " is a file and no folder");
            }
            ByteString next = child(at, name);
            found = found == null ? null : find(next);
            if (found != null && found.attributes().type() == EntryType.SYMLINK) {
                if (++links > MOST_LINKS) {
                    throw new FileSystemLoopException("/" + path);
                }
                linked = true;
                ByteString target = found.attributes().link();
                parts(target).reversed().forEach(rest::addFirst);
                at = isAbsolute(target) ? ByteString.EMPTY : at;
                found = find(at);
                continue;
            }
            at = next;
        }
        return new Resolved(at, found, linked && found == null);
    }

    /** Whether it begins at the root. */
    public static boolean isAbsolute(ByteString path) {
        return !path.isEmpty() && path.toByteArray()[0] == '/';
    }

    /**
     * The bytes of a small file, links followed; null when there is none.
     *
     * @param most how many bytes it may have
     */
    public byte @Nullable [] read(ByteString path, int most) throws IOException {
        Resolved resolved = resolve(path);
        Found found = resolved.found();
        if (found == null || found.attributes().type() != EntryType.FILE) {
            return null;
        }
        StackEntry entry = found.entry();
        Entry file = entry == null ? null : entry.entry();
        Upper top = upper;
        byte[] bytes;
        if (file != null) {
            try (InputStream in = contents.open(file, 0)) {
                bytes = in.readNBytes(most + 1);
            }
        } else if (top != null) {
            ByteBuffer buffer = ByteBuffer.allocate(most + 1);
            try (Upper.Bytes in = top.open(resolved.path(), false)) {
                while (buffer.hasRemaining() && in.read(buffer, buffer.position()) >= 0) {}
            }
            bytes = java.util.Arrays.copyOf(buffer.array(), buffer.position());
        } else {
            return null;
        }
        if (bytes.length > most) {
            throw new FileSystemException("/" + path, null, "is larger than " + most + " bytes");
        }
        return bytes;
    }
}
