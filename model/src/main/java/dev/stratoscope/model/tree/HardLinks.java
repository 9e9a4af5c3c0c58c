package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;
import java.util.Arrays;

/** Finds the files that the hard links of one layer are names of. */
final class HardLinks {
    private static final int MOST_STEPS = 40;

    private HardLinks() {}

    /**
     * Fills {@code targets[i]} with the file that {@code links[i]} is a name of, or -1 when this layer does not hold it.
     *
     * @throws ImageFormatException when a link names itself, a directory, or leads round in a circle
     */
    static void resolve(LayerIndex index, int[] links, int[] targets)
            throws ImageFormatException {
        for (int i = 0; i < links.length; i++) {
            int at = links[i];
            for (int steps = 0; ; steps++) {
                ByteString wanted = index.attributes(at).link();
                byte[] clean = EntryPath.cleanBytes(wanted);
                int next = index.find(ByteString.of(clean));
                if (next == links[i] || steps > MOST_STEPS) {
                    throw problem(index, links[i], "a hard link to itself");
                }
                if (next < 0 || index.type(next) == EntryType.WHITEOUT) {
                    targets[i] = -1;
                    break;
                }
                if (index.type(next) == EntryType.DIRECTORY) {
                    throw problem(index, links[i], "a hard link to a directory, " + EntryPath.printable(wanted));
                }
                if (index.type(next) != EntryType.HARDLINK) {
                    targets[i] = next;
                    break;
                }
                int known = Arrays.binarySearch(links, 0, i, next);
                if (known >= 0) {
                    targets[i] = targets[known];
                    break;
                }
                at = next;
            }
        }
    }

    static ImageFormatException problem(LayerIndex index, int node, String reason) {
        return new ImageFormatException(EntryPath.printable(index.path(node)), reason);
    }
}
