package dev.stratoscope.model.container;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a container as they were at one moment.
 *
 * @param tree image and writable layer over each other
 * @param layers of which it is made, bottom first
 * @param contents the bytes of the files, as they are now
 */
record MergedView(FileTree tree, List<LayerIndex> layers, Contents contents) {
    /** Lays what was written over the image. */
    static MergedView of(BaseImage image, WritableLayer written) throws IOException {
        List<LayerIndex> layers = new ArrayList<>(image.indexes());
        layers.add(written.layer());
        return new MergedView(FileTree.merge(layers), layers, written.contents());
    }

    /** Where a path leads, with links on the way followed inside the root, but not at its end. */
    ByteString resolve(ByteString path) throws IOException {
        List<ByteString> parts = MergedPaths.parts(path);
        MergedPaths paths = new MergedPaths(layers, contents, null);
        if (parts.isEmpty() || parts.getLast().equals(ByteString.of(".."))) {
            return paths.resolve(path).path();
        }
        ByteString above = ByteString.EMPTY;
        for (ByteString part : parts.subList(0, parts.size() - 1)) {
            above = MergedPaths.child(above, part);
        }
        return MergedPaths.child(paths.resolve(above).path(), parts.getLast());
    }
}
