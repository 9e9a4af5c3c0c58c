package dev.stratoscope.model;

import dev.stratoscope.model.archive.IndexCache.Kind;
import dev.stratoscope.model.archive.LayerRecords;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.StackCounts;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.store.IndexFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the engine keeps of the layers it read, wherever they lie. Safe for use by many threads. */
final class Indexes {
    private final IndexFolder folder;
    private final LayerRecords records;

    /**
     * Indexes below a folder, which is made when the first is kept.
     *
     * @param relied whether they are used, and not only removed when nobody needs them
     */
    Indexes(Path folder, Clock clock, boolean relied) {
        this.folder = new IndexFolder(folder, clock);
        this.records = relied ? new LayerRecords(this.folder, clock) : LayerRecords.NONE;
    }

    /** What is known of single layers. */
    LayerRecords records() {
        return records;
    }

    /**
     * How many paths each layer of a stack changes in the file system below it.
     *
     * @param stack bottom first
     * @return as many as can be told: below the first layer whose hard links are names of no file
     */
    List<ChangeCounts> changes(List<LayerFacts> stack) {
        List<ChangeCounts> known = new ArrayList<>();
        for (LayerFacts layer : stack) {
            ChangeCounts counts = find(layer.chainId());
            if (counts == null) {
                return count(stack);
            }
            known.add(counts);
        }
        return known;
    }

    private List<ChangeCounts> count(List<LayerFacts> stack) {
        List<ChangeCounts> counted = new ArrayList<>();
        for (ChangeCounts counts : StackCounts.of(stack.stream().map(LayerFacts::index).toList())) {
            if (counts == null) {
                break;
            }
            String chainId = stack.get(counted.size()).chainId().toString();
            records.cache().keep(Kind.CHANGES, chainId, counts.pack());
            counted.add(counts);
        }
        return counted;
    }

    private @Nullable ChangeCounts find(Digest chainId) {
        MemorySegment kept = records.cache().find(Kind.CHANGES, chainId.toString());
        return kept == null ? null : ChangeCounts.unpack(kept);
    }

    /**
     * Removes what was not used for long and no stored image needs.
     *
     * @return the bytes freed
     */
    long prune(List<KeptImage> stored) throws IOException {
        Set<String> needed = new HashSet<>();
        for (KeptImage image : stored) {
            for (KeptLayer layer : image.layers()) {
                needed.add(layer.diffId().toString());
                needed.add(layer.blob().toString());
            }
            ChainId.of(image.layers().stream().map(KeptLayer::diffId).toList())
                    .forEach(chain -> needed.add(chain.toString()));
        }
        return folder.prune((kind, key) -> needed.contains(key));
    }
}
