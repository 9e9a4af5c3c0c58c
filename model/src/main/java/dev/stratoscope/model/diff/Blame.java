package dev.stratoscope.model.diff;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Place;

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
    /** What there is below the first layer at the root. */
    private static final Version ROOT =
            new Version(
                    Attributes.IMPLIED_DIRECTORY, EntryType.DIRECTORY, ByteString.EMPTY, null, 0);

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
        Version below = path.isEmpty() ? ROOT : null;
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerIndex index = layers.get(layer);
            Hiding hiding = below == null ? null : index.hiding(path);
            int node = index.findShown(path);
            if (node >= 0 && !isPassedThrough(index, node, below, hiding)) {
                Version now = Version.of(layers, layer, node);
                Kind kind = below == null ? Kind.ADDED : below.changeTo(now);
                touches.add(new Touch(layer, kind, now.said(), now.size(), hiding));
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

    /** Whether a folder is only on the way to what the layer brings, and stays what it was. */
    private static boolean isPassedThrough(
            LayerIndex index, int node, @Nullable Version below, @Nullable Hiding hiding) {
        return index.isImplied(node)
                && hiding == null
                && !index.hidesBelow(node)
                && below != null
                && below.type() == EntryType.DIRECTORY;
    }

    /**
     * What a layer brought.
     *
     * @param said what the entry says
     * @param type the kind of file, that of the file for a hard link
     * @param link the target of a symbolic link
     * @param index where the file is; null for the root below all layers
     * @param node the file there
     */
    private record Version(
            Attributes said,
            EntryType type,
            ByteString link,
            @Nullable LayerIndex index,
            int node) {
        static Version of(List<LayerIndex> layers, int layer, int node)
                throws ImageFormatException {
            Attributes said = layers.get(layer).attributes(node);
            Place place = Place.ofFile(layers, layer, node);
            LayerIndex index = layers.get(place.layer());
            ByteString link = index.attributes(place.node()).link();
            return new Version(said, index.type(place.node()), link, index, place.node());
        }

        long size() {
            return index == null ? 0 : index.fileSize(node);
        }

        Kind changeTo(Version now) {
            boolean device = type.isDevice();
            if (type != now.type
                    || (type == EntryType.SYMLINK && !link.equals(now.link))
                    || (type == EntryType.FILE && !sameContent(now))
                    || (device && said.deviceMajor() != now.said.deviceMajor())
                    || (device && said.deviceMinor() != now.said.deviceMinor())) {
                return Kind.MODIFIED;
            }
            return said.sameMetadata(now.said) ? Kind.UNCHANGED : Kind.METADATA_ONLY;
        }

        private boolean sameContent(Version now) {
            return index != null
                    && now.index != null
                    && index.sameContent(node, now.index, now.node);
        }
    }
}
