package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a stack of layers shows at one path: an entry of one of its layers. Immutable.
 *
 * @param layers bottom first
 * @param layer the layer that has the entry; -1 for a root that no layer speaks of
 * @param node the entry's number in the index of that layer
 * @param file of a hard link the file that it is a name of; of all else the entry itself
 * @param linked whether it is shown as a hard link to another name. Of the names that are left of a
 *     file one is shown as the file
 */
public record StackEntry(List<LayerIndex> layers, int layer, int node, Place file, boolean linked) {
    /** An entry by itself: a hard link is one, whichever names of its file are left. */
    public static StackEntry of(List<LayerIndex> layers, int layer, int node) {
        if (layer < 0 || layers.get(layer).type(node) != EntryType.HARDLINK) {
            return new StackEntry(layers, layer, node, new Place(layer, node), false);
        }
        Place file;
        try {
            file = Place.ofFile(layers, layer, node);
        } catch (ImageFormatException e) {
            file = new Place(layer, node);
        }
        return new StackEntry(layers, layer, node, file, true);
    }

    /** Whether it is a hard link that is a name of no file. */
    public boolean isBroken() {
        return fileType() == EntryType.HARDLINK;
    }

    /** The kind of file. */
    public EntryType type() {
        EntryType own = layer < 0 ? EntryType.DIRECTORY : index().type(node);
        return own == EntryType.HARDLINK && !linked ? fileType() : own;
    }

    /** The kind of file under whatever name, which is a hard link only where that is broken. */
    public EntryType fileType() {
        return layer < 0 ? EntryType.DIRECTORY : fileIndex().type(file.node());
    }

    /** Whether it is a directory that no layer's entry names. */
    public boolean isImplied() {
        return layer < 0 || index().isImplied(node);
    }

    /**
     * Everything said of it. Of a hard link the size is the file's, and the target as written; what
     * is shown as the file has the file's.
     */
    public Attributes attributes() {
        if (layer < 0) {
            return Attributes.IMPLIED_DIRECTORY;
        }
        Attributes own = index().attributes(node);
        if (own.type() != EntryType.HARDLINK) {
            return own;
        }
        return linked ? own.withSize(fileSize()) : own.asNameOf(fileAttributes());
    }

    /** Everything said of the file under whatever name. */
    public Attributes fileAttributes() {
        return layer < 0 ? Attributes.IMPLIED_DIRECTORY : fileIndex().attributes(file.node());
    }

    /** The length in bytes of a regular file, also under its other names; 0 for all others. */
    public long fileSize() {
        return layer < 0 ? 0 : fileIndex().fileSize(file.node());
    }

    /** The regular file, under whatever name; null when it is none. */
    public @Nullable Entry entry() {
        return fileType() == EntryType.FILE ? fileIndex().entry(file.node(), file.layer()) : null;
    }

    /** Whether two, both regular files under whatever name, have the same bytes. */
    public boolean sameContent(StackEntry other) {
        return fileIndex().sameContent(file.node(), other.fileIndex(), other.file.node());
    }

    /**
     * Whether mode, owner, time and extended attributes are the same, as far as they count; types
     * and contents are not looked at.
     */
    public boolean sameMetadata(StackEntry other, Scrutiny scrutiny) {
        if (layer >= 0 && other.layer >= 0) {
            return index().sameMetadata(node, other.index(), other.node, scrutiny);
        }
        Attributes said = attributes();
        Attributes otherSaid = other.attributes();
        return said.mode() == otherSaid.mode()
                && (!scrutiny.owners() || said.sameOwner(otherSaid))
                && (!scrutiny.times() || said.sameMtime(otherSaid))
                && said.xattrs().equals(otherSaid.xattrs());
    }

    /**
     * Of a regular file under whatever name a number that is the same for all files of the same
     * bytes, and hardly ever for others.
     */
    public long contentKey() {
        return fileIndex().contentKey(file.node());
    }

    private LayerIndex index() {
        return layers.get(layer);
    }

    private LayerIndex fileIndex() {
        return layers.get(file.layer());
    }
}
