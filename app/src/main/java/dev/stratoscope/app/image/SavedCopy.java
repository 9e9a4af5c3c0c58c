package dev.stratoscope.app.image;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Writes one file of an image to the machine's own file system, whole or not at all. */
final class SavedCopy {
    private static final int BUFFER = 1 << 16;

    private SavedCopy() {}

    /**
     * Writes a file beside its destination and then puts it there; what is there is replaced.
     *
     * @param progress advanced by bytes
     * @throws IOException when it cannot be read or written; nothing is left behind
     */
    static void write(Contents contents, Entry entry, Path destination, Progress progress)
            throws IOException {
        Path target = destination.toAbsolutePath();
        String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Path part = target.resolveSibling(".stratoscope-" + suffix + ".part");
        Progress bytes = progress.child("Saving " + target.getFileName(), entry.size());
        try {
            try (InputStream in = contents.open(entry, 0);
                    OutputStream out =
                            Files.newOutputStream(
                                    part,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[BUFFER];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    out.write(buffer, 0, got);
                    bytes.advance(got);
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
