package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.Arrays;

/** Finds the files that the hard links of one layer are names of. */
final class HardLinks {
    /** The target of a link that was not looked for yet. */
    static final int OPEN = Integer.MIN_VALUE;

    private final LayerIndex index;
    private final int[] links;
    private final int[] targets;
    private final IntList trail = new IntList();

    private HardLinks(LayerIndex index, int[] links, int[] targets) {
        this.index = index;
        this.links = links;
        this.targets = targets;
    }

    /**
     * Fills in the open targets: {@code targets[i]} becomes the node that {@code links[i]} is a
     * name of, or {@code -2 - l} when this layer does not hold it and link {@code l}, at the end of
     * a chain of links, says where in the layers below it is. Each link is followed once.
     *
     * @throws ImageFormatException when a link names itself, a directory, or leads round in a
     *     circle
     */
    static void resolve(LayerIndex index, int[] links, int[] targets) throws ImageFormatException {
        HardLinks resolution = new HardLinks(index, links, targets);
        for (int i = 0; i < links.length; i++) {
            resolution.follow(i);
        }
    }

    private void follow(int first) throws ImageFormatException {
        int at = first;
        int target = targets[at];
        while (target == OPEN) {
            trail.add(at);
            if (trail.size() > links.length) {
                throw problem(index, links[first], "a hard link to itself");
            }
            int next = next(links[at]);
            if (next < 0) {
                target = -2 - links[at];
            } else if (index.type(next) != EntryType.HARDLINK) {
                target = next;
            } else {
                at = Arrays.binarySearch(links, next);
                target = targets[at];
            }
        }
        while (trail.size() > 0) {
            targets[trail.get(trail.size() - 1)] = target;
            trail.removeLast();
        }
    }

    /** The node a link names; -1 when this layer has nothing there. */
    private int next(int link) throws ImageFormatException {
        ByteString wanted = index.attributes(link).link();
        int next = index.find(EntryPath.clean(wanted));
        if (next >= 0 && index.type(next) == EntryType.DIRECTORY) {
            throw problem(
                    index, link, "a hard link to a directory, " + EntryPath.printable(wanted));
        }
        return next < 0 || index.type(next) == EntryType.WHITEOUT ? -1 : next;
    }

    static ImageFormatException problem(LayerIndex index, int node, String reason) {
        return new ImageFormatException(EntryPath.printable(index.path(node)), reason);
    }
}
