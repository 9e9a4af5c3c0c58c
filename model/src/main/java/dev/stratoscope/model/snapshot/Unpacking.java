package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.host.Extraction;
import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Subtree;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Unpacks layers, once each. */
final class Unpacking {
    private static final ExtractOptions ALL = new ExtractOptions(true, true, true);

    private final SnapshotFolder folder;
    private final List<LayerIndex> layers;
    private final Contents contents;
    private final Progress progress;

    /**
     * Unpacks layers of a stack.
     *
     * @param layers bottom first
     * @param contents the bytes of their files
     */
    Unpacking(
            SnapshotFolder folder, List<LayerIndex> layers, Contents contents, Progress progress) {
        this.folder = folder;
        this.layers = layers;
        this.contents = contents;
        this.progress = progress;
    }

    /** Unpacks a layer unless that is done already; waits for another program that does it. */
    void unpack(LayerName name) throws IOException {
        Path done = folder.layers().resolve(name.text());
        if (!Files.isDirectory(done)) {
            try (Turn _ = Turn.take(folder.layerTurn(name.text()), progress)) {
                if (!Files.isDirectory(done)) {
                    make(name, done);
                }
            }
        }
        if (!Files.readString(done.resolve("id")).equals(name.id())) {
            throw new FileSystemException(
                    done.toString(), null, "holds another layer than " + name.id());
        }
    }

    private void make(LayerName name, Path done) throws IOException {
        String passing = "layer-" + name.text();
        Removal.of(folder.fresh(), passing);
        Path at = folder.fresh().resolve(passing);
        try {
            Files.createDirectory(at);
            OverlayForm.Unpackable layer = OverlayForm.of(layers, name.layer(), contents);
            FileTree tree = FileTree.merge(List.of(layer.index()));
            Path files = at.resolve("fs");
            check(
                    Extraction.run(Subtree.of(tree, 0), layer.contents(), files, ALL, progress),
                    files);
            try (LiveDirectory top = LiveDirectory.open(files)) {
                checkOpaque(top, layer.index());
                Files.writeString(at.resolve("id"), name.id());
                top.sync();
            }
            Files.move(at, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            try {
                Removal.of(folder.fresh(), passing);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static void check(Extracted extracted, Path files) throws FileSystemException {
        if (!extracted.skipped().isEmpty()) {
            Extracted.Skipped first = extracted.skipped().getFirst();
            throw new FileSystemException(
                    files + "/" + EntryPath.printable(first.path()),
                    null,
                    switch (first.why()) {
                        case DEVICE, KIND -> "the disk has no such kind of file";
                        case NAME -> "the disk cannot hold its name";
                        case SAME_NAME -> "the disk takes its name for another one";
                    });
        }
    }

    /** Attributes that a disk does not take are left out, but these have to be there. */
    private static void checkOpaque(LiveDirectory top, LayerIndex index) throws IOException {
        for (int node = 1; node < index.size(); node++) {
            if (index.type(node) != EntryType.DIRECTORY
                    || !Marks.isOpaque(index.attributes(node).xattrs())) {
                continue;
            }
            ByteString path = index.path(node);
            try (LiveDirectory opaque = Way.open(top, path)) {
                if (!Marks.isOpaque(opaque.xattrs())) {
                    throw new FileSystemException(
                            EntryPath.printable(path),
                            null,
                            "the disk holds no attribute " + Marks.OPAQUE);
                }
            }
        }
    }
}
