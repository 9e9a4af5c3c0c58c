package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects what a step writes on top of an image. Not for several threads. */
final class LayerDraft {
    private static final int MOST_LINKS = 40;

    private final @Nullable MergedPaths below;
    private final Set<ByteString> replaced = new HashSet<>();
    private final Map<ByteString, Item> items = new HashMap<>();

    /**
     * Nothing yet.
     *
     * @param below the image; null when nothing of it is to be looked at
     */
    LayerDraft(@Nullable MergedPaths below) {
        this.below = below;
    }

    /**
     * Something that is written.
     *
     * @param body of a regular file; null of all others
     * @param same equal for all names of one file; null when it has one name only
     * @param from what it is called where it comes from; empty when it was made here
     */
    record Item(Attributes attributes, @Nullable Body body, @Nullable Object same, String from) {}

    /** What is at a path, taken literally; null when nothing is. */
    @Nullable Attributes find(ByteString path) throws IOException {
        Item item = items.get(path);
        if (item != null) {
            return item.attributes();
        }
        if (isHidden(path)) {
            return null;
        }
        if (below != null) {
            MergedPaths.Found found = below.find(path);
            return found == null ? null : found.attributes();
        }
        return path.isEmpty() ? Attributes.IMPLIED_DIRECTORY : null;
    }

    /**
     * Where a path leads, links followed inside the root; names that are not there stay.
     *
     * @throws FileSystemException when a file is in the way
     */
    ByteString resolve(ByteString path) throws IOException {
        Deque<ByteString> rest = new ArrayDeque<>(MergedPaths.parts(path));
        ByteString at = ByteString.EMPTY;
        int links = 0;
        while (!rest.isEmpty()) {
            ByteString name = rest.removeFirst();
            if (name.equals(ByteString.of(".."))) {
                ByteString above = MergedPaths.parent(at);
                at = above == null ? at : above;
                continue;
            }
            ByteString next = MergedPaths.child(at, name);
            Attributes found = find(next);
            if (found != null && found.type() == EntryType.SYMLINK) {
                if (++links > MOST_LINKS) {
                    throw inTheWay(path, "leads through more than %d links".formatted(MOST_LINKS));
                }
                MergedPaths.parts(found.link()).reversed().forEach(rest::addFirst);
                at = MergedPaths.isAbsolute(found.link()) ? ByteString.EMPTY : at;
                continue;
            }
            if (found != null && found.type() != EntryType.DIRECTORY && !rest.isEmpty()) {
                throw inTheWay(next, "is a file of the image and no folder");
            }
            at = next;
        }
        return at;
    }

    /** Makes what is missing of a folder and those above it; the path has no links in it. */
    void folders(ByteString path, Attributes made) throws IOException {
        Attributes there = find(path);
        if (there == null) {
            ByteString above = MergedPaths.parent(path);
            if (above != null) {
                folders(above, made);
            }
            items.put(path, new Item(made, null, null, ""));
        } else if (there.type() != EntryType.DIRECTORY) {
            throw inTheWay(path, "is a " + there.type().word() + " of the image and no folder");
        }
    }

    /**
     * Writes something in a folder that is there. A folder over a folder changes what is said of
     * it; a file takes the place of a file or link.
     *
     * @throws FileSystemException when a folder is to take the place of something else, or
     *     something else that of a folder
     */
    void put(ByteString path, Item item) throws IOException {
        Attributes there = find(path);
        boolean folder = item.attributes().type() == EntryType.DIRECTORY;
        if (there != null && folder != (there.type() == EntryType.DIRECTORY)) {
            throw inTheWay(
                    path,
                    folder
                            ? "is no folder in the image: a folder cannot take its place"
                            : "is a folder in the image: a file cannot take its place");
        }
        items.put(path, item);
    }

    /**
     * Unpacks something: as {@link #put}, but whatever is there makes way, a folder with all that
     * is in it.
     */
    void replace(ByteString path, Item item) throws IOException {
        Attributes there = find(path);
        boolean folder = item.attributes().type() == EntryType.DIRECTORY;
        boolean wasFolder = there != null && there.type() == EntryType.DIRECTORY;
        if (wasFolder && !folder) {
            items.keySet().removeIf(one -> isBelow(one, path));
            replaced.add(path);
        } else if (folder && !wasFolder && replaced.contains(path)) {
            throw inTheWay(path, "is a folder, then a file, then a folder again");
        }
        items.put(path, item);
    }

    private static boolean isBelow(ByteString path, ByteString folder) {
        byte[] bytes = path.toByteArray();
        int length = folder.length();
        return bytes.length > length
                && bytes[length] == '/'
                && ByteString.of(bytes, 0, length).equals(folder);
    }

    /** Whether a folder above was replaced, so that nothing below it is seen any more. */
    private boolean isHidden(ByteString path) {
        if (replaced.isEmpty()) {
            return false;
        }
        for (ByteString above = path; above != null; above = MergedPaths.parent(above)) {
            if (replaced.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private static FileSystemException inTheWay(ByteString path, String why) {
        return new FileSystemException("/" + EntryPath.printable(path), null, why);
    }

    /** All that is written, as it is by now. */
    DraftedLayer layer() {
        return new DraftedLayer(items);
    }

    /** All that is written, and what that depends on. */
    Copied copied() throws IOException {
        DraftedLayer drafted = layer();
        return new Copied(drafted.parts(), drafted::written);
    }
}
