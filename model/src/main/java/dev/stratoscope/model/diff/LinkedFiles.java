package dev.stratoscope.model.diff;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Place;
import dev.stratoscope.model.tree.StackEntry;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that hard links of a stack are names of, and which of its names each is shown at as the
 * file from layer to layer: the one that was the file in its layer, or once that is gone the first
 * one left by path. Immutable; nothing where there are no hard links.
 */
final class LinkedFiles {
    private final StackNodes nodes;

    /** The file of each link, in the order of the links' versions. */
    private final int[] fileOf;

    private final Place[] places;

    /** For each file pairs of a layer and the node that is the file from there on, -1 for none. */
    private final int[][] heads;

    private final BitSet broken = new BitSet();
    private final List<SizeChange> sizeChanges = new ArrayList<>();

    /**
     * A link that counts as the file from a layer on, or does so no more. The file itself counts
     * where it is shown, of which nothing is told here.
     *
     * @param at the node
     * @param layer the layer
     * @param bytes how many more count at the node than in the layer below
     */
    record SizeChange(int at, int layer, long bytes) {}

    private LinkedFiles(StackNodes nodes, Progress progress) throws InterruptedIOException {
        this.nodes = nodes;
        int[] links = nodes.links();
        this.fileOf = new int[links.length];
        List<Place> found = new ArrayList<>();
        Map<Place, Integer> numbers = new HashMap<>();
        for (int i = 0; i < links.length; i++) {
            progress.advance(0);
            StackEntry link =
                    StackEntry.of(nodes.layers(), nodes.layer(links[i]), nodes.inLayer(links[i]));
            if (link.isBroken()) {
                broken.set(link.layer(), nodes.until(nodes.nodeOf(links[i]), links[i]));
            }
            Integer known = numbers.putIfAbsent(link.file(), found.size());
            if (known == null) {
                found.add(link.file());
            }
            fileOf[i] = known == null ? found.size() - 1 : known;
        }
        this.places = found.toArray(Place[]::new);
        this.heads = new int[places.length][];
        if (places.length > 0) {
            follow(versions(numbers), members());
        }
    }

    /**
     * Looks at the hard links of a stack.
     *
     * @throws InterruptedIOException when cancelled
     */
    static LinkedFiles of(StackNodes nodes, Progress progress) throws InterruptedIOException {
        return new LinkedFiles(nodes, progress);
    }

    /** The layers as of which there are hard links that are names of no file. */
    boolean isBroken(int layer) {
        return layer >= 0 && broken.get(layer);
    }

    /** By node. */
    List<SizeChange> sizeChanges() {
        return sizeChanges;
    }

    /**
     * The name that a hard link leads to as of a layer; -1 when it is the file itself, or broken.
     *
     * @param at a node
     * @param version of it, as of the layer a hard link
     */
    int target(int at, int version, int asOf) {
        int head = head(heads[file(version)], asOf);
        return head == at ? -1 : head;
    }

    /** What a hard link is a name of; the link itself where it is broken. */
    Place place(int version) {
        return places[file(version)];
    }

    /** Docker's bytes of a hard link as of a layer. */
    long ownSize(int at, int version, int asOf) {
        return target(at, version, asOf) < 0 ? size(file(version)) : 0;
    }

    private int file(int version) {
        return fileOf[Arrays.binarySearch(nodes.links(), version)];
    }

    private static int head(int[] heads, int asOf) {
        int head = -1;
        for (int i = 0; i < heads.length && heads[i] <= asOf; i += 2) {
            head = heads[i + 1];
        }
        return head;
    }

    private long size(int file) {
        LayerIndex index = nodes.layers().get(places[file].layer());
        return index.ownSize(places[file].node());
    }

    /** For each file the version that is the file itself; -1 when it is never shown. */
    private int[] versions(Map<Place, Integer> numbers) {
        int[] versions = new int[places.length];
        Arrays.fill(versions, -1);
        BitSet wanted = new BitSet();
        for (Place place : places) {
            wanted.set(place.node());
        }
        int all = nodes.endOfVersions(nodes.size() - 1);
        for (int version = 0; version < all; version++) {
            if (!nodes.isLive(version) || !wanted.get(nodes.inLayer(version))) {
                continue;
            }
            Integer file = numbers.get(new Place(nodes.layer(version), nodes.inLayer(version)));
            if (file != null) {
                versions[file] = version;
            }
        }
        return versions;
    }

    /** The versions that are links to each file. */
    private int[][] members() {
        int[] counts = new int[places.length];
        for (int file : fileOf) {
            counts[file]++;
        }
        int[][] members = new int[places.length][];
        for (int i = fileOf.length - 1; i >= 0; i--) {
            int file = fileOf[i];
            if (members[file] == null) {
                members[file] = new int[counts[file]];
            }
            members[file][--counts[file]] = nodes.links()[i];
        }
        return members;
    }

    private void follow(int[] versions, int[][] members) {
        for (int file = 0; file < places.length; file++) {
            heads[file] = follow(file, versions[file], members[file]);
        }
        sizeChanges.sort((a, b) -> Integer.compare(a.at(), b.at()));
    }

    private int[] follow(int file, int own, int[] members) {
        BitSet changes = new BitSet();
        if (own >= 0) {
            addChanges(changes, own);
        }
        for (int link : members) {
            addChanges(changes, link);
        }
        changes.clear(nodes.layers().size());
        int[] points = new int[2 * changes.cardinality()];
        int count = 0;
        int counted = -1;
        for (int layer = changes.nextSetBit(0); layer >= 0; layer = changes.nextSetBit(layer + 1)) {
            boolean itself = isShown(own, layer);
            int head = itself ? nodes.nodeOf(own) : firstLeft(members, layer);
            points[count++] = layer;
            points[count++] = head;
            int counts = itself ? -1 : head;
            if (counts != counted) {
                addSize(counted, layer, -size(file));
                addSize(counts, layer, size(file));
                counted = counts;
            }
        }
        return points;
    }

    private void addSize(int at, int layer, long bytes) {
        if (at >= 0 && bytes != 0) {
            sizeChanges.add(new SizeChange(at, layer, bytes));
        }
    }

    private void addChanges(BitSet changes, int version) {
        changes.set(nodes.layer(version));
        changes.set(nodes.until(nodes.nodeOf(version), version));
    }

    private boolean isShown(int version, int asOf) {
        return version >= 0
                && nodes.layer(version) <= asOf
                && asOf < nodes.until(nodes.nodeOf(version), version);
    }

    private int firstLeft(int[] members, int asOf) {
        int first = -1;
        for (int link : members) {
            if (isShown(link, asOf)) {
                int at = nodes.nodeOf(link);
                first = first < 0 || nodes.path(at).compareTo(nodes.path(first)) < 0 ? at : first;
            }
        }
        return first;
    }
}
