package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Heredoc;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.Mount;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a RUN sees beside its image. Not for several threads. */
final class RunMounts implements Closeable {
    private static final String SOCKET = "/run/buildkit/ssh_agent.";

    private final Scope scope;
    private final StageBase bases;
    private final int stage;
    private final Instruction.Run run;
    private final String workdir;
    private final List<KeyPart> parts = new ArrayList<>();
    private final Map<Mount, Copying.Real> binds = new HashMap<>();
    private final List<StepRunner.Seen> seen = new ArrayList<>();
    private final List<String> tmpfs = new ArrayList<>();
    private final List<String> env = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final CacheFolders caches;
    private final TemporaryFolder folder;

    /**
     * Looks at what is mounted.
     *
     * @param workdir the folder that targets are relative to
     */
    RunMounts(Scope scope, StageBase bases, int stage, Instruction.Run run, String workdir)
            throws IOException {
        this.scope = scope;
        this.bases = bases;
        this.stage = stage;
        this.run = run;
        this.workdir = workdir;
        this.caches = new CacheFolders(scope.home().folder().resolve("caches"));
        this.folder = new TemporaryFolder(scope.home().folder().resolve("mounts"));
        boolean told = false;
        try {
            for (Mount mount : run.mounts()) {
                tell(mount);
            }
            told = true;
        } finally {
            if (!told) {
                close();
            }
        }
    }

    /** Says what the layer depends on; the sources of binds are read for it. */
    private void tell(Mount mount) throws IOException {
        String word = mount.type().name().toLowerCase(Locale.ROOT);
        String name = word + " " + Objects.requireNonNullElse(mount.target(), mount.id());
        String value = mount.source() + " " + mount.from() + " " + mount.id() + " " + mount.mode();
        if (mount.type() == Mount.Type.BIND) {
            Copying.Shown shown =
                    scope.copying()
                            .shown(
                                    mount.from() == null
                                            ? null
                                            : bases.sources(mount.from(), stage),
                                    mount.source(),
                                    !mount.readOnly(),
                                    folder.fresh(),
                                    scope.progress());
            value = shown.digest();
            binds.put(mount, shown.real());
        }
        parts.add(new KeyPart(Miss.Cause.MOUNT, name, value));
    }

    /** What the layer depends on: never the value of a secret. */
    List<KeyPart> parts() {
        return parts;
    }

    /** Makes all else that is seen, which takes locks and needs secrets. */
    void prepare() throws IOException {
        Heredoc script = RunCommand.script(run);
        if (script != null && script.content().startsWith("#!")) {
            Path file = folder.fresh().resolve(script.name());
            Files.writeString(file, script.content());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            seen.add(new StepRunner.Seen(file, RunCommand.SCRIPTS + script.name(), true));
        }
        caches.take(run.mounts(), new Begun(), scope.progress());
        for (Mount mount : run.mounts()) {
            switch (mount.type()) {
                case BIND -> bind(mount);
                case CACHE ->
                        seen.add(
                                new StepRunner.Seen(
                                        caches.of(mount), target(mount), mount.readOnly()));
                case TMPFS -> tmpfs.add(target(mount));
                case SECRET -> secret(mount);
                case SSH -> agent(mount);
            }
        }
    }

    private void bind(Mount mount) throws IOException {
        seen.add(
                new StepRunner.Seen(
                        Objects.requireNonNull(binds.get(mount)).make(),
                        target(mount),
                        mount.readOnly()));
    }

    /** The files of stages and images that caches begin with. */
    private final class Begun implements CacheFolders.Beginning {
        @Override
        public @Nullable String digest(Mount mount) throws IOException {
            String from = mount.from();
            return from == null ? null : files(mount, from, folder.fresh()).digest();
        }

        @Override
        public void fill(Mount mount, Path cache) throws IOException {
            String from = mount.from();
            if (from != null) {
                files(mount, from, cache).real().make();
            }
        }

        private Copying.Shown files(Mount mount, String from, Path into) throws IOException {
            Sources sources = bases.sources(from, stage);
            return scope.copying().shown(sources, mount.source(), true, into, scope.progress());
        }
    }

    private void secret(Mount mount) throws IOException {
        String id = Objects.requireNonNull(mount.id());
        Path given = scope.spec().secrets().get(id);
        if (given == null) {
            if (mount.required()) {
                throw new NoSuchFileException(
                        id, null, "the secret is required and was not given: --secret id=" + id);
            }
            return;
        }
        byte[] bytes = Files.readAllBytes(given);
        String text = new String(bytes, StandardCharsets.UTF_8);
        text.lines().map(String::strip).filter(one -> one.length() > 3).forEach(secrets::add);
        String variable = mount.env();
        if (variable != null) {
            env.add(variable + "=" + text);
        }
        if (variable == null || mount.target() != null) {
            Path file = folder.secret(bytes);
            Owned.set(file, mount.mode() < 0 ? 0400 : mount.mode(), mount.uid(), mount.gid());
            String target = Objects.requireNonNullElse(mount.target(), "/run/secrets/" + id);
            seen.add(new StepRunner.Seen(file, absolute(target), true));
        }
    }

    private void agent(Mount mount) throws IOException {
        String id = Objects.requireNonNullElse(mount.id(), "default");
        Path socket = scope.spec().agents().get(id);
        if (socket == null) {
            if (mount.required()) {
                throw new NoSuchFileException(
                        id, null, "the ssh agent is required and was not given: --ssh " + id);
            }
            return;
        }
        long number = seen.size();
        String target = Objects.requireNonNullElse(mount.target(), SOCKET + number);
        seen.add(new StepRunner.Seen(socket, absolute(target), false));
        env.add("SSH_AUTH_SOCK=" + absolute(target));
    }

    private String target(Mount mount) throws FileSystemException {
        return absolute(Objects.requireNonNull(mount.target()));
    }

    private String absolute(String target) throws FileSystemException {
        ByteString path = CopyTarget.of(target, workdir).path();
        if (path.length() == 0) {
            throw new FileSystemException(target, null, "nothing can be mounted on the root");
        }
        return "/" + path;
    }

    List<StepRunner.Seen> seen() {
        return seen;
    }

    List<String> tmpfs() {
        return tmpfs;
    }

    List<String> env() {
        return env;
    }

    /** Texts that no log may show, the longest first. */
    List<String> secrets() {
        return secrets.stream().sorted((a, b) -> b.length() - a.length()).toList();
    }

    @Override
    public void close() throws IOException {
        try {
            caches.close();
        } finally {
            folder.close();
        }
    }
}
