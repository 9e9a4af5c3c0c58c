package dev.stratoscope.model.container;

import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.runtime.RunState;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.snapshot.JournaledSnapshot;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.union.MergedPaths;
import dev.stratoscope.model.union.UnionFileSystem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/** The files of one container: those of its image, and what was written over them. */
final class KeptFiles {
    private final ContainerHome home;
    private final String id;
    private final BaseImage image;

    /** Of a container whose record can be read. */
    KeptFiles(ContainerHome home, String id, BaseImage image) {
        this.home = home;
        this.id = id;
        this.image = image;
    }

    private RunState run() throws IOException {
        return home.run(id).state();
    }

    private Active active() throws IOException {
        return home.active(home.records().read(id));
    }

    /** As {@link Container#files}. */
    FileSystem all(Progress progress) throws IOException {
        if (run().isLive()) {
            MergedView view = MergedView.of(image, changes(progress));
            return UnionFileSystem.open(view.tree(), view.contents(), null, home.clock());
        }
        return still();
    }

    /** Its files while it does not run. */
    private UnionFileSystem still() throws IOException {
        return UnionFileSystem.open(
                FileTree.merge(image.indexes()),
                image.contents(),
                new GuardedUpper(active().open(), home, id),
                home.clock());
    }

    /** What its files are written through. */
    private FileSink sink() throws IOException {
        RunState state = run();
        return state.isLive() ? new LiveSink(LiveFiles.of(home.run(id))) : new StillSink(still());
    }

    /** As {@link Container#changes}. */
    WritableLayer changes(Progress progress) throws IOException {
        return LayerView.read(image, active(), home.limits(), progress);
    }

    /** As {@link Container#watch}. */
    LiveLayer watch() throws IOException {
        return new LayerView.Live(home, home.records().read(id), image);
    }

    /** As {@link Container#commit}. */
    KeptImage commit(CommitSpec spec, Progress progress) throws IOException {
        try (Turn _ = home.records().lock(id)) {
            ContainerRecord record = home.records().read(id);
            try (Hold _ = Hold.of(home.run(id), spec.pause())) {
                WritableLayer written =
                        LayerView.read(image, home.active(record), home.limits(), progress);
                return Committing.run(home, record, image, written, spec, progress);
            }
        }
    }

    /** As {@link Container#revert}. */
    void revert(Collection<ByteString> paths, Progress progress) throws IOException {
        try (Turn _ = home.records().lock(id)) {
            Active active = active();
            if (!run().isLive()) {
                switch (active) {
                    case OverlaySnapshot overlay -> overlay.revert(paths);
                    case JournaledSnapshot ours ->
                            ours.revert(paths, FileTree.merge(image.indexes()));
                }
                return;
            }
            try (Hold _ = Hold.of(home.run(id), true);
                    FileSink sink = new LiveSink(LiveFiles.of(home.run(id)))) {
                WritableLayer written = LayerView.read(image, active, home.limits(), progress);
                LiveRevert.run(written, paths, sink, progress);
            }
        }
    }

    /** As {@link Container#copyIn}. */
    void copyIn(Path source, String target, Progress progress) throws IOException {
        try (FileSink sink = sink()) {
            CopyIn.run(source, target, sink, progress);
        }
    }

    /** As {@link Container#copyOut}. */
    void copyOut(String source, Path target, Progress progress) throws IOException {
        CopyOut.run(MergedView.of(image, changes(progress)), source, target, progress);
    }

    /** As {@link Container#unpack}. */
    void unpack(InputStream tar, String target, Progress progress) throws IOException {
        try (FileSink sink = sink()) {
            TarIn.run(tar, target, sink, home.limits(), progress);
        }
    }

    /** As {@link Container#pack}. */
    void pack(String source, OutputStream tar, Progress progress) throws IOException {
        TarOut.run(MergedView.of(image, changes(progress)), source, tar, progress);
    }

    /** As {@link Container#write}. */
    void write(ByteString path, byte[] bytes) throws IOException {
        if (run().isLive()) {
            try (LiveFiles files = LiveFiles.of(home.run(id))) {
                files.write(path, bytes);
            }
            return;
        }
        try (UnionFileSystem files = still()) {
            Path file = files.getPath(MergedPaths.child(ByteString.of("/"), path));
            Files.write(
                    file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }
}
