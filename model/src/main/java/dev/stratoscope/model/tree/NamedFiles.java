package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Which files of a stack have several names, whether those are shown or not. A place in the stack
 * is one number, see {@link FilesBelow#key}. Immutable.
 */
final class NamedFiles {
    private final List<LayerIndex> layers;

    /** The links whose file is in a layer below, and their files. */
    private final Map<Long, Long> filesBelow = new HashMap<>();

    /** By layer the files that hard links of any layer are names of; null for none. */
    private final @Nullable BitSet[] linked;

    /**
     * Looks at the hard links of a stack.
     *
     * @throws BrokenLinksException when the targets of some that are shown are in no layer
     */
    NamedFiles(List<LayerIndex> layers) throws ImageFormatException {
        this.layers = layers;
        this.linked = new BitSet[layers.size()];
        FilesBelow below = new FilesBelow(layers);
        for (int layer = 0; layer < linked.length; layer++) {
            HardLinkColumn links = layers.get(layer).hardLinks();
            for (int link = 0; link < links.count(); link++) {
                if (links.target(link) >= 0) {
                    addFile(layer, links.target(link));
                } else {
                    addFileBelow(layer, links.node(link), below);
                }
            }
        }
    }

    private void addFileBelow(int layer, int link, FilesBelow below) throws ImageFormatException {
        long place = FilesBelow.key(layer, link);
        long file;
        try {
            file = below.find(layer, link);
        } catch (ImageFormatException e) {
            // Tells of all such links if any is shown. Otherwise nobody asks what it is a name of.
            FileTree.merge(layers);
            file = place;
        }
        filesBelow.put(place, file);
        addFile(layer(file), node(file));
    }

    private void addFile(int layer, int node) {
        BitSet files = linked[layer];
        if (files == null) {
            files = new BitSet();
            linked[layer] = files;
        }
        files.set(node);
    }

    static int layer(long place) {
        return (int) (place >>> 32);
    }

    static int node(long place) {
        return (int) place;
    }

    boolean isLink(int layer, int node) {
        return layers.get(layer).type(node) == EntryType.HARDLINK;
    }

    /** Whether it is a name of a file that has, or had in its layer, another name. */
    boolean hasOtherNames(int layer, int node) {
        BitSet files = linked[layer];
        return (files != null && files.get(node)) || isLink(layer, node);
    }

    /** The file that a node is a name of. */
    long file(int layer, int node) {
        int here = layers.get(layer).hardLinkPlace(node);
        if (here >= 0) {
            return FilesBelow.key(layer, here);
        }
        long place = FilesBelow.key(layer, node);
        return here == -1 ? place : filesBelow.getOrDefault(place, place);
    }

    /** All names, shown or not, of some files. */
    void forNames(Set<Long> files, LongConsumer name) {
        files.forEach(name::accept);
        for (int layer = 0; layer < linked.length; layer++) {
            HardLinkColumn links = layers.get(layer).hardLinks();
            for (int link = 0; link < links.count(); link++) {
                if (files.contains(file(layer, links.node(link)))) {
                    name.accept(FilesBelow.key(layer, links.node(link)));
                }
            }
        }
    }

    /** The links whose file is in a layer below, and their files. */
    Map<Long, Long> filesBelow() {
        return filesBelow;
    }
}
