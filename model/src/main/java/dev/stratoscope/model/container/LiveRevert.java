package dev.stratoscope.model.container;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes changed paths of a running container back to what the image has, through the files that its
 * processes see: an upper folder may not be changed while it is mounted. What was removed is made
 * again, what was added is removed, and what is as in the image is not touched.
 */
final class LiveRevert {
    private final Changeset changes;
    private final Contents contents;
    private final FileSink sink;
    private final Progress progress;
    private final List<Integer> folders = new ArrayList<>();

    private LiveRevert(Changeset changes, Contents contents, FileSink sink, Progress progress) {
        this.changes = changes;
        this.contents = contents;
        this.sink = sink;
        this.progress = progress;
    }

    static void run(
            WritableLayer written, Collection<ByteString> paths, FileSink sink, Progress progress)
            throws IOException {
        LiveRevert revert = new LiveRevert(written.changes(), written.contents(), sink, progress);
        for (ByteString path : paths) {
            int at = revert.changes.find(path);
            if (at >= 0) {
                revert.all(at);
            }
        }
        for (int folder : revert.folders.reversed()) {
            PathState before = revert.changes.before(folder);
            if (before != null) {
                sink.set(revert.changes.path(folder), before.attributes());
            }
        }
    }

    /** A node and all below it, which are nodes only where something differs. */
    private void all(int top) throws IOException {
        List<Integer> open = new ArrayList<>();
        open.add(top);
        while (!open.isEmpty()) {
            int at = open.removeLast();
            progress.advance(1);
            one(at);
            if (changes.before(at) != null) {
                for (int child = changes.endOfChildren(at) - 1;
                        child >= changes.firstChild(at);
                        child--) {
                    open.add(child);
                }
            }
        }
    }

    private void one(int at) throws IOException {
        ByteString path = changes.path(at);
        PathState before = changes.before(at);
        PathState after = changes.after(at);
        if (before == null) {
            sink.remove(path);
            return;
        }
        boolean folder = before.type() == EntryType.DIRECTORY;
        if (changes.kind(at) == Kind.UNCHANGED) {
            return;
        }
        boolean sameType = after != null && (after.type() == EntryType.DIRECTORY) == folder;
        if (after != null && !sameType) {
            sink.remove(path);
        }
        Attributes said = before.attributes();
        if (folder) {
            if (!sameType) {
                sink.makeDirectory(path, said);
            }
            folders.add(at);
        } else if (changes.kind(at) == Kind.METADATA_ONLY) {
            sink.set(path, said);
        } else {
            make(path, before);
        }
    }

    private void make(ByteString path, PathState before) throws IOException {
        Entry file = before.entry();
        if (file == null) {
            sink.putSpecial(path, before.attributes());
            return;
        }
        try (InputStream bytes = contents.open(file, 0)) {
            sink.putFile(path, before.attributes(), bytes);
        }
    }
}
