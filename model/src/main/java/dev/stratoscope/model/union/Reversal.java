package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Takes what a writable layer says of paths out of it, so that what lies below is seen there again,
 * and nowhere else. Where a folder above a path hides all that lies below it, it stops doing so and
 * hides the names that stay hidden one by one. Not for several threads.
 */
public final class Reversal {
    private final Upper upper;
    private final FileTree below;

    private Reversal(Upper upper, FileTree below) {
        this.upper = upper;
        this.below = below;
    }

    /**
     * Reverts paths, with all below them. A program that is killed meanwhile leaves some of what
     * they say taken out, and all else as it was.
     *
     * @param below what the layers below show
     * @param paths clean; one that nothing is said of stays as it is
     * @throws FileSystemException when a file stands where a folder below leads to a path
     */
    public static void run(Upper upper, FileTree below, Collection<ByteString> paths)
            throws IOException {
        Reversal reversal = new Reversal(upper, below);
        // Those above first: what is below them is gone then.
        for (ByteString path : new TreeSet<>(paths)) {
            reversal.revert(path);
        }
    }

    private void revert(ByteString path) throws IOException {
        if (path.isEmpty()) {
            revertAll();
            return;
        }
        List<ByteString> parts = Parts.of(path.toByteArray());
        ByteString at = ByteString.EMPTY;
        int folder = 0;
        for (int i = 0; i < parts.size(); i++) {
            Upper.Said around = upper.say(at);
            if (around != null && around.opaque() && folder >= 0) {
                uncover(at, folder);
            }
            ByteString child = Parts.join(at, parts.get(i));
            folder = folder < 0 ? -1 : folderBelow(folder, parts.get(i));
            if (i == parts.size() - 1) {
                remove(child);
            } else if (!passes(child, folder)) {
                return;
            }
            keepTime(at, around);
            at = child;
        }
    }

    private int folderBelow(int folder, ByteString name) {
        int child = below.child(folder, name);
        return child >= 0 && below.type(child) == EntryType.DIRECTORY ? child : -1;
    }

    private void revertAll() throws IOException {
        for (ByteString name : upper.names(ByteString.EMPTY)) {
            remove(name);
        }
        Upper.Said root = upper.say(ByteString.EMPTY);
        if (root != null) {
            upper.set(ByteString.EMPTY, below.shown(0).fileAttributes());
        }
    }

    /** Whether something is said below a name on the way, or what is there is hidden. */
    private boolean passes(ByteString path, int folder) throws IOException {
        Upper.Said said = upper.say(path);
        if (said == null) {
            return false;
        }
        Attributes attributes = said.attributes();
        if (attributes != null && attributes.type() == EntryType.DIRECTORY) {
            return true;
        }
        if (folder < 0) {
            return false;
        }
        if (attributes != null) {
            throw new FileSystemException(
                    "/" + path, null, "is a file now, and has to be reverted whole");
        }
        upper.makeDirectory(path, below.shown(folder).fileAttributes(), true);
        return true;
    }

    /** Lets a folder show what lies below it, but hides all of that name by name. */
    private void uncover(ByteString path, int folder) throws IOException {
        for (int i = below.firstChild(folder); i < below.endOfChildren(folder); i++) {
            ByteString child = Parts.join(path, below.name(i));
            Upper.Said said = upper.say(child);
            if (said == null) {
                upper.whiteout(child);
            } else if (isFolder(said) && below.type(i) == EntryType.DIRECTORY) {
                upper.setOpaque(child, true);
            }
        }
        upper.setOpaque(path, false);
    }

    /** With all in it, the innermost first. */
    private void remove(ByteString path) throws IOException {
        Deque<ByteString> open = new ArrayDeque<>(List.of(path));
        while (!open.isEmpty()) {
            ByteString top = open.peek();
            boolean ready = true;
            for (ByteString name : upper.names(top)) {
                ByteString child = Parts.join(top, name);
                if (isFolder(upper.say(child))) {
                    open.push(child);
                    ready = false;
                } else {
                    upper.forget(child);
                }
            }
            if (ready) {
                upper.forget(top);
                open.pop();
            }
        }
    }

    private static boolean isFolder(Upper.@Nullable Said said) {
        Attributes attributes = said == null ? null : said.attributes();
        return attributes != null && attributes.type() == EntryType.DIRECTORY;
    }

    /** A folder's own time is not what is reverted. */
    private void keepTime(ByteString folder, Upper.@Nullable Said before) throws IOException {
        Attributes attributes = before == null ? null : before.attributes();
        if (attributes != null) {
            upper.set(folder, attributes);
        }
    }
}
