package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Heredoc;
import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what COPY, ADD and WORKDIR write, without writing it. One for a build; safe for use by many
 * threads.
 */
final class Copying implements Closeable {
    private final BuildSpec spec;
    private final Limits limits;
    private final BuildContext context;
    private final TemporaryFolder temporary;
    private final Archives archives;
    private final Remotes remotes;

    Copying(BuildHome home, BuildSpec spec) {
        this.spec = spec;
        this.limits = home.limits();
        this.context = new BuildContext(home, spec);
        this.temporary = new TemporaryFolder(home.folder().resolve("sources"));
        this.archives = new Archives(temporary, home.limits());
        this.remotes = new Remotes(temporary, archives, home.limits());
    }

    /**
     * What a COPY writes.
     *
     * @param copy expanded
     * @param onto the stage so far
     * @param from a stage or image; null is the context
     * @param now the time of what has none of its own
     */
    Copied copy(
            Instruction.Copy copy,
            StageState onto,
            @Nullable Sources from,
            Instant now,
            Progress progress)
            throws IOException {
        Draft draft = draft(onto, copy.owner(), copy.mode(), copy.excluded(), copy.link(), now);
        Placement placement = new Placement(draft.layer(), draft.rules(), limits, progress);
        CopyTarget target = target(copy.target(), onto);
        for (String source : copy.sources()) {
            if (copy.parents()) {
                withParents(source, from, placement, target);
            } else {
                for (SourcePaths.Match match : found(source, from)) {
                    placement.place(match, target);
                }
            }
        }
        inline(copy.inline(), placement, target);
        return done(draft, placement, progress);
    }

    private record Draft(LayerDraft layer, CopyRules rules) {}

    private Draft draft(
            StageState onto,
            @Nullable String owner,
            @Nullable String mode,
            List<String> excluded,
            boolean link,
            Instant now)
            throws IOException {
        MergedPaths image = paths(onto);
        CopyRules rules =
                new CopyRules(
                        owner == null ? null : Owner.of(owner, image),
                        ModeChange.of(mode),
                        IgnoreFile.of(excluded),
                        now,
                        spec.epoch());
        return new Draft(new LayerDraft(link ? null : image), rules);
    }

    private static MergedPaths paths(StageState onto) {
        List<LayerIndex> layers = onto.layers().stream().map(StackLayer::index).toList();
        return new MergedPaths(layers, onto.contents(), null);
    }

    private static CopyTarget target(String written, StageState onto) {
        return CopyTarget.of(written, onto.config().path("WorkingDir").asText(""));
    }

    private Copied done(Draft draft, Placement placement, Progress progress) throws IOException {
        if (!placement.files().isEmpty()) {
            context.taken(placement.files(), progress);
        }
        return draft.layer().copied();
    }

    private SourcePaths paths(@Nullable Sources from) throws IOException {
        return new SourcePaths(from == null ? context.root() : new TreeNode(from, 0));
    }

    private List<SourcePaths.Match> found(String source, @Nullable Sources from)
            throws IOException {
        List<String> path = SourcePaths.names(source);
        SourcePaths paths = paths(from);
        List<SourcePaths.Match> found = paths.match(path);
        String missing = found.isEmpty() ? paths.missing(path) : null;
        if (missing != null) {
            throw missing(Wildcard.isIn(source) ? missing : source, from);
        }
        return found;
    }

    private IOException missing(String source, @Nullable Sources from) throws IOException {
        return from == null
                ? context.missing(source)
                : new NoSuchFileException(source, null, "is not in " + from.name());
    }

    /** A source whose folders are made too: those after a part that is a dot, if it has one. */
    private void withParents(
            String source, @Nullable Sources from, Placement placement, CopyTarget target)
            throws IOException {
        int dot = source.indexOf("/./");
        String above = dot < 0 ? "" : source.substring(0, dot);
        List<String> below = SourcePaths.names(dot < 0 ? source : source.substring(dot + 3));
        SourcePaths paths = paths(from);
        boolean some = false;
        for (SourcePaths.Match pivot : paths.match(SourcePaths.names(above))) {
            for (SourceNode node : SourcePaths.expand(pivot.node(), below, true)) {
                placement.placeWithParents(pivot.node(), node, target);
                some = true;
            }
        }
        if (!some && !Wildcard.isIn(source)) {
            throw missing(source, from);
        }
    }

