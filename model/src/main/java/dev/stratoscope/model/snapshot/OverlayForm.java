package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;
import dev.stratoscope.model.tree.Place;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One layer of a stack as overlayfs wants it: whiteouts as devices 0:0, opaque marks as extended
 * attributes, and nothing that has to be looked up in the layers below.
 */
final class OverlayForm {
    /** The stack was read within limits; its overlay form is hardly larger. */
    private static final Limits LIMITS =
            Limits.DEFAULT
                    .with(Limit.ENTRIES, 1 << 30)
                    .with(Limit.PATH_BYTES, 1 << 30)
                    .with(Limit.INDEX_BYTES, Long.MAX_VALUE);

    private final List<LayerIndex> layers;
    private final int layer;
    private final LayerIndex from;
    private final Below below;

    /** The nodes that are no files, or lie below one. */
    private final BitSet bookkeeping = new BitSet();

    /** The nodes where nothing of the layers below is left. */
    private final BitSet covered = new BitSet();

    private final Map<ByteString, Boolean> foldersBelow = new HashMap<>();
    private final Map<Place, ByteString> firstNames = new HashMap<>();
    private final Map<ByteString, Entry> elsewhere = new HashMap<>();

    private OverlayForm(List<LayerIndex> layers, int layer) {
        this.layers = layers;
        this.layer = layer;
        this.from = layers.get(layer).sound();
        this.below = new Below(layers, layer);
        for (int node = 0; node < from.size(); node++) {
            for (int i = from.firstChild(node); i < from.endOfChildren(node); i++) {
                bookkeeping.set(i, bookkeeping.get(node) || from.isBookkeeping(i));
                covered.set(i, covered.get(node) || from.isOpaque(node) || hides(i));
            }
        }
    }

    private boolean hides(int node) {
        return from.hidesBelow(node) && from.type(node) != EntryType.WHITEOUT;
    }

    /**
     * A layer to be unpacked.
     *
     * @param index its overlay form
     * @param contents the bytes of its files
     */
    record Unpackable(LayerIndex index, Contents contents) {}

    /**
     * Whether a layer is unpacked in the same way whatever lies below it. A hard link to a file
     * below, a folder that only leads to something and is below with attributes of its own, and a
     * whiteout in a folder that is not below depend on that.
     *
     * @param layers bottom first
     * @param layer one of them
     */
    static boolean standsAlone(List<LayerIndex> layers, int layer) {
        OverlayForm form = new OverlayForm(layers, layer);
        for (int node = 1; node < form.from.size(); node++) {
            if (!form.bookkeeping.get(node) && form.needsBelow(node)) {
                return false;
            }
        }
        return true;
    }

    private boolean needsBelow(int node) {
        return switch (from.type(node)) {
            case HARDLINK -> from.hardLinkTarget(node) < 0;
            case WHITEOUT -> !covered.get(node) && !isFolderBelow(from.parent(node));
            case DIRECTORY ->
                    from.isImplied(node) && !Attributes.IMPLIED_DIRECTORY.equals(implied(node));
            default -> false;
        };
    }

    private boolean isFolderBelow(int node) {
        return foldersBelow.computeIfAbsent(from.path(node), path -> below.folder(path) != null);
    }

    private Attributes implied(int node) {
        Attributes known = covered.get(node) ? null : below.folder(from.path(node));
        return Objects.requireNonNullElse(known, Attributes.IMPLIED_DIRECTORY);
    }

    /**
     * The overlay form of a layer.
     *
     * @param contents of the stack's files
     * @throws ImageFormatException when a hard link is a name of nothing
     */
    static Unpackable of(List<LayerIndex> layers, int layer, Contents contents)
            throws ImageFormatException, LimitException {
        OverlayForm form = new OverlayForm(layers, layer);
        LayerIndex index = form.build();
        Contents own =
                (entry, offset) -> {
                    Entry file = form.elsewhere.get(entry.path());
                    ByteString path = file == null ? entry.path() : file.path();
                    int at = file == null ? layer : file.layer();
                    Entry inStack =
                            new Entry(
                                    path,
                                    at,
                                    entry.size(),
                                    entry.offset(),
                                    entry.sparse(),
                                    entry.digest());
                    return contents.open(inStack, offset);
                };
        return new Unpackable(index, own);
    }

    private LayerIndex build() throws ImageFormatException, LimitException {
        LayerIndexBuilder to = new LayerIndexBuilder(LIMITS);
        to.add(ByteString.of("./"), said(0), 0, null, null);
        for (int node = 1; node < from.size(); node++) {
            if (!bookkeeping.get(node) && from.type(node) != EntryType.HARDLINK) {
                add(to, node);
            }
        }
        // After what they are names of.
        for (int node = 1; node < from.size(); node++) {
            if (!bookkeeping.get(node) && from.type(node) == EntryType.HARDLINK) {
                link(to, node);
            }
        }
        return to.build(0);
    }

    private void add(LayerIndexBuilder to, int node) throws ImageFormatException, LimitException {
        ByteString path = from.path(node);
        switch (from.type(node)) {
            case DIRECTORY -> to.add(path, said(node), 0, null, null);
            case WHITEOUT -> {
                if (!covered.get(node) && isFolderBelow(from.parent(node))) {
                    to.add(path, Marks.WHITEOUT, 0, null, null);
                }
            }
            case FILE -> file(to, path, from.attributes(node), from.entry(node, layer));
            default -> to.add(path, stripped(from.attributes(node)), 0, null, null);
        }
    }

    private Attributes said(int folder) {
        // The root is what the upper folder says it is, whatever the layers say.
        Attributes own =
                folder == 0
                        ? Attributes.IMPLIED_DIRECTORY
                        : from.isImplied(folder) ? implied(folder) : from.attributes(folder);
        Map<ByteString, ByteString> xattrs = new HashMap<>(Marks.strip(own.xattrs()));
        if (folder > 0 && (from.isOpaque(folder) || from.hidesBelow(folder))) {
            xattrs.put(Marks.OPAQUE, Marks.YES);
        }
        return Marks.with(own, xattrs);
    }

    private static Attributes stripped(Attributes said) {
        return said.xattrs().isEmpty() ? said : Marks.with(said, Marks.strip(said.xattrs()));
    }

    private static void file(
            LayerIndexBuilder to, ByteString path, Attributes attributes, Entry entry)
            throws ImageFormatException, LimitException {
        Digest digest = entry.digest();
        byte[] sha256 = digest == null ? new byte[32] : digest.hash();
        to.add(path, stripped(attributes), entry.offset(), sha256, entry.sparse());
    }

    /** The first name of a file that is not in this layer becomes the file. */
    private void link(LayerIndexBuilder to, int node) throws ImageFormatException, LimitException {
        ByteString path = from.path(node);
        int target = from.hardLinkTarget(node);
        if (target >= 0 && !bookkeeping.get(target)) {
            Attributes said = from.attributes(node).asLinkTo(from.path(target));
            to.add(path, said, 0, null, null);
            return;
        }
        StackEntry linked = StackEntry.of(layers, layer, node);
        if (linked.isBroken()) {
            throw new ImageFormatException(EntryPath.printable(path), "a hard link to nothing");
        }
        @Nullable ByteString first = firstNames.putIfAbsent(linked.file(), path);
        Entry entry = linked.entry();
        if (first != null) {
            to.add(path, from.attributes(node).asLinkTo(first), 0, null, null);
        } else if (entry == null) {
            to.add(path, stripped(linked.fileAttributes()), 0, null, null);
        } else {
            elsewhere.put(path, entry);
            file(to, path, linked.fileAttributes(), entry);
        }
    }
}
