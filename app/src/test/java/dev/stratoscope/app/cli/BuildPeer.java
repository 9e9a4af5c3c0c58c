package dev.stratoscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Another program that builds images of Dockerfiles. */
interface BuildPeer extends AutoCloseable {
    /**
     * Builds.
     *
     * @param image the archive that is made
     * @throws AssertionError when it refuses to; the message says why
     */
    void build(Path dockerfile, Path context, Path image) throws IOException, InterruptedException;

    /**
     * Has it know an image by a name.
     *
     * @param layout an OCI layout of one image
     */
    void base(Path layout, String name) throws IOException, InterruptedException;

    /** Reads a Dockerfile, of which a stage that is not there is asked for. */
    void read(Path dockerfile, Path context, String stage) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
