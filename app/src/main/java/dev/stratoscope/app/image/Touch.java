package dev.stratoscope.app.image;

import dev.stratoscope.app.view.files.HidingWords;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.ArrayList;
import java.util.List;

/**
 * One layer that touched a path.
 *
 * @param layer from 0 at the bottom
 * @param kind what it did to the path
 * @param size the length of the file it brought, in bytes; 0 for all else
 * @param words what else there is to say, such as the marker that removed it
 */
record Touch(int layer, Kind kind, long size, String words) {

    /**
     * Every layer that speaks of a path, the lowest first. Looks only at that path in each layer.
     *
     * @param layers the layers that were read, bottom first
     */
    static List<Touch> of(List<LayerFacts> layers, ByteString path) {
        List<Touch> touches = new ArrayList<>();
        boolean there = false;
        Attributes below = Attributes.IMPLIED_DIRECTORY;
        LayerIndex belowIndex = null;
        int belowNode = -1;
        for (LayerFacts facts : layers) {
            LayerIndex index = facts.index();
            String hidden = there ? HidingWords.of(index.hiding(path)) : "";
            if (!hidden.isEmpty()) {
                there = false;
            }
            int node = index.find(path);
            boolean brought =
                    node >= 0
                            && index.type(node) != EntryType.WHITEOUT
                            && !(index.isImplied(node) && there);
            if (!brought) {
                if (!hidden.isEmpty()) {
                    touches.add(new Touch(facts.number(), Kind.DELETED, 0, hidden));
                }
                continue;
            }
            Attributes now = index.attributes(node);
            Kind kind = Kind.ADDED;
            if (there) {
                boolean same =
                        now.type() == below.type()
                                && now.link().equals(below.link())
                                && (now.type() != EntryType.FILE
                                        || (belowIndex != null
                                                && index.sameContent(node, belowIndex, belowNode)));
                kind =
                        !same
                                ? Kind.MODIFIED
                                : now.sameMetadata(below) ? Kind.UNCHANGED : Kind.METADATA_ONLY;
            }
            touches.add(new Touch(facts.number(), kind, index.fileSize(node), ""));
            there = true;
            below = now;
            belowIndex = index;
            belowNode = node;
        }
        return touches;
    }
}
