package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

class ExtractTest {
    @TempDir private Path home = Path.of("");
    private String source = "";
    private Path to = Path.of("");

    @BeforeEach
    void makeImage() throws IOException {
        source =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file("etc/motd", 0644, "hello")
                                        .file("etc/old", 0644, "old")
                                        .file("bin/su", 04755, "#!")
                                        .symlink("conf", "/etc"))
                        .step("RUN", DraftImage.layer().file("etc/motd", 0600, "changed"))
                        .writeTo(home);
        to = home.resolve("to");
    }

    @Test
    void everythingIsExtractedAndSummedUp() throws IOException {
        CommandLineRun run = CommandLineRun.of("extract", source, "/", to.toString());
        assertEquals(
                "Extracted 3 files, 3 folders, 1 symbolic link, 12 B to " + to + "\n", run.out());
        assertEquals(
                "1 without their set-uid, set-gid and sticky bits (--special-bits sets them)"
                        + System.lineSeparator(),
                run.err());
        assertEquals(0, run.status());
        assertEquals("changed", Files.readString(to.resolve("etc/motd")));
        assertTrue(Files.isSymbolicLink(to.resolve("conf")));
    }

    @Test
    void jsonIsOneObject() throws IOException {
        JsonNode all = CommandLineRun.done("extract", source, ".", to.toString(), "--json").json();
        assertEquals(3, all.path("files").asInt());
        assertEquals(3, all.path("directories").asInt());
        assertEquals(1, all.path("symlinks").asInt());
        assertEquals(0, all.path("hardlinks").asInt());
        assertEquals(0, all.path("devices").asInt());
        assertEquals(12, all.path("bytes").asInt());
        assertEquals(0, all.path("skipped").size());
        assertEquals(1, all.path("losses").path("special-bits").asInt());
    }

    @Test
    void aLinkAtTheEndIsExtractedItself() throws IOException {
        CommandLineRun.done("extract", source, "conf", to.toString());
        assertEquals(Path.of("/etc"), Files.readSymbolicLink(to));
        Files.delete(to);
        CommandLineRun.done("extract", source, "conf/motd", to.toString());
        assertEquals("changed", Files.readString(to));
        Files.delete(to);
        CommandLineRun.done("extract", source, "conf/", to.toString());
        assertEquals("old", Files.readString(to.resolve("old")));
    }

    @Test
    void aLayerGivesWhatItShips() throws IOException {
        CommandLineRun.done("extract", source, "/", to.toString(), "--layer", "1");
        assertTrue(Files.isRegularFile(to.resolve("etc/motd"), LinkOption.NOFOLLOW_LINKS));
        assertFalse(Files.exists(to.resolve("etc/old")));
        fails("etc/old: there is no such file in layer 1", "etc/old", "--layer", "1");
    }

    @Test
    void bookkeepingOfAufsIsNoFileOfItsLayer() throws IOException {
        source =
                new DraftImage()
                        .step("RUN", DraftImage.layer().file(".wh..wh.plnk/12.3", 0644, "1"))
                        .writeTo(home);
        String path = "/.wh..wh.plnk/12.3";
        String line = path + ": there is no .wh..wh.plnk in layer 0";
        fails(line, path, "--layer", "0");
        assertFalse(Files.exists(to));
        CommandLineRun cat = CommandLineRun.of("cat", source, path, "--layer", "0");
        assertEquals("stratoscope: " + line + System.lineSeparator(), cat.err());
        assertEquals("", cat.out());
    }

    @Test
    void whatCannotBeIsOneLine() throws IOException {
        fails("none: there is no such file in the image", "none");
        Files.createDirectory(to);
        Files.createSymbolicLink(to.resolve("etc"), home);
        fails(to.resolve("etc") + ": a file or symbolic link is in the way of a folder", "/");
        Files.delete(to.resolve("etc"));
        Files.createDirectories(to.resolve("motd"));
        fails(to.resolve("motd") + ": a folder is in the way of a file", "etc/motd");
        to = home.resolve("no/where");
        fails(home.resolve("no") + ": there is no such file", "etc");
    }

    private void fails(String line, String path, String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "extract";
        args[1] = source;
        args[2] = path;
        args[3] = to.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals("stratoscope: " + line + System.lineSeparator(), run.err());
        assertEquals(1, run.status());
        assertEquals("", run.out());
    }
}
