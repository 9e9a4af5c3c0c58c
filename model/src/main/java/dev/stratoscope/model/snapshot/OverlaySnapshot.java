package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A writable layer in overlayfs's own form, over unpacked layers. Linux only, and only for root.
 *
 * @param key what it is found again by
 * @param folder where it lies: {@code upper}, {@code work} and the empty {@code merged}
 * @param layers the folder that the unpacked layers lie in
 * @param lowers their names there, the topmost first, as overlayfs wants them; one at least. The
 *     files of each are in its folder {@code fs}
 */
public record OverlaySnapshot(String key, Path folder, Path layers, List<String> lowers)
        implements Active {
    /** What the kernel takes of mount options where a page is smallest. */
    private static final int PAGE = 4096;

    /** Copies the list. */
    public OverlaySnapshot {
        lowers = List.copyOf(lowers);
    }

    /** Where it is mounted, in the mount namespace of its processes only. */
    public Path merged() {
        return folder.resolve("merged");
    }

    /** The upper folder. */
    public Path upper() {
        return folder.resolve("upper");
    }

    /**
     * The options for {@code mount -t overlay}, to be given in the folder {@link #layers}, since
     * the kernel takes no more than a page of them: redirect_dir, metacopy and index off.
     *
     * @throws IOException when even so they are too long
     */
    public String mountOptions() throws IOException {
        String here = layers.relativize(folder).toString();
        String options = lowers.stream().map(name -> name + "/fs").collect(Collectors.joining(":"));
        options =
                "lowerdir=%s,upperdir=%s/upper,workdir=%s/work,%s"
                        .formatted(options, here, here, "index=off,redirect_dir=off,metacopy=off");
        if (options.length() >= PAGE) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    lowers.size() + " layers are more than can be mounted at once");
        }
        return options;
    }

    @Override
    public Upper open() throws IOException {
        return OverlayUpper.open(folder);
    }

    @Override
    public UpperLayer scan(@Nullable UpperLayer before, Limits limits, Progress progress)
            throws IOException {
        Map<ByteString, Map<ByteString, Fact>> known =
                before != null && before.contents() instanceof UpperContents contents
                        ? contents.known()
                        : Map.of();
        try (LiveDirectory root = LiveDirectory.open(upper())) {
            UpperTree tree = new UpperTree(root, limits, known);
            tree.readAll(progress.child("Reading", -1), (_, _) -> {});
            return tree.layer(upper());
        }
    }

    /**
     * Takes paths, with all below them, out of the upper folder, so that the layers below are seen
     * there again; elsewhere nothing changes, but for folders that were removed and lead to a path.
     * Only while it is not mounted.
     *
     * @param paths clean; one that the upper folder says nothing of stays as it is
     * @throws dev.stratoscope.model.host.InTheWayException when the upper folder has a file in the
     *     place of a folder that leads to a path
     */
    public void revert(Collection<ByteString> paths) throws IOException {
        try (LiveDirectory root = LiveDirectory.open(upper());
                LowerFolders below = new LowerFolders(layers, lowers);
                Stage stage = Stage.open(folder)) {
            Reverting reverting = new Reverting(root, below, stage);
            // Those above first: what is below them is gone then.
            for (ByteString path : new TreeSet<>(paths)) {
                reverting.revert(path);
            }
            Origins.forget(root);
        }
    }

    @Override
    public Watch watch() throws IOException {
        return UpperWatch.of(upper());
    }
}
