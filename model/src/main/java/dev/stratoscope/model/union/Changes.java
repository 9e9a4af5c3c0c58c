package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What can be done to the names and attributes, refused where Linux refuses it to root. For whoever
 * holds the file system's lock.
 */
final class Changes {
    /** As long as a path may be that Linux is given, its end mark taken off. */
    private static final int LONGEST_PATH = 4095;

    private static final int SET_GROUP = 02000;
    private static final byte[] MARK = ".wh.".getBytes(StandardCharsets.US_ASCII);

    private final Layers layers;
    private final CopyUp copyUp;
    private final Clock clock;

    Changes(Layers layers, CopyUp copyUp, Clock clock) {
        this.layers = layers;
        this.copyUp = copyUp;
        this.clock = clock;
    }

    /** Attributes of something new; what is made in a set-gid folder belongs to its group. */
    Attributes fresh(Spot spot, EntryType type, int mode, ByteString link) {
        Attributes fresh = Revised.fresh(type, mode, link, clock.instant());
        Attributes around = layers.attributes(spot.folder());
        if ((around.mode() & SET_GROUP) == 0) {
            return fresh;
        }
        Attributes owned = Revised.owner(fresh, 0, around.gid());
        return type == EntryType.DIRECTORY ? Revised.mode(owned, mode | SET_GROUP) : owned;
    }

    void makeDirectory(Spot spot, UnionPath path, Attributes attributes) throws IOException {
        Node folder = folderFor(spot, path);
        boolean hides = layers.isDirectoryBelow(spot.below());
        layers.upper().makeDirectory(spot.path(), attributes, hides);
        touch(folder);
    }

    void makeFile(Spot spot, UnionPath path, Attributes attributes, InputStream bytes)
            throws IOException {
        Node folder = folderFor(spot, path);
        layers.upper().makeFile(spot.path(), attributes, bytes);
        touch(folder);
    }

    void makeSpecial(Spot spot, UnionPath path, Attributes attributes) throws IOException {
        Node folder = folderFor(spot, path);
        if (attributes.link().length() > LONGEST_PATH) {
            throw refusal(path, "File name too long");
        }
        layers.upper().makeSpecial(spot.path(), attributes);
        touch(folder);
    }

    /** The folder that something new gets its name in, in the writable layer. */
    private Node folderFor(Spot spot, UnionPath path) throws IOException {
        if (spot.node() != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (spot.path().length() > LONGEST_PATH) {
            throw refusal(path, "File name too long");
        }
        byte[] name = spot.name().toByteArray();
        if (Arrays.equals(Arrays.copyOf(name, MARK.length), MARK)) {
            throw refusal(path, "a layer takes names that begin with .wh. for deletions");
        }
        layers.upper();
        return copyUp.node(spot.folder());
    }

    private void touch(Node folder) throws IOException {
        layers.upper().set(folder.path(), Revised.time(layers.attributes(folder), clock.instant()));
    }

    void link(Spot spot, UnionPath path, Node found, UnionPath existing) throws IOException {
        if (spot.node() != null) {
            throw new FileAlreadyExistsException(path.toString(), existing.toString(), null);
        }
        if (layers.isDirectory(found)) {
            throw refusal(path, existing, "Operation not permitted");
        }
        Node folder = folderFor(spot, path);
        copyUp.node(layers.again(found));
        layers.upper().link(found.path(), spot.path());
        touch(layers.again(folder));
    }

    void delete(Spot spot, UnionPath path) throws IOException {
        Node node = spot.node();
        if (node == null) {
            throw new NoSuchFileException(path.toString());
        }
        refuseDots(spot, path);
        if (layers.isDirectory(node) && !layers.isEmpty(node)) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        Upper upper = layers.upper();
        Node folder = copyUp.node(spot.folder());
        if (spot.below() >= 0) {
            upper.whiteout(spot.path());
        } else {
            upper.forget(spot.path());
        }
        touch(folder);
    }

    /**
     * Renames, over whatever is there as long as it is no folder with something in it.
     *
     * @param replace whether there may be something else there
     * @param alike whether that has to be a folder as the source is, or no folder as the source
     */
    void move(
            Spot from, UnionPath source, Spot to, UnionPath target, boolean replace, boolean alike)
            throws IOException {
        Node moved = from.node();
        if (moved == null) {
            throw new NoSuchFileException(source.toString(), target.toString(), null);
        }
        Node there = to.node();
        if (there != null && layers.number(there).equals(layers.number(moved))) {
            return;
        }
        if (there != null && !replace) {
            throw new FileAlreadyExistsException(target.toString());
        }
        refuseDots(from, source);
        boolean directory = layers.isDirectory(moved);
        if (there != null) {
            boolean ontoDirectory = layers.isDirectory(there);
            if (alike && directory != ontoDirectory) {
                throw refusal(source, target, directory ? "Not a directory" : "Is a directory");
            }
            if (ontoDirectory && !layers.isEmpty(there)) {
                throw new DirectoryNotEmptyException(target.toString());
            }
            refuseDots(to, target);
        }
        for (Node above = to.folder(); above != null; above = above.parent()) {
            if (above.path().equals(moved.path())) {
                throw refusal(source, target, "Invalid argument");
            }
        }
        Node folder = folderFor(new Spot(to.folder(), to.name(), to.below(), null, false), target);
        Node up = copyUp.node(layers.again(moved));
        if (directory) {
            moveDirectory(up, from.below() >= 0, to);
        } else {
            layers.upper().rename(from.path(), to.path(), from.below() >= 0);
        }
        touch(layers.again(from.folder()));
        touch(layers.again(folder));
    }

    private void moveDirectory(Node moved, boolean whiteout, Spot to) throws IOException {
        Upper upper = layers.upper();
        boolean hides = layers.isDirectoryBelow(to.below());
        Iterable<ByteString> closed = copyUp.tree(moved);
        if (hides) {
            upper.setOpaque(moved.path(), true);
        }
        upper.rename(moved.path(), to.path(), whiteout);
        for (ByteString path : closed) {
            byte[] rest =
                    Arrays.copyOfRange(path.toByteArray(), moved.path().length(), path.length());
            if (rest.length > 0 || !hides) {
                byte[] start = to.path().toByteArray();
                byte[] now = Arrays.copyOf(start, start.length + rest.length);
                System.arraycopy(rest, 0, now, start.length, rest.length);
                upper.setOpaque(ByteString.of(now), false);
            }
        }
        if (!hides && moved.up().opaque()) {
            upper.setOpaque(to.path(), false);
        }
    }

    void set(Node node, UnaryOperator<Attributes> change) throws IOException {
        Upper upper = layers.upper();
        Attributes before = layers.attributes(node);
        Attributes after = change.apply(before);
        if (!after.equals(before)) {
            upper.set(copyUp.node(node).path(), after);
        }
    }

    private static void refuseDots(Spot spot, UnionPath path) throws IOException {
        if (spot.isRoot()) {
            throw refusal(path, "Device or resource busy");
        }
        if (spot.dots()) {
            throw refusal(path, "Invalid argument");
        }
    }

    static FileSystemException refusal(UnionPath path, String reason) {
        return new FileSystemException(path.toString(), null, reason);
    }

    private static FileSystemException refusal(UnionPath path, UnionPath other, String reason) {
        return new FileSystemException(path.toString(), other.toString(), reason);
    }
}