    private static void inline(List<Heredoc> texts, Placement placement, CopyTarget target)
            throws IOException {
        for (Heredoc text : texts) {
            byte[] bytes = text.content().getBytes(StandardCharsets.UTF_8);
            placement.place(text.name(), bytes, 0644, target);
        }
    }

    /** What an ADD writes; the other as of {@link #copy}. */
    Copied add(Instruction.Add add, StageState onto, Instant now, Progress progress)
            throws IOException {
        CopyTarget target = target(add.target(), onto);
        List<Added> sources = new ArrayList<>();
        List<KeyPart> parts = new ArrayList<>();
        for (String source : add.sources()) {
            Added remote = remotes.of(source, add, progress);
            if (remote != null) {
                sources.add(remote);
                continue;
            }
            for (SourcePaths.Match match : found(source, null)) {
                boolean unpacked =
                        !Boolean.FALSE.equals(add.unpack())
                                && match.node().attributes().type() == EntryType.FILE
                                && Archives.isOne(match.node().body());
                sources.add(unpacked ? archives.of(match, progress) : Added.plain(match));
            }
        }
        Draft sketch = draft(onto, add.owner(), add.mode(), add.excluded(), add.link(), now);
        Placement placement = new Placement(sketch.layer(), sketch.rules(), limits, progress);
        for (Added source : sources) {
            source.sketch(placement, target);
            parts.addAll(source.parts());
        }
        inline(add.inline(), placement, target);
        Copied copied = done(sketch, placement, progress);
        if (parts.isEmpty()) {
            return copied;
        }
        parts.addAll(copied.parts());
        return new Copied(
                parts,
                () -> {
                    Draft whole =
                            draft(onto, add.owner(), add.mode(), add.excluded(), add.link(), now);
                    Placement all = new Placement(whole.layer(), whole.rules(), limits, progress);
                    for (Added source : sources) {
                        source.place(all, target);
                    }
                    inline(add.inline(), all, target);
                    return whole.layer().layer().written();
                });
    }

    /**
     * The folders that a WORKDIR makes, which belong to the user that commands run as; nothing when
     * they are there.
     *
     * @param path absolute
     */
    Copied workdir(String path, StageState onto, Instant now) throws IOException {
        MergedPaths image = paths(onto);
        LayerDraft layer = new LayerDraft(image);
        ByteString folder = layer.resolve(ByteString.of(path));
        String user = onto.config().path("User").asText("");
        Owner owner = layer.find(folder) == null ? Owner.lenient(user, image) : null;
        CopyRules rules = new CopyRules(owner, null, IgnoreFile.NOTHING, now, spec.epoch());
        layer.folders(folder, rules.folder());
        return layer.copied();
    }

    /**
     * Files that a bind mount of a RUN shows.
     *
     * @param from a stage or image; null is the context
     * @param source a path in it; empty is its root
     * @param writable whether the command may write to them; the sources stay as they are
     * @param into an empty folder for what has to be copied
     */
    Shown shown(
            @Nullable Sources from, String source, boolean writable, Path into, Progress progress)
            throws IOException {
        SourceNode node = paths(from).resolve(ByteString.of(source));
        if (node == null) {
            throw missing(source, from);
        }
        BindSource bind = new BindSource(node, progress);
        List<ContextNode> files = bind.files();
        if (!files.isEmpty()) {
            context.taken(files, progress);
        }
        Path itself = from == null && !writable ? context.itself(node) : null;
        return new Shown(bind.digest(), () -> itself == null ? bind.write(into) : itself);
    }

    /**
     * Files that are shown.
     *
     * @param digest of all there is, which the step's result depends on
     * @param real makes them real
     */
    record Shown(String digest, Real real) {}

    /** Makes a real file or folder. */
    interface Real {
        Path make() throws IOException;
    }

    /** Tells what was read of the context, if anything. */
    void tell(Events events) {
        context.tell(events);
    }

    @Override
    public void close() throws IOException {
        try (temporary) {
            context.close();
        }
    }
}
