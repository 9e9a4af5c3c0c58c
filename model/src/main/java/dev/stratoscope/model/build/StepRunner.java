package dev.stratoscope.model.build;

import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** The port to what runs the commands of RUN. Safe for use by many threads. */
public interface StepRunner {
    /**
     * Runs a command on a snapshot and waits for its end. Nothing of it goes on afterwards, however
     * it ended.
     *
     * @return its exit code
     * @throws IOException when it could not be started
     * @throws java.io.InterruptedIOException when cancelled; its processes were ended
     */
    int run(
            StepCommand command,
            Active root,
            OutputStream out,
            OutputStream error,
            Progress progress)
            throws IOException;

    /**
     * What is run.
     *
     * @param args the program and its arguments
     * @param env {@code KEY=value} each
     * @param cwd an absolute path in the image, links followed
     * @param user a name or number, perhaps with a group after a colon; empty is root
     * @param network {@code default}, {@code none} or {@code host}
     * @param mounts what it sees beside its image
     * @param tmpfs absolute paths of empty folders in memory, perhaps with {@code :size=N}
     */
    record StepCommand(
            List<String> args,
            List<String> env,
            String cwd,
            String user,
            String network,
            List<Seen> mounts,
            List<String> tmpfs) {
        /** Copies the lists. */
        public StepCommand {
            args = List.copyOf(args);
            env = List.copyOf(env);
            mounts = List.copyOf(mounts);
            tmpfs = List.copyOf(tmpfs);
        }
    }

    /**
     * A file or folder of the machine that a command sees.
     *
     * @param target an absolute path in the image
     */
    record Seen(Path source, String target, boolean readOnly) {}
}
