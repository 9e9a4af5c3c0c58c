package dev.stratoscope.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Whether an index that was packed and opened again says the same. */
public final class SameIndex {
    private SameIndex() {}

    /** Packs an index, opens a copy elsewhere in memory, and compares all that both say. */
    public static void check(LayerIndex index) throws IOException {
        MemorySegment bytes = index.segment();
        MemorySegment copy = Arena.ofAuto().allocate(bytes.byteSize());
        copy.copyFrom(bytes);
        assertEquals(text(index), text(LayerIndex.of(copy).sound()));
    }

    /** Everything an index says, a line for each node. */
    static List<String> text(LayerIndex index) {
        List<String> lines = new ArrayList<>();
        lines.add(index.size() + " " + index.entries() + " " + index.tarSize());
        lines.add(index.contentSize() + " " + index.findings());
        for (int node = 0; node < index.size(); node++) {
            assertEquals(node, index.find(index.path(node)));
            lines.add(
                    String.join(
                            " ",
                            index.path(node).toString(),
                            index.name(node).toString(),
                            index.attributes(node).toString(),
                            index.entry(node, 0).toString(),
                            index.parent(node) + " " + index.firstChild(node),
                            index.endOfChildren(node) + " " + index.fileSize(node),
                            "" + index.isImplied(node) + index.isOpaque(node),
                            "" + index.isWhiteout(node) + index.hidesBelow(node),
                            "" + index.isBookkeeping(node) + index.hardLinkTarget(node),
                            index.hardLinkPlace(node) + " " + index.linkLength(node),
                            String.valueOf(index.digest(node)),
                            String.valueOf(index.hiding(index.path(node))),
                            "" + index.sameContent(node, index, node)));
        }
        return lines;
    }
}
