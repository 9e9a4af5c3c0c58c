package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.Stats;
import dev.stratoscope.model.runtime.TerminalProcess;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * One container. It is what its record on disk says, whoever wrote that: two of them may be the
 * same container. Safe for use by many threads and processes. All calls throw {@link
 * NoSuchContainerException} when it was removed meanwhile, and {@link ContainerStateException} when
 * it does not run and has to, or the other way round.
 */
public interface Container {
    /** 64 hex digits. */
    String id();

    /** Its name. */
    String name() throws IOException;

    /** What was asked of it. */
    RunSpec spec();

    /** The image it was made of, as it was named then. */
    String imageName();

    /** The id of the image it was made of: the digest of its config. */
    Digest imageId();

    /**
     * What leads to that image in the store, which keeps it as long as the container is there, also
     * where it is not listed; null when the container's record cannot be read.
     */
    @Nullable Descriptor image();

    /** When it was made. */
    Instant created();

    /** What it does now. Cheap: no process is started for it. */
    ContainerState state() throws IOException;

    /** Its program and arguments, as they are started. */
    List<String> command();

    /** The ports that are published now, with the ports of this machine that were free. */
    List<PublishedPort> ports() throws IOException;

    /** What its processes are run by, and how: {@code crun 1.8.1, conmon}; null when never run. */
    @Nullable String runBy() throws IOException;

    /**
     * Why it cannot be started by this program on this machine, and what can be done, in a line;
     * null when nothing forbids it.
     */
    @Nullable String obstacle();

    /**
     * Starts its first process, for the first time or again.
     *
     * @throws StartFailedException when the program cannot be started, or none here
     */
    void start(Progress progress) throws IOException;

    /**
     * Starts it with the terminal of this process, or its streams, and waits for its end. When it
     * is to be removed at its end it is.
     *
     * @return its exit code
     */
    int startAttached(Progress progress) throws IOException;

    /**
     * Starts it and copies what it writes until it ends.
     *
     * @return its exit code
     */
    int startAndFollow(OutputStream out, OutputStream error, Progress progress) throws IOException;

    /** Waits until it does not run and tells its exit code. */
    int await() throws IOException;

    /** Asks it to end, and makes it end when it does not in time; nothing when it does not run. */
    void stop(Duration patience) throws IOException;

    /**
     * Sends a signal to its first process.
     *
     * @param signal a name with or without SIG, or a number
     */
    void kill(String signal) throws IOException;

    /** Holds its processes. */
    void pause() throws IOException;

    /** Lets them go on. */
    void unpause() throws IOException;

    /** Gives it another name. */
    void rename(String name) throws IOException;

    /**
     * Removes it with its writable layer.
     *
     * @param force whether it is made to end first if it runs
     */
    void remove(boolean force) throws IOException;

    /** What it wrote to its standard output and error; the caller closes it. */
    LogReader log() throws IOException;

    /**
     * Runs a further process, copies its streams and waits for its end.
     *
     * @param input what it reads; null is nothing
     * @return its exit code; 126 and 127 as of {@link StartFailedException}
     */
    int exec(ExecSpec spec, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException;

    /** Runs a further process with the terminal of this process and waits for its end. */
    int execAttached(ExecSpec spec) throws IOException;

    /** Runs a further process in a terminal of its own. */
    TerminalProcess terminal(ExecSpec spec, int columns, int rows) throws IOException;

    /** What it uses now. */
    Stats stats() throws IOException;

    /** Its record and what its runtime was told, as one document. */
    JsonNode inspect() throws IOException;

    /**
     * Its files, image and writable layer together; the caller closes it. They can be written to
     * while it does not run.
     */
    FileSystem files(Progress progress) throws IOException;

    /** What it wrote, in time proportional to that. */
    WritableLayer changes(Progress progress) throws IOException;

    /** What it writes from now on. */
    LiveLayer watch(Progress progress) throws IOException;

    /** Makes an image of it, which is in the store then: its own with one more layer. */
    KeptImage commit(CommitSpec spec, Progress progress) throws IOException;

    /**
     * Takes changed paths back to what the image has, with all below them. A running container's
     * processes are held meanwhile.
     */
    void revert(Collection<ByteString> paths, Progress progress) throws IOException;

    /**
     * A new container of the same image, started by nobody, on a copy of what this one wrote.
     *
     * @param name null makes one up
     */
    Container fork(@Nullable String name, Progress progress) throws IOException;

    /**
     * Copies a file or folder of this machine in, running or not, as {@code docker cp} does: into a
     * folder that is there, else under the target's own name. Links in the target are followed
     * inside the container only.
     *
     * @param target a path in the container
     */
    void copyIn(Path source, String target, Progress progress) throws IOException;

    /** Copies a file or folder out, as {@link #copyIn} does in; never follows links outside. */
    void copyOut(String source, Path target, Progress progress) throws IOException;

    /**
     * Unpacks a tar into a folder, running or not, with the owners that it names. Links are
     * followed inside the container only; hard links are refused.
     *
     * @param tar read to its end; not compressed
     */
    void unpack(InputStream tar, String target, Progress progress) throws IOException;

    /**
     * Writes a file, or a folder with all below it, as a tar with their owners.
     *
     * @param source of the root, and of a folder with {@code /.} behind it, what is in it stands at
     *     the top of the tar
     * @param tar left open
     */
    void pack(String source, OutputStream tar, Progress progress) throws IOException;

    /**
     * Replaces the text or bytes of a regular file, keeping its attributes but for the time;
     * running or not.
     */
    void write(ByteString path, byte[] bytes) throws IOException;
}
