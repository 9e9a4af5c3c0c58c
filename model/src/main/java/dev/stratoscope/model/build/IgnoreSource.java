package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.IgnoreFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The ignore file of a build: the one beside the Dockerfile that has its name, else the context's.
 *
 * @param name for messages
 */
record IgnoreSource(String name, IgnoreFile rules) {
    private static final String SUFFIX = ".dockerignore";
    private static final int MOST = 4 << 20;

    static IgnoreSource of(Path context, Path dockerfile) throws IOException {
        Path beside = dockerfile.resolveSibling(dockerfile.getFileName() + SUFFIX);
        for (Path one : new Path[] {beside, context.resolve(SUFFIX)}) {
            if (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) {
                String name = String.valueOf(one.getFileName());
                try (InputStream in = Files.newInputStream(one, LinkOption.NOFOLLOW_LINKS)) {
                    byte[] bytes = in.readNBytes(MOST + 1);
                    if (bytes.length > MOST) {
                        throw new FileSystemException(
                                one.toString(), null, "is larger than " + MOST + " bytes");
                    }
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    return new IgnoreSource(name, IgnoreFile.parse(name, text));
                } catch (NoSuchFileException e) {
                    // The next one counts.
                }
            }
        }
        return new IgnoreSource("", IgnoreFile.NOTHING);
    }
}
