package dev.stratoscope.model.diff;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Place;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Which layers touched a path. Looks at that one path in each layer, so no trees need be merged.
 *
 * @param path the path; empty for the root
 * @param touches what the layers did to it, the lowest first; empty when none has it. A layer that
 *     only brings something below a folder does not touch the folder
 */
public record Blame(ByteString path, List<Touch> touches) {
    /** Copies the list. */
    public Blame {
        touches = List.copyOf(touches);
    }

    /**
     * Follows a path through a stack.
     *
     * @param layers bottom first
     * @param path taken literally, without slashes at its ends
     * @throws ImageFormatException when it is a hard link whose target is in none of the layers
     */
    public static Blame of(List<LayerIndex> layers, ByteString path) throws ImageFormatException {
        List<Touch> touches = new ArrayList<>();
        StackEntry below = path.isEmpty() ? StackEntry.of(layers, -1, 0) : null;
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerIndex index = layers.get(layer);
            Hiding hiding = below == null ? null : index.hiding(path);
            int node = index.findShown(path);
            if (node >= 0 && !isPassedThrough(index, node, below, hiding)) {
                StackEntry now = entry(layers, layer, node);
                Kind kind = below == null ? Kind.ADDED : Kind.between(below, now);
                Attributes said = index.attributes(node);
                touches.add(new Touch(layer, kind, said, now.fileSize(), hiding));
                below = now;
            } else if (hiding != null) {
                touches.add(new Touch(layer, Kind.DELETED, null, 0, hiding));
                below = null;
            }
        }
        return new Blame(path, touches);
    }

    /** Whether the stack shows the path. */
    public boolean isVisible() {
        return !touches.isEmpty() && !touches.getLast().isRemoval();
    }

    /**
     * What hides the path from who looks at a layer: the removal that this layer shows, or the next
     * one above it.
     *
     * @return null when the path stays visible from there up
     */
    public @Nullable Touch removalSeenFrom(int layer) {
        Touch shown = null;
        for (Touch touch : touches) {
            if (touch.layer() <= layer) {
                shown = touch;
            } else if (shown != null && shown.isRemoval()) {
                break;
            } else if (touch.isRemoval()) {
                return touch;
            }
        }
        return shown != null && shown.isRemoval() ? shown : null;
    }

    /** The touch of the next lower layer; null for the lowest. */
    public @Nullable Touch before(Touch touch) {
        int at = touches.indexOf(touch);
        return at < 1 ? null : touches.get(at - 1);
    }

    /** The touch of the next higher layer; null for the topmost. */
    public @Nullable Touch after(Touch touch) {
        int at = touches.indexOf(touch);
        return at < 0 || at + 1 == touches.size() ? null : touches.get(at + 1);
    }

    private static StackEntry entry(List<LayerIndex> layers, int layer, int node)
            throws ImageFormatException {
        boolean linked = layers.get(layer).type(node) == EntryType.HARDLINK;
        return new StackEntry(layers, layer, node, Place.ofFile(layers, layer, node), linked);
    }

    /** Whether a folder is only on the way to what the layer brings, and stays what it was. */
    private static boolean isPassedThrough(
            LayerIndex index, int node, @Nullable StackEntry below, @Nullable Hiding hiding) {
        return index.isImplied(node)
                && hiding == null
                && !index.hidesBelow(node)
                && below != null
                && below.fileType() == EntryType.DIRECTORY;
    }
}
