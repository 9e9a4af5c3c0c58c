package dev.stratoscope.model.container;

import dev.stratoscope.model.archive.LayerWriter;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.snapshot.Lower;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has to be there for something to be mounted on it and is not in the image, as one more layer
 * between the image and the writable one. So nothing that the container did not do appears in its
 * writable layer, not even the time of a folder.
 */
final class MountPoints {
    private final MergedPaths image;
    private final Map<ByteString, Attributes> entries = new TreeMap<>();
    private final Set<ByteString> made = new HashSet<>();

    private MountPoints(MergedPaths image) {
        this.image = image;
    }

    /**
     * The image's layers, and the one of the mount points where any is missing.
     *
     * @throws java.nio.file.FileSystemException when a file is where a folder has to be
     */
    static List<Lower> stack(BaseImage base, RunSpec spec, RunConfig config, Limits limits)
            throws IOException {
        Map<String, EntryType> targets = new TreeMap<>();
        spec.tmpfs().forEach(path -> targets.put(path, EntryType.DIRECTORY));
        config.volumes().forEach(path -> targets.put(path, EntryType.DIRECTORY));
        targets.putAll(targets(spec.binds()));
        return stack(base.stack(), base.contents(), targets, limits);
    }

    /** What has to be there for mounts to be seen. */
    static Map<String, EntryType> targets(List<BindMount> binds) {
        Map<String, EntryType> targets = new TreeMap<>();
        for (BindMount bind : binds) {
            boolean folder = Files.isDirectory(Path.of(bind.source()));
            targets.put(bind.target(), folder ? EntryType.DIRECTORY : EntryType.FILE);
        }
        return targets;
    }

    /**
     * Some layers, and the one of the mount points where any is missing.
     *
     * @param contents the bytes of the layers' files
     * @param targets what is mounted on, by path
     */
    static List<Lower> stack(
            List<Lower> below, Contents contents, Map<String, EntryType> targets, Limits limits)
            throws IOException {
        List<LayerIndex> indexes = below.stream().map(Lower::index).toList();
        MountPoints points = new MountPoints(new MergedPaths(indexes, contents, null));
        for (Map.Entry<String, EntryType> target : targets.entrySet()) {
            points.add(target.getKey(), target.getValue());
        }
        List<Lower> stack = new ArrayList<>(below);
        Lower layer = points.layer(stack, limits);
        if (layer != null) {
            stack.add(layer);
        }
        return List.copyOf(stack);
    }

    private void add(String target, EntryType type) throws IOException {
        MergedPaths.Resolved resolved = image.resolve(ByteString.of(target));
        ByteString path = resolved.path();
        if (resolved.found() != null || made.contains(path)) {
            return;
        }
        put(path, Attributes.file(0), type);
        for (ByteString above = MergedPaths.parent(path);
                above != null;
                above = MergedPaths.parent(above)) {
            MergedPaths.Found found = image.find(above);
            if (found == null) {
                put(above, Attributes.IMPLIED_DIRECTORY, EntryType.DIRECTORY);
            } else {
                entries.put(above, found.attributes());
            }
        }
    }

    private void put(ByteString path, Attributes file, EntryType type) {
        made.add(path);
        boolean folder = type == EntryType.DIRECTORY;
        if (folder || !entries.containsKey(path)) {
            entries.put(path, folder ? Attributes.IMPLIED_DIRECTORY : file);
        }
    }

    private @Nullable Lower layer(List<Lower> below, Limits limits) throws IOException {
        if (entries.isEmpty()) {
            return null;
        }
        LayerIndexBuilder index = new LayerIndexBuilder(limits);
        List<LayerEntry> written = new ArrayList<>();
        for (Map.Entry<ByteString, Attributes> entry : entries.entrySet()) {
            ByteString path =
                    entry.getKey().isEmpty() ? ByteString.of("./") : name(entry.getKey(), entry);
            written.add(new LayerEntry(path, entry.getValue(), null));
            index.add(path, entry.getValue(), 0, null, null);
        }
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        LayerWriter.write(
                written, (_, _) -> java.io.InputStream.nullInputStream(), tar, Progress.NONE);
        Digest diffId = Digest.sha256(tar.toByteArray());
        List<Digest> diffIds = new ArrayList<>(below.stream().map(Lower::diffId).toList());
        diffIds.add(diffId);
        return new Lower(diffId, ChainId.of(diffIds).getLast(), index.build(tar.size()));
    }

    private static ByteString name(ByteString path, Map.Entry<ByteString, Attributes> entry) {
        return entry.getValue().type() == EntryType.DIRECTORY
                ? MergedPaths.child(path, ByteString.EMPTY)
                : path;
    }
}
