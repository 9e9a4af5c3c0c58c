package dev.stratoscope.model.container;

import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * How a container becomes an image.
 *
 * @param name the new image's; null leaves it without
 * @param paths the changed paths that the new layer holds, each for itself; null is all of them
 * @param comment what its line of the history says; empty for nothing
 * @param author who made it; empty for nobody
 * @param changes instructions that change its config, as in a Dockerfile: {@code CMD ["x"]}
 * @param pause whether its processes are held meanwhile
 */
public record CommitSpec(
        @Nullable Reference name,
        @Nullable Set<ByteString> paths,
        String comment,
        String author,
        List<String> changes,
        boolean pause) {
    /** Copies the collections. */
    public CommitSpec {
        paths = paths == null ? null : Set.copyOf(paths);
        changes = List.copyOf(changes);
    }
}
