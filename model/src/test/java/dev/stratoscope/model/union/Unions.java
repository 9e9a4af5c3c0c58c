package dev.stratoscope.model.union;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layers made in code, as lower layers. */
record Unions(List<LayerIndex> layers, Contents contents) {
    static Unions of(TestImage.Layer... layers) throws IOException {
        List<LayerIndex> indexes = new ArrayList<>();
        Map<Map.Entry<Integer, ByteString>, ByteString> files = new HashMap<>();
        for (int i = 0; i < layers.length; i++) {
            indexes.add(layers[i].index());
            for (ImageDraft.Item item : layers[i].items()) {
                if (item.attributes().type() == EntryType.FILE) {
                    files.put(Map.entry(i, item.path()), item.content());
                }
            }
        }
        return new Unions(
                indexes,
                (entry, offset) -> {
                    byte[] bytes =
                            files.getOrDefault(
                                            Map.entry(entry.layer(), entry.path()),
                                            ByteString.EMPTY)
                                    .toByteArray();
                    int from = Math.toIntExact(offset);
                    return new ByteArrayInputStream(bytes, from, bytes.length - from);
                });
    }

    FileTree tree() throws IOException {
        return FileTree.merge(layers);
    }

    /** With one more layer on top. */
    FileTree with(LayerIndex upper) throws IOException {
        List<LayerIndex> all = new ArrayList<>(layers);
        all.add(upper);
        return FileTree.merge(all);
    }

    UnionFileSystem open(@Nullable Upper upper) throws IOException {
        return UnionFileSystem.open(tree(), contents, upper, Clock.systemUTC());
    }

    /** With the writable layer in a folder. */
    UnionFileSystem open(Path folder) throws IOException {
        return open(JournaledUpper.open(folder, Clock.systemUTC()));
    }
}
