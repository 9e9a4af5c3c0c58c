package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;

import java.util.List;

/** What layers count for. */
final class Sizes {
    private Sizes() {}

    /** Docker's SIZE: files, and the lengths of links' targets. */
    static long of(List<LayerEntry> entries) {
        long sum = 0;
        for (LayerEntry entry : entries) {
            Entry file = entry.file();
            if (file != null) {
                sum += file.size();
            } else if (entry.attributes().type() == EntryType.SYMLINK) {
                sum += entry.attributes().link().length();
            }
        }
        return sum;
    }
}
