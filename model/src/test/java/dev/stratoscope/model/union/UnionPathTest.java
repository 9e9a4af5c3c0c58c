package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.snapshot.InMemory;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Paths of the union file system, with those of the JDK on Linux as judge. */
class UnionPathTest {
    private static final FileSystem JDK = FileSystems.getDefault();
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "/",
                    "a",
                    "/a",
                    "a/b",
                    "/a/b",
                    "a/",
                    "//a//b//",
                    ".",
                    "..",
                    "./a",
                    "a/.",
                    "a/..",
                    "../a",
                    "/..",
                    "/../a",
                    "../../a",
                    "a/../b",
                    "/a/../../b",
                    "a/./b",
                    "a/b/..",
                    "a/b/../..",
                    ".a",
                    "..a",
                    "é/ü",
                    "a b/c",
                    "*");

    @TempDir(factory = InMemory.class)
    Path folder;

    private UnionFileSystem system;

    @BeforeEach
    void open() throws IOException {
        system =
                Unions.of(
                                TestImage.layer()
                                        .file("d/one", "both")
                                        .hardLink("d/two", "d/one")
                                        .symlink("d/up", "../../../d/one"),
                                TestImage.layer().file("top", "top"))
                        .open(folder.resolve("upper"));
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areWhatTheJdksAre() {
        for (String text : TEXTS) {
            Path ours = system.getPath(text);
            Path theirs = JDK.getPath(text);
            assertEquals(theirs.toString(), ours.toString(), text);
            assertEquals(theirs.isAbsolute(), ours.isAbsolute(), text);
            assertEquals(theirs.getNameCount(), ours.getNameCount(), text);
            assertEquals(String.valueOf(theirs.getParent()), ours.getParent() + "", text);
            assertEquals(String.valueOf(theirs.getFileName()), ours.getFileName() + "", text);
            assertEquals(theirs.normalize().toString(), ours.normalize().toString(), text);
            List<String> names = new ArrayList<>();
            ours.forEach(name -> names.add(name.toString()));
            List<String> expected = new ArrayList<>();
            theirs.forEach(name -> expected.add(name.toString()));
            assertEquals(expected, names, text);
            for (String other : TEXTS) {
                String about = text + " and " + other;
                Path second = system.getPath(other);
                assertEquals(theirs.resolve(other).toString(), ours.resolve(other) + "", about);
                assertEquals(
                        theirs.resolveSibling(other).toString(),
                        ours.resolveSibling(other) + "",
                        about);
                assertEquals(theirs.startsWith(other), ours.startsWith(other), about);
                assertEquals(theirs.endsWith(other), ours.endsWith(other), about);
                assertEquals(
                        Integer.signum(theirs.compareTo(JDK.getPath(other))),
                        Integer.signum(ours.compareTo(second)),
                        about);
                assertEquals(theirs.equals(JDK.getPath(other)), ours.equals(second), about);
                assertEquals(relative(theirs, JDK.getPath(other)), relative(ours, second), about);
            }
        }
    }

    private static String relative(Path from, Path to) {
        try {
            return from.relativize(to).toString();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    @Test
    void anyBytesAreANameAndTheSameTextGivesThemBack() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) (1 + random.nextInt(255));
            }
            String text = PathText.decode(bytes);
            assertArrayEquals(bytes, PathText.encode(text), ByteString.of(bytes).toString());
        }
        assertEquals("é", PathText.decode(new byte[] {(byte) 0xc3, (byte) 0xa9}));
        assertThrows(InvalidPathException.class, () -> system.getPath("a\0b"));
        assertThrows(InvalidPathException.class, () -> system.getPath("\ud800"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void globsMatchWhatTheJdksMatch() {
        List<String> globs =
                List.of(
                        "*",
                        "**",
                        "*.java",
                        "**.java",
                        "a/*",
                        "a/**",
                        "?",
                        "??",
                        "[ab]",
                        "[!ab]",
                        "[a-c]x",
                        "[a-]",
                        "{a,b}",
                        "{a,b/c}*",
                        "*.{java,class}",
                        "\\*",
                        "a\\?b",
                        "a.b",
                        "a+b",
                        "(a)",
                        "[.]",
                        "^a$",
                        "a|b",
                        "/a/*",
                        "[&&a]",
                        "{,a}b",
                        "[^a]",
                        "[a^]");
        List<String> paths =
                List.of(
                        "a",
                        "b",
                        "ab",
                        "a/b",
                        "a/b/c",
                        "b/c",
                        "b/cd",
                        "X.java",
                        "a/X.java",
                        "X.class",
                        "*",
                        "a?b",
                        "a.b",
                        "axb",
                        "a+b",
                        "(a)",
                        ".",
                        "]",
                        "^",
                        "-",
                        "ax",
                        "dx",
                        "/a/b",
                        "a|b",
                        "^a$",
                        "&");
        for (String glob : globs) {
            for (String path : paths) {
                assertEquals(
                        JDK.getPathMatcher("glob:" + glob).matches(JDK.getPath(path)),
                        system.getPathMatcher("glob:" + glob).matches(system.getPath(path)),
                        glob + " on " + path);
            }
        }
        for (String glob : List.of("[", "[a", "{a", "\\", "[b-a]", "[a/b]", "{a,{b}}")) {
            assertThrows(
                    PatternSyntaxException.class,
                    () -> system.getPathMatcher("glob:" + glob),
                    glob);
        }
        assertThrows(UnsupportedOperationException.class, () -> system.getPathMatcher("other:x"));
        assertTrue(system.getPathMatcher("regex:a+").matches(system.getPath("aa")));
    }

    @Test
    void nothingIsAboveTheRoot() throws IOException {
        assertEquals("top", Files.readString(system.getPath("/../../top")));
        assertEquals("both", Files.readString(system.getPath("/d/up")));
        assertEquals("/d/one", system.getPath("d/../../d/up").toRealPath().toString());
        Files.writeString(system.getPath("/../made"), "x");
        assertTrue(Files.exists(system.getPath("/made")));
        assertThrows(IOException.class, () -> Files.delete(system.getPath("/")));
        assertThrows(IOException.class, () -> Files.delete(system.getPath("/..")));
        assertThrows(
                ProviderMismatchException.class,
                () -> system.getPath("/").resolve(folder).compareTo(folder));
    }

    @Test
    void aLowerFileOfTwoNamesIsOneUntilItIsWritten() throws IOException {
        Path one = system.getPath("/d/one");
        Path two = system.getPath("/d/two");
        assertTrue(Files.isSameFile(one, two));
        assertEquals("both", Files.readString(two));
        Files.writeString(one, "more", StandardOpenOption.APPEND);
        assertEquals("bothmore", Files.readString(one));
        String other = Files.readString(two);
        // As with overlayfs: the names part, or both are written to; never anything else.
        assertEquals(Files.isSameFile(one, two) ? "bothmore" : "both", other);
        Files.delete(one);
        assertEquals(other, Files.readString(two));
        assertFalse(Files.exists(one));
    }

    @Test
    void filesThatAreNoFilesCannotBeRead() throws IOException {
        try (UnionFileSystem special =
                Unions.of(
                                TestImage.layer()
                                        .special("p", EntryType.FIFO)
                                        .special("n", EntryType.CHARACTER_DEVICE))
                        .open(folder.resolve("special"))) {
            for (String name : List.of("p", "n")) {
                Path path = special.getPath("/" + name);
                assertTrue(
                        Files.readAttributes(
                                        path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                .isOther());
                assertThrows(FileSystemException.class, () -> Files.readString(path));
                assertThrows(FileSystemException.class, () -> Files.writeString(path, "x"));
                Files.delete(path);
                assertFalse(Files.exists(path));
            }
            List<Path> left = new ArrayList<>();
            try (Stream<Path> all = Files.list(special.getPath("/"))) {
                all.forEach(left::add);
            }
            assertEquals(Collections.emptyList(), left);
        }
    }
}
