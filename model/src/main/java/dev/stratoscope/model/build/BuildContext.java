package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The context of one build, opened when it is needed first. Safe for use by many threads. */
final class BuildContext implements Closeable {
    private final BuildHome home;
    private final BuildSpec spec;
    private final Map<ByteString, Long> taken = new ConcurrentHashMap<>();
    private @Nullable ContextFolder folder;
    private String ignoreName = "";

    BuildContext(BuildHome home, BuildSpec spec) {
        this.home = home;
        this.spec = spec;
    }

    /**
     * Its root.
     *
     * @throws NoSuchFileException when the build has none
     */
    ContextNode root() throws IOException {
        return folder().root();
    }

    private synchronized ContextFolder folder() throws IOException {
        ContextFolder open = folder;
        if (open == null) {
            Path context = spec.context();
            if (context == null) {
                throw new NoSuchFileException(
                        spec.file().toString(), null, "there is no context to copy from");
            }
            IgnoreSource ignore = IgnoreSource.of(context, spec.file());
            ignoreName = ignore.name();
            open =
                    new ContextFolder(
                            context,
                            ignore.rules(),
                            home.folder().resolve("contexts"),
                            home.clock());
            folder = open;
        }
        return open;
    }

    /** Reads files that are copied, as far as that is needed. */
    void taken(List<ContextNode> files, Progress progress) throws IOException {
        long most = home.limits().expandedBytes();
        long bytes = 0;
        for (ContextNode file : files) {
            bytes += file.stat().size();
            if (bytes > most) {
                String what = "what is copied of " + spec.context();
                throw new LimitException(what, Limit.EXPANDED_BYTES.word(), most);
            }
        }
        folder().hash(files, progress);
        files.forEach(file -> taken.put(file.path(), file.stat().size()));
    }

    /** That a source is not there, and what the ignore file has to do with it. */
    NoSuchFileException missing(String source) throws IOException {
        String path = String.join("/", SourcePaths.names(source));
        ContextFolder open = folder();
        IgnoreFile.Rule rule = open.ignore().excluding(path);
        String why =
                rule != null && open.isThere(ByteString.of(path))
                        ? "is left out of the context by line %d of %s: %s"
                                .formatted(rule.line(), ignoreName, rule.pattern())
                        : "is not in the context " + spec.context();
        return new NoSuchFileException(source, null, why);
    }

    /** The real file or folder, where nothing of it is left out; else null. */
    @Nullable Path itself(SourceNode node) throws IOException {
        Path context = spec.context();
        boolean whole = folder().ignore().rules().isEmpty();
        return whole && context != null && node.path().isUtf8()
                ? context.toRealPath().resolve(node.path().toString())
                : null;
    }

    /** Tells what was read, if it was needed. */
    synchronized void tell(Events events) {
        ContextFolder open = folder;
        if (open != null) {
            long bytes = taken.values().stream().mapToLong(Long::longValue).sum();
            events.tell(
                    now -> new BuildEvent.ContextRead(now, taken.size(), bytes, open.leftOut()));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
