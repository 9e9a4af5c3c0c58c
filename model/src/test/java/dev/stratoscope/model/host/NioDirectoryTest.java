package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

class NioDirectoryTest implements DirectoryContract {
    @Override
    public Directory open(Path folder) throws IOException {
        return NioDirectory.open(folder);
    }

    @Test
    void aFolderThatWasReplacedIsRefused(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("in"));
        Path outside = Files.createDirectory(folder.resolve("out"));
        try (Directory top = open(folder);
                Directory inner = top.directory(DirectoryContract.name("in"))) {
            Files.move(inside, folder.resolve("moved"));
            Files.createSymbolicLink(inside, outside);
            assertThrows(
                    FileSystemException.class,
                    () -> inner.create(DirectoryContract.name("f"), 0600));
            Files.delete(inside);
            Files.createDirectory(inside);
            assertThrows(
                    FileSystemException.class,
                    () -> inner.create(DirectoryContract.name("f"), 0600));
        }
        try (var files = Files.list(outside)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:",
                "C:\\x",
                "a\\b",
                "a:b",
                "NUL",
                "nul.txt",
                "con .x",
                "COM1",
                "x.",
                "x ",
                "a?",
                "a*",
                "\t",
                "LPT9.a.b",
                "..\\x"
            })
    void namesThatWindowsMistakesAreKnown(String name) {
        assertTrue(FileName.misleadsWindows(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "a.b", ".x", "com", "com10", "console", "a b", "x..y"})
    void otherNamesAreFine(String name) {
        assertFalse(FileName.misleadsWindows(name));
    }
}
