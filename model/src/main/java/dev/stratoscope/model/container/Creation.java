package dev.stratoscope.model.container;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.Identity;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes containers. All that can be refused is refused before anything is made; the record is made
 * first, and when anything later fails all of it is taken away again.
 */
final class Creation {
    private final ContainerHome home;

    Creation(ContainerHome home) {
        this.home = home;
    }

    /**
     * What was made.
     *
     * @param image its image, with the layers read
     * @param user who its first process is
     */
    record Made(ContainerRecord record, BaseImage image, Identity user) {}

    /** Makes one of an image. */
    Made run(RunSpec asked, Progress progress) throws IOException {
        RunSpec spec = withEnvironment(asked);
        for (BindMount bind : spec.binds()) {
            check(bind);
        }
        try (OpenedImage opened = open(spec.image())) {
            BaseImage image = BaseImage.of(opened, home.limits(), progress);
            RunConfig config = RunConfig.of(image.document(home.limits()).path("config"), spec);
            if (config.command().isEmpty()) {
                throw new IOException(
                        spec.image() + ": names no command to run; write one after the image");
            }
            MergedPaths files = new MergedPaths(image.indexes(), image.contents(), null);
            Identity user = Launching.identity(config.user(), files);
            MergedPaths.Resolved workdir = Launching.workdir(config.workdir(), files);
            var stack = MountPoints.stack(image, spec, config, home.limits());
            Instant now = home.clock().instant();
            Descriptor entry = opened.entry();
            String id = home.records().newId();
            ContainerRecord record =
                    home.records()
                            .create(
                                    spec.name(),
                                    name ->
                                            new ContainerRecord(
                                                    id,
                                                    name,
                                                    now,
                                                    spec,
                                                    spec.image(),
                                                    image.config().id(),
                                                    entry,
                                                    config));
            undoing(
                    id,
                    () -> {
                        home.store().holds().hold(entry, id, record.name());
                        Active active =
                                home.snapshots().prepare(id, stack, image.contents(), progress);
                        if (workdir.found() == null) {
                            makeFolders(active, files, workdir.path());
                        }
                    });
            return new Made(record, image, user);
        }
    }

    /** Makes one of the same image on a copy of what another one wrote. */
    ContainerRecord fork(ContainerRecord other, @Nullable String name, Progress progress)
            throws IOException {
        Instant now = home.clock().instant();
        String id = home.records().newId();
        ContainerRecord record =
                home.records()
                        .create(
                                name,
                                given ->
                                        new ContainerRecord(
                                                id,
                                                given,
                                                now,
                                                other.spec(),
                                                other.imageName(),
                                                other.imageId(),
                                                other.image(),
                                                other.config()));
        undoing(
                id,
                () -> {
                    home.store().holds().hold(other.image(), id, record.name());
                    Active active = home.active(other);
                    home.snapshots().fork(id, active, progress);
                });
        return record;
    }

    /** Makes one of an image on a copy of what a build's command wrote. */
    ContainerRecord ofStep(RunSpec spec, Descriptor image, Active written, Progress progress)
            throws IOException {
        try (OpenedImage opened = home.store().leased(image)) {
            BaseImage base = BaseImage.of(opened, home.limits(), progress);
            RunConfig config = RunConfig.of(base.document(home.limits()).path("config"), spec);
            Instant now = home.clock().instant();
            String id = home.records().newId();
            ContainerRecord record =
                    home.records()
                            .create(
                                    spec.name(),
                                    given ->
                                            new ContainerRecord(
                                                    id,
                                                    given,
                                                    now,
                                                    spec,
                                                    spec.image(),
                                                    base.config().id(),
                                                    image,
                                                    config));
            undoing(
                    id,
                    () -> {
                        home.store().holds().hold(image, id, record.name());
                        home.snapshots().fork(id, written, progress);
                    });
            return record;
        }
    }

    private interface Steps {
        void run() throws IOException;
    }

    private void undoing(String id, Steps steps) throws IOException {
        try {
            steps.run();
        } catch (IOException | RuntimeException | Error e) {
            boolean interrupted = Thread.interrupted();
            try (Turn _ = home.records().lock(id)) {
                home.remove(id);
            } catch (IOException more) {
                e.addSuppressed(more);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            throw e;
        }
    }

    private OpenedImage open(String image) throws IOException {
        try {
            return home.store().open(image);
        } catch (NoSuchImageException e) {
            throw new NoSuchImageException(
                    image,
                    "there is no such image in the store; load it first, from a file or folder");
        }
    }

    /** Variables that are named only are taken from this process now, while it is there. */
    private RunSpec withEnvironment(RunSpec spec) {
        List<String> env = new ArrayList<>();
        for (String one : spec.env()) {
            String value = one.indexOf('=') < 0 ? home.environment().apply(one) : null;
            env.add(value == null ? one : one + "=" + value);
        }
        return env.equals(spec.env()) ? spec : RunSpecBuilder.of(spec).env(env).build();
    }

    private static void check(BindMount bind) throws IOException {
        if (!bind.source().startsWith("/") || !bind.target().startsWith("/")) {
            throw new IllegalArgumentException(
                    bind.source() + ":" + bind.target() + ": both have to be absolute paths");
        }
        if (!Files.exists(Path.of(bind.source()))) {
            throw new NoSuchFileException(
                    bind.source(), null, "there is no such file or folder to be mounted");
        }
    }

    /** Makes a folder of the container with those above it that are missing, in its layer only. */
    private static void makeFolders(Active active, MergedPaths image, ByteString path)
            throws IOException {
        List<ByteString> missing = new ArrayList<>();
        for (ByteString at = path; at != null && !at.isEmpty(); at = MergedPaths.parent(at)) {
            missing.add(at);
        }
        try (Upper upper = active.open()) {
            for (ByteString at : missing.reversed()) {
                MergedPaths.Found found = image.find(at);
                if (upper.say(at) == null) {
                    Attributes made = found == null ? newFolder() : found.attributes();
                    upper.makeDirectory(at, made, false);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + ": was made at the same time", e);
        }
    }

    private static Attributes newFolder() {
        Instant now = Instant.now();
        return new Attributes(
                EntryType.DIRECTORY,
                0755,
                0,
                0,
                ByteString.EMPTY,
                ByteString.EMPTY,
                0,
                now.getEpochSecond(),
                now.getNano(),
                ByteString.EMPTY,
                0,
                0,
                Map.of());
    }
}
