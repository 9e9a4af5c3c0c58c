package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.Identity;
import dev.stratoscope.model.runtime.LaunchSpec;
import dev.stratoscope.model.runtime.Users;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns what was asked for into what the runtime is told: users, folders and variables. */
final class Launching {
    /** What docker and podman read of such a file at most is no more. */
    static final int MOST_OF_PASSWD = 16 << 20;

    private static final String PATH =
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Launching() {}

    /**
     * Who {@code user[:group]} is by the container's own files.
     *
     * @throws dev.stratoscope.model.runtime.UnknownUserException when nobody
     */
    static Identity identity(String user, MergedPaths files) throws IOException {
        return Users.resolve(
                user,
                files.read(ByteString.of("etc/passwd"), MOST_OF_PASSWD),
                files.read(ByteString.of("etc/group"), MOST_OF_PASSWD));
    }

    /**
     * The folder to begin in, with all links followed inside the container.
     *
     * @return its path and, where it is missing, nothing found
     * @throws FileSystemException when it is a file, or a link leads to where nothing is
     */
    static MergedPaths.Resolved workdir(String workdir, MergedPaths files) throws IOException {
        MergedPaths.Resolved resolved = files.resolve(ByteString.of(workdir));
        if (resolved.throughLink()) {
            throw new FileSystemException(
                    workdir,
                    null,
                    "cannot be the working folder: a link leads to /"
                            + resolved.path()
                            + ", which is not there");
        }
        MergedPaths.Found found = resolved.found();
        if (found != null && !found.isDirectory()) {
            throw new FileSystemException(
                    workdir, null, "cannot be the working folder: it is a file");
        }
        return resolved;
    }

    /** What the first process is started with. */
    static LaunchSpec spec(
            ContainerRecord record,
            Path folder,
            OverlaySnapshot root,
            Identity user,
            ByteString workdir) {
        RunSpec asked = record.spec();
        String hostname = asked.hostname();
        String host = hostname == null ? record.id().substring(0, 12) : hostname;
        return new LaunchSpec(
                record.id(),
                folder,
                root,
                record.config().command(),
                environment(record.config().env(), host, user, asked.tty()),
                "/" + workdir,
                user,
                host,
                asked.binds(),
                asked.tmpfs(),
                asked.readOnly(),
                asked.network(),
                asked.ports(),
                asked.limits(),
                asked.tty(),
                asked.interactive());
    }

    /** The variables that docker sets too, below what image and user say. */
    static List<String> environment(
            List<String> said, @Nullable String host, Identity user, boolean tty) {
        List<String> below = new ArrayList<>();
        below.add(PATH);
        if (host != null) {
            below.add("HOSTNAME=" + host);
        }
        if (tty) {
            below.add("TERM=xterm");
        }
        below.add("HOME=" + user.home());
        return RunConfig.environment(below, said);
    }
}
