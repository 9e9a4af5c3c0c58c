package dev.stratoscope.model.archive;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Layers as tars in memory, and the tree they show. */
record Stack(List<byte[]> tars, List<LayerIndex> indexes, FileTree tree) {
    static Stack of(List<TestImage.Layer> layers) throws IOException {
        return ofTars(TestImage.of(layers.toArray(TestImage.Layer[]::new)).tars());
    }

    static Stack ofTars(List<byte[]> tars) throws IOException {
        List<LayerIndex> indexes = new ArrayList<>();
        for (byte[] tar : tars) {
            indexes.add(Scan.of(tar).index());
        }
        return new Stack(tars, indexes, FileTree.merge(indexes));
    }

    /** With one more layer on top. */
    Stack under(byte[] tar) throws IOException {
        List<byte[]> all = new ArrayList<>(tars);
        all.add(tar);
        return ofTars(all);
    }

    /** The tar of entries whose files are in this. */
    byte[] write(List<LayerEntry> layer) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        LayerWriter.write(
                layer,
                (entry, offset) ->
                        new ByteArrayInputStream(
                                tars.get(entry.layer()),
                                (int) (entry.offset() + offset),
                                (int) (entry.size() - offset)),
                tar,
                Progress.NONE);
        return tar.toByteArray();
    }
}
