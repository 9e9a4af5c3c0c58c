package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.archive.LayerBlob;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.store.Addition;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes an image of a container: the image's layers, one more, and a line of history. */
final class Committing {
    private Committing() {}

    /**
     * Makes it.
     *
     * @param written what the container wrote; its files may not change meanwhile
     */
    static KeptImage run(
            ContainerHome home,
            ContainerRecord record,
            BaseImage image,
            WritableLayer written,
            CommitSpec spec,
            Progress progress)
            throws IOException {
        Set<ByteString> paths = spec.paths();
        List<LayerEntry> entries =
                paths == null
                        ? written.changes().asLayer()
                        : ChosenLayer.of(written.changes(), paths);
        JsonNode document = image.document(home.limits());
        Instant now = home.clock().instant();
        // Wrong instructions are told before anything is written.
        ConfigChange.all(record.config().json(), spec.changes());
        Progress writing = progress.child("Writing the layer", length(entries));
        Addition addition =
                new Addition() {
                    @Override
                    public boolean hasLayer() {
                        return !entries.isEmpty();
                    }

                    @Override
                    public void writeLayer(LayerBlob layer) throws IOException {
                        layer.write(entries, written.contents(), writing);
                    }

                    @Override
                    public byte[] config(Digest diffId) throws IOException {
                        return CommittedConfig.bytes(
                                image.config(),
                                document,
                                record.config(),
                                spec,
                                now,
                                hasLayer(),
                                diffId);
                    }
                };
        return home.store().add(image.opened(), addition, spec.name(), progress);
    }

    /** Docker's SIZE: files, and the lengths of links' targets. */
    private static long length(List<LayerEntry> entries) {
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
