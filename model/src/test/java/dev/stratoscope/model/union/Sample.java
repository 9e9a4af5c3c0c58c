package dev.stratoscope.model.union;

import dev.stratoscope.model.TestImage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tree that {@link FileSystemContract} begins with.
 *
 * @param path without a leading slash
 * @param kind d, f or l
 * @param text a file's text, or a link's target, where a leading slash stands for the root
 * @param mode as nine letters
 */
record Sample(String path, char kind, String text, String mode) {
    static final List<Sample> ALL =
            List.of(
                    new Sample("a", 'd', "", "rwxr-xr-x"),
                    new Sample("a/file", 'f', "hello", "rw-r--r--"),
                    new Sample("a/secret", 'f', "hush", "rw-------"),
                    new Sample("a/empty", 'd', "", "rwxr-xr-x"),
                    new Sample("a/deep", 'd', "", "rwx------"),
                    new Sample("a/deep/er", 'd', "", "rwxr-xr-x"),
                    new Sample("a/deep/er/leaf", 'f', "leaf", "rwxr-xr-x"),
                    new Sample("b", 'd', "", "rwxr-xr-x"),
                    new Sample("b/other", 'f', "other", "rw-r--r--"),
                    new Sample("text", 'f', "line 1\nline 2\n", "rw-r--r--"),
                    new Sample("nothing", 'f', "", "rw-r--r--"),
                    new Sample("tofile", 'l', "a/file", "rwxrwxrwx"),
                    new Sample("tofolder", 'l', "a", "rwxrwxrwx"),
                    new Sample("a/up", 'l', "../b/other", "rwxrwxrwx"),
                    new Sample("fromroot", 'l', "/a/file", "rwxrwxrwx"),
                    new Sample("twice", 'l', "tofolder/deep", "rwxrwxrwx"),
                    new Sample("dangling", 'l', "a/nowhere", "rwxrwxrwx"),
                    new Sample("loop1", 'l', "loop2", "rwxrwxrwx"),
                    new Sample("loop2", 'l', "loop1", "rwxrwxrwx"));

    /** Those as a layer. */
    static TestImage.Layer layer(Predicate<Sample> which) {
        TestImage.Layer layer = TestImage.layer();
        for (Sample sample : ALL) {
            if (!which.test(sample)) {
                continue;
            }
            int mode = NodeAttributes.mode(PosixFilePermissions.fromString(sample.mode));
            switch (sample.kind) {
                case 'd' -> layer.directory(sample.path, mode);
                case 'f' -> layer.file(sample.path, sample.text, mode);
                default -> layer.symlink(sample.path, sample.text);
            }
        }
        return layer;
    }

    /** Makes those below a folder. */
    static void make(Path root, Predicate<Sample> which) throws IOException {
        for (Sample sample : ALL) {
            if (!which.test(sample)) {
                continue;
            }
            Path path = root.resolve(sample.path);
            switch (sample.kind) {
                case 'd' -> Files.createDirectories(path);
                case 'f' -> Files.writeString(path, sample.text);
                default -> Files.createSymbolicLink(path, target(root, sample.text));
            }
            if (sample.kind != 'l') {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(sample.mode));
                Files.setLastModifiedTime(path, FileTime.from(TestImage.TIME));
            }
        }
        for (Sample sample : ALL) {
            if (sample.kind == 'd' && which.test(sample)) {
                Files.setLastModifiedTime(root.resolve(sample.path), FileTime.from(TestImage.TIME));
            }
        }
    }

    /** Where a link's text leads to, seen from a root that may be a folder. */
    static Path target(Path root, String text) {
        return text.startsWith("/")
                ? root.resolve(text.substring(1))
                : root.getFileSystem().getPath(text);
    }
}
