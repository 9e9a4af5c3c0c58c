package dev.stratoscope.model.build;

import dev.stratoscope.model.archive.LayerContents;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Finds both versions of a file that made a step miss the cache. Immutable. */
final class ChangedFiles {
    private final BuildHome home;
    private final BuildSpec spec;

    ChangedFiles(BuildHome home, BuildSpec spec) {
        this.home = home;
        this.spec = spec;
    }

    /** As {@code Builds.changed}. */
    ChangedFile of(Miss miss, Miss.Difference file, @Nullable OpenedImage made, Progress progress)
            throws IOException {
        String before = target(file.before());
        String after = target(file.after());
        return new ChangedFile(
                before == null ? null : inLayer(layerOf(miss), before, progress),
                after == null
                        ? null
                        : made == null
                                ? inContext(file.name())
                                : inLayer(made.image().layers().getLast(), after, progress));
    }

    /** The path in the layer that a part of a key ends with; null when it is of no file. */
    private static @Nullable String target(@Nullable String value) {
        int at = value == null || !value.startsWith("file ") ? -1 : value.indexOf(" /");
        return value == null || at < 0 ? null : value.substring(at + 2);
    }

    private StoredLayer layerOf(Miss miss) throws IOException {
        String key = miss.before();
        try (Making making = home.store().making()) {
            StepCache.Known known = key == null ? null : home.cache().find(key, making);
            if (known == null) {
                throw new NoSuchFileException(
                        spec.file().toString(), null, "the layer that was made then is gone");
            }
            return making.layer(known.made().blob(), known.made().diffId());
        }
    }

    private CopiedFile inLayer(StoredLayer stored, String path, Progress progress)
            throws IOException {
        StackLayer layer = BaseState.layer(stored, home.limits(), progress);
        FileTree tree = FileTree.merge(List.of(layer.index()));
        int at = tree.find(ByteString.of(path));
        Entry entry = at < 0 ? null : tree.entry(at);
        if (entry == null) {
            throw new NoSuchFileException("/" + path, null, "is no file of the step's layer");
        }
        return new CopiedFile(
                tree.attributes(at), entry, new LayerContents(List.of(layer.stored())));
    }

    private CopiedFile inContext(String path) throws IOException {
        try (BuildContext context = new BuildContext(home, spec)) {
            SourceNode node = node(context, path);
            Attributes said = node.attributes();
            ByteString name = ByteString.of(path);
            return new CopiedFile(
                    said, new Entry(name, 0, said.size(), 0, null, null), fromContext(path));
        }
    }

    private static SourceNode node(BuildContext context, String path) throws IOException {
        SourceNode node = new SourcePaths(context.root()).resolve(ByteString.of(path));
        if (node == null || node.attributes().type() != EntryType.FILE) {
            throw context.missing(path);
        }
        return node;
    }

    /** The context is opened for each reading: nobody has to close what is returned. */
    private Contents fromContext(String path) {
        return (entry, offset) -> {
            BuildContext context = new BuildContext(home, spec);
            try {
                InputStream bytes = node(context, path).body().open(offset);
                return new FilterInputStream(bytes) {
                    @Override
                    public void close() throws IOException {
                        try (context) {
                            super.close();
                        }
                    }
                };
            } catch (IOException e) {
                context.close();
                throw e;
            }
        };
    }
}
