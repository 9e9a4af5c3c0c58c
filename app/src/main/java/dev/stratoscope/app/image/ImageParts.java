package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Paths of an image that are to be extracted, each with all below it. Immutable.
 *
 * @param parts none below another
 */
record ImageParts(List<Part> parts) {

    /**
     * A path as of a layer.
     *
     * @param path without a leading slash
     * @param layer the topmost layer that counts, from 0 at the bottom
     * @param ownOnly whether only what that layer brings is wanted of it
     */
    record Part(ByteString path, int layer, boolean ownOnly) {
        /** The last part of the path, as the image has it. */
        ByteString name() {
            byte[] bytes = path.toByteArray();
            int from = bytes.length;
            while (from > 0 && bytes[from - 1] != '/') {
                from--;
            }
            return ByteString.of(bytes, from, bytes.length);
        }

        private Subtree in(OpenImage image, Progress progress) throws IOException {
            FileTree tree = image.tree(layer, progress);
            int node = tree.find(path);
            if (node < 0) {
                throw new NoSuchFileException(Escapes.text(path));
            }
            return ownOnly ? Subtree.ofLayer(tree, node, layer) : Subtree.of(tree, node);
        }
    }

    ImageParts {
        parts = List.copyOf(parts);
    }

    /**
     * What is selected, as it is seen: a path that a layer removes as it is below that layer, and
     * of one layer alone what that layer brings.
     *
     * @param here the topmost layer that counts
     */
    static ImageParts of(List<FileSelection> selected, int here, Scope scope) {
        Set<Integer> nodes = new HashSet<>();
        selected.forEach(one -> nodes.add(one.node()));
        List<Part> parts = new ArrayList<>();
        for (FileSelection one : selected) {
            Changeset changes = one.changes();
            if (isBelowOneOf(nodes, changes, one.node())) {
                continue;
            }
            ByteString path = changes.path(one.node());
            boolean isGone = changes.after(one.node()) == null;
            parts.add(
                    isGone
                            ? new Part(path, changes.layer(one.node()) - 1, false)
                            : new Part(path, here, scope == Scope.THIS_LAYER));
        }
        return new ImageParts(parts);
    }

    private static boolean isBelowOneOf(Set<Integer> nodes, Changeset changes, int node) {
        for (int up = changes.parent(node); up >= 0; up = changes.parent(up)) {
            if (nodes.contains(up)) {
                return true;
            }
        }
        return false;
    }

    /** What they are called in a sentence: the name of one, or how many they are. */
    String words() {
        return parts.size() == 1
                ? Escapes.text(parts.getFirst().name())
                : String.format("%,d paths", parts.size());
    }

    /** Writes them into a folder, one after another. */
    Extracted into(Path folder, OpenImage image, Progress progress) throws IOException {
        Extracted all = Extracted.NOTHING;
        for (Part part : parts) {
            Subtree files = part.in(image, progress);
            all = all.plus(image.extract(files, folder, ExtractOptions.DEFAULT, progress));
        }
        return all;
    }

    /** Where they come to lie in a folder; those whose names it cannot have are left out. */
    List<Path> places(Path folder) {
        List<Path> places = new ArrayList<>();
        for (Part part : parts) {
            Path place = place(folder, part);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private static @Nullable Path place(Path folder, Part part) {
        ByteString name = part.name();
        try {
            return name.isUtf8() ? folder.resolve(name.toString()) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
