package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the sources of one COPY or ADD where they belong. Of a folder the contents are copied, not
 * the folder; folders that are there already take over what is said of those copied onto them,
 * except the target itself. Not for several threads.
 */
final class Placement {
    private final LayerDraft draft;
    private final CopyRules rules;
    private final Limits limits;
    private final Progress progress;
    private final List<ContextNode> files = new ArrayList<>();
    private int source;
    private int placed;
    private boolean unpacking;

    Placement(LayerDraft draft, CopyRules rules, Limits limits, Progress progress) {
        this.draft = draft;
        this.rules = rules;
        this.limits = limits;
        this.progress = progress;
    }

    /** The files of the context that were placed. */
    List<ContextNode> files() {
        return files;
    }

    /** Copies a file, or what is in a folder. */
    void place(SourcePaths.Match match, CopyTarget target) throws IOException {
        source++;
        SourceNode node = match.node();
        if (node.isDirectory()) {
            ByteString at = draft.resolve(target.path());
            draft.folders(at, rules.folder());
            contents(node, at, "");
        } else if (rules.excluded().excluding(match.name().toString()) == null) {
            put(fileTarget(match.name(), target), node);
        }
    }

    /** Where a file goes, its folders made; of several that go to one path the last one stays. */
    ByteString fileTarget(ByteString name, CopyTarget target) throws IOException {
        ByteString at = draft.resolve(target.path());
        Attributes there = draft.find(at);
        if (target.folder() || (there != null && there.type() == EntryType.DIRECTORY)) {
            draft.folders(at, rules.folder());
            return MergedPaths.child(at, name);
        }
        ByteString above = MergedPaths.parent(at);
        draft.folders(above == null ? ByteString.EMPTY : above, rules.folder());
        return at;
    }

    /**
     * Copies something with the folders above it, up to a folder it was found below.
     *
     * @param pivot the folder
     */
    void placeWithParents(SourceNode pivot, SourceNode node, CopyTarget target) throws IOException {
        source++;
        ByteString at = draft.resolve(target.path());
        draft.folders(at, rules.folder());
        SourceNode above = pivot;
        List<ByteString> names = MergedPaths.parts(node.path());
        int known = MergedPaths.parts(pivot.path()).size();
        for (ByteString name : names.subList(known, Math.max(known, names.size() - 1))) {
            SourceNode next = above.child(name);
            if (next == null) {
                throw new FileSystemException(
                        EntryPath.printable(node.path()), null, "is gone while it was copied");
            }
            above = next;
            at = MergedPaths.child(at, name);
            put(at, above);
        }
        if (node.path().equals(pivot.path())) {
            contents(node, at, "");
        } else {
            at = MergedPaths.child(at, node.name());
            if (node.isDirectory()) {
                boolean some = contents(node, at, "");
                if (some || !node.isPassed()) {
                    put(at, node);
                }
            } else if (rules.excluded().excluding(node.name().toString()) == null) {
                put(at, node);
            }
        }
    }

    /** Copies what is in a folder; whether there was anything. */
    private boolean contents(SourceNode folder, ByteString at, String within) throws IOException {
        boolean some = false;
        for (SourceNode child : folder.children()) {
            progress.advance(0);
            String path = within + child.name();
            boolean out = rules.excluded().excluding(path) != null;
            ByteString to = MergedPaths.child(at, child.name());
            if (!child.isDirectory()) {
                if (!out) {
                    put(to, child);
                    some = true;
                }
                continue;
            }
            if (out && !rules.excluded().mayTakeBelow(path)) {
                continue;
            }
            boolean below = contents(child, to, path + "/");
            if (below || (!out && !child.isPassed())) {
                put(to, child);
                some = true;
            }
        }
        return some;
    }

    private void put(ByteString path, SourceNode node) throws IOException {
        if (++placed > limits.entries()) {
            String word = Limit.ENTRIES.word();
            throw new LimitException("what is copied", word, limits.entries());
        }
        boolean file = node.attributes().type() == EntryType.FILE;
        Object same = file ? node.sameFile() : null;
        LayerDraft.Item item =
                new LayerDraft.Item(
                        node instanceof ContextNode
                                ? rules.ofContext(node.attributes())
                                : rules.of(node.attributes()),
                        file ? node.body() : null,
                        same == null ? null : List.of(source, same),
                        EntryPath.printable(node.path()));
        if (unpacking) {
            draft.replace(path, item);
        } else {
            draft.put(path, item);
        }
        if (node instanceof ContextNode one && file) {
            files.add(one);
        }
    }

    /**
     * Unpacks an archive, whose owners and modes stay as they are.
     *
     * @param root its root, with attributes of its own or without
     */
    void unpack(TreeNode root, CopyTarget target) throws IOException {
        source++;
        ByteString at = draft.resolve(target.path());
        draft.folders(at, rules.folder());
        Placement within = new Placement(draft, rules.unchanged(), limits, progress);
        within.source = source;
        within.unpacking = true;
        within.contents(root, at, "");
        if (!root.sources().tree().isImplied(root.at())) {
            within.put(at, root);
        }
    }

    /** Makes the folder that an archive is unpacked to later. */
    void prepare(CopyTarget target) throws IOException {
        draft.folders(draft.resolve(target.path()), rules.folder());
    }

    /** Writes a text as a file. */
    void place(String name, byte[] bytes, int mode, CopyTarget target) throws IOException {
        Body body = Body.of(bytes);
        place(ByteString.of(name), body, bytes.length, mode, rules.now(), target);
    }

    /** Writes a file that is in no folder. */
    void place(ByteString name, Body body, long size, int mode, Instant mtime, CopyTarget target)
            throws IOException {
        source++;
        CopyRules then =
                new CopyRules(rules.owner(), rules.mode(), rules.excluded(), mtime, rules.latest());
        draft.put(
                fileTarget(name, target),
                new LayerDraft.Item(then.made(EntryType.FILE, mode, size), body, null, ""));
    }
}
