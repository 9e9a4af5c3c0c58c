package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.Arrays;

/** Finds the files that the hard links of one layer are names of. */
final class HardLinks {
    /** The target of a link that was not looked for yet. */
    static final int OPEN = Integer.MIN_VALUE;

    /** The target of a link that is being followed: to come here again is to go in a circle. */
    private static final int ON_TRAIL = OPEN + 1;

    /** The target of a link that leads nowhere. */
    private static final int BROKEN = OPEN + 2;

    private final LayerIndex index;
    private final int[] links;
    private final int[] targets;
    private final BrokenLinks broken;
    private final IntList trail = new IntList();

    private HardLinks(LayerIndex index, int[] links, int[] targets, BrokenLinks broken) {
        this.index = index;
        this.broken = broken;
        this.links = links;
        this.targets = targets;
    }

    /**
     * Fills in the open targets: {@code targets[i]} becomes the node that {@code links[i]} is a
     * name of, or {@code -2 - l} when this layer does not hold it and link {@code l}, at the end of
     * a chain of links, says where in the layers below it is. Each link is followed once.
     *
     * @param broken takes the links that name themselves, a directory, or lead round in a circle
     */
    static void resolve(LayerIndex index, int[] links, int[] targets, BrokenLinks broken)
            throws ImageFormatException {
        HardLinks resolution = new HardLinks(index, links, targets, broken);
        for (int i = 0; i < links.length; i++) {
            resolution.follow(i);
        }
    }

    private void follow(int first) throws ImageFormatException {
        int at = first;
        int target = targets[at];
        while (target == OPEN) {
            trail.add(at);
            targets[at] = ON_TRAIL;
            int next = next(links[at]);
            if (next == BROKEN) {
                target = BROKEN;
            } else if (next < 0) {
                target = -2 - links[at];
            } else if (index.type(next) != EntryType.HARDLINK) {
                target = next;
            } else {
                at = Arrays.binarySearch(links, next);
                target = targets[at];
            }
        }
        if (target == ON_TRAIL) {
            broken.add(problem(index, links[at], "a hard link to itself"));
            target = BROKEN;
        }
        while (trail.size() > 0) {
            targets[trail.get(trail.size() - 1)] = target;
            trail.removeLast();
        }
    }

    /** The node a link names; -1 when this layer has nothing there, BROKEN for a directory. */
    private int next(int link) throws ImageFormatException {
        ByteString wanted = index.attributes(link).link();
        int next = index.find(EntryPath.clean(wanted));
        if (next >= 0 && index.type(next) == EntryType.DIRECTORY) {
            broken.add(
                    problem(
                            index,
                            link,
                            "a hard link to a directory, " + EntryPath.printable(wanted)));
            return BROKEN;
        }
        return next < 0 || index.type(next) == EntryType.WHITEOUT ? -1 : next;
    }

    static ImageFormatException problem(LayerIndex index, int node, String reason) {
        return new ImageFormatException(EntryPath.printable(index.path(node)), reason);
    }
}
