package dev.stratoscope.model.build;

import dev.stratoscope.model.snapshot.Lower;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerEntry;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** The port to what runs the commands of RUN. Safe for use by many threads. */
public interface StepRunner {
    /**
     * Runs a command on top of some layers and waits for its end. Nothing of it goes on afterwards,
     * however it ended.
     *
     * @param stack bottom first
     * @param contents the bytes of the stack's files
     * @return what it left; to be closed
     * @throws IOException when it could not be started
     * @throws java.io.InterruptedIOException when cancelled; its processes were ended
     */
    Outcome run(
            StepCommand command,
            List<Lower> stack,
            Contents contents,
            OutputStream out,
            OutputStream error,
            Progress progress)
            throws IOException;

    /** What a command left; closing it removes what was not kept. */
    interface Outcome extends Closeable {
        /** The command's exit code. */
        int exitCode();

        /** What it wrote, as the entries of a layer. */
        List<LayerEntry> entries();

        /** The bytes of the entries' files. */
        Contents contents();

        /**
         * Says which layer was made of the entries, so that it need not be unpacked to run
         * something on top of it. The contents are gone then.
         */
        void became(Lower layer) throws IOException;

        /**
         * Keeps what it left beyond the closing of this, until {@link StepRunner#forget}.
         *
         * @return by what it is found again: 64 hex digits
         */
        String keep() throws IOException;
    }

    /** Removes what was kept of a command; nothing happens when nothing was. */
    void forget(String kept) throws IOException;

    /**
     * What is run.
     *
     * @param args the program and its arguments
     * @param env {@code KEY=value} each
     * @param workdir an absolute path in the image
     * @param user a name or number, perhaps with a group after a colon; empty is root
     * @param network {@code default}, {@code none} or {@code host}
     * @param mounts what it sees beside its image
     * @param tmpfs absolute paths of empty folders in memory
     */
    record StepCommand(
            List<String> args,
            List<String> env,
            String workdir,
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
