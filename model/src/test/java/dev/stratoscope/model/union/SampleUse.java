package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A file system that begins with the {@link Sample}, and what is asked of it again and again. */
interface SampleUse {
    /** The folder with the sample in it. */
    Path root();

    default Path at(String path) {
        return root().resolve(path);
    }

    default void refused(Class<? extends IOException> as, Executable call) {
        assertThrows(as, call);
    }

    default Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                assertTrue(names.add(child.getFileName().toString()), child + " comes twice");
                assertEquals(folder, child.getParent());
            }
        }
        return names;
    }

    default FileTime time(String path) throws IOException {
        return Files.getLastModifiedTime(at(path), LinkOption.NOFOLLOW_LINKS);
    }

    default String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(at(path)));
    }

    default long links(String path) throws IOException {
        return ((Number) Files.getAttribute(at(path), "unix:nlink")).longValue();
    }

    default void untouched(String path) throws IOException {
        assertEquals(TestImage.TIME, time(path).toInstant(), path);
    }

    default void touched(String path) throws IOException {
        assertNotEquals(TestImage.TIME, time(path).toInstant(), path);
    }

    default void deleteAll(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(top)) {
            all = new ArrayList<>(walked.toList());
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
    }

    default ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    default String text(ByteBuffer read) {
        return StandardCharsets.UTF_8.decode(read.duplicate().flip()).toString();
    }
}
