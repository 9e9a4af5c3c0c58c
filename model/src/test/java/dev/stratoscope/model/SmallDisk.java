package dev.stratoscope.model;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own of a few MiB, where this system lets us mount one. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; where that is not allowed, the test is skipped. */
    public static SmallDisk mount(Path folder, int mebibytes)
            throws IOException, InterruptedException {
        Files.createDirectory(folder);
        String options = "size=" + mebibytes + "m,mode=0700";
        try {
            Tools.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        } catch (AssertionError | IOException e) {
            return abort("no tmpfs can be mounted here: " + e.getMessage());
        }
        return new SmallDisk(folder);
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    /** Copies a folder there. */
    void copy(Path from, String name) throws IOException, InterruptedException {
        Tools.run("cp", "-r", from.toString(), folder.resolve(name).toString());
    }

    /** Takes all the room that is left with a file {@code filler}; tells how much that was. */
    long fill() throws IOException {
        Path filler = folder.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] some = new byte[1024];
            while (true) {
                out.write(some);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            return Files.size(filler);
        }
    }

    void makeReadOnly() throws IOException, InterruptedException {
        Tools.run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            Tools.run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
