package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.tree.LayerIndex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an unpacked layer is called: by its diffID when it is unpacked in the same way in every
 * stack, else by its chainID. Short, since the kernel takes only a page of mount options.
 *
 * @param layer its place in the stack, from 0 at the bottom
 * @param text the name of its folder
 * @param id what tells it from all others
 */
record LayerName(int layer, String text, String id) {
    private static final int LENGTH = 15;

    /**
     * The layers of a stack that count, the topmost first. One that is there twice counts once, at
     * its upper place, since all it says it says there again; and nothing below one counts that
     * hides all, which overlayfs does not see in a layer's root.
     */
    static List<LayerName> of(List<Lower> stack) {
        List<LayerIndex> layers = stack.stream().map(Lower::index).toList();
        List<LayerName> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = stack.size() - 1; i >= 0; i--) {
            Lower lower = stack.get(i);
            boolean alone = OverlayForm.standsAlone(layers, i);
            String id = (alone ? lower.diffId() : lower.chainId()).toString();
            String hex = (alone ? lower.diffId() : lower.chainId()).hex();
            if (seen.add(id)) {
                names.add(new LayerName(i, (alone ? "d" : "c") + hex.substring(0, LENGTH), id));
            }
            if (lower.index().isOpaque(0)) {
                break;
            }
        }
        return names;
    }
}
