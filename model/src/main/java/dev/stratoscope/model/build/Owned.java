package dev.stratoscope.model.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets the owner and mode of a file that a command is to see. */
final class Owned {
    private Owned() {}

    static void set(Path file, int mode, long uid, long gid) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("unix")) {
            if (uid != 0 || gid != 0) {
                Files.setAttribute(file, "unix:uid", (int) uid);
                Files.setAttribute(file, "unix:gid", (int) gid);
            }
            Files.setAttribute(file, "unix:mode", mode);
        }
    }
}
