package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Subtree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Where the top of what is extracted comes to lie.
 *
 * @param base the folder it is put into; open until this is closed
 * @param name what it is called there; null when the top is a folder whose contents go straight
 *     into the base
 */
record Landing(Directory base, @Nullable ByteString name) implements AutoCloseable {
    /**
     * Opens the destination, or the folder it is to be made in.
     *
     * @throws InTheWayException when it is a file and the top is a folder
     */
    static Landing of(Path destination, Subtree files, Opener opener) throws IOException {
        int top = files.top();
        try {
            Directory base = opener.open(destination);
            return new Landing(base, top == 0 ? null : files.tree().name(top));
        } catch (NoSuchFileException e) {
            return new Landing(opener.open(parent(destination)), lastName(destination));
        } catch (NotDirectoryException e) {
            if (files.tree().type(top) == EntryType.DIRECTORY) {
                throw new InTheWayException(
                        Printable.of(destination.toString()), "a file is in the way of a folder");
            }
            return new Landing(opener.open(parent(destination)), lastName(destination));
        }
    }

    /** Opens a folder that the user named. */
    interface Opener {
        /** As {@link Directory#open}. */
        Directory open(Path folder) throws IOException;
    }

    private static Path parent(Path destination) throws IOException {
        Path parent = destination.toAbsolutePath().getParent();
        if (parent == null) {
            throw new NoSuchFileException(destination.toString());
        }
        return parent;
    }

    /** The bytes of the last name, also where its text would not keep them. */
    private static ByteString lastName(Path destination) {
        byte[] path = PathBytes.of(destination);
        int end = path.length;
        while (end > 1 && path[end - 1] == '/') {
            end--;
        }
        int from = end;
        while (from > 0 && path[from - 1] != '/') {
            from--;
        }
        return ByteString.of(path, from, end);
    }

    /** What a node is called in its folder. */
    ByteString nameOf(int node, Subtree files) {
        return node == files.top() && name != null ? name : files.tree().name(node);
    }

    @Override
    public void close() throws IOException {
        base.close();
    }
}
