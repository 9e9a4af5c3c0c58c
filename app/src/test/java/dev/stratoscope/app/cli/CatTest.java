package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class CatTest {
    @TempDir private Path home = Path.of("");
    private String source = "";

    @BeforeEach
    void makeImage() throws IOException {
        source =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file("etc/motd", 0644, "hello")
                                        .file("etc/passwd", 0644, "root")
                                        .symlink("abs", "/etc/motd")
                                        .symlink("rel", "etc/../etc/./motd")
                                        .symlink("up", "../../../etc/motd")
                                        .symlink("conf", "/etc")
                                        .symlink("loop", "pool")
                                        .symlink("pool", "loop")
                                        .symlink("dangling", "/nowhere/x"))
                        .step(
                                "RUN",
                                DraftImage.layer()
                                        .file("etc/motd", 0644, "changed")
                                        .whiteout("etc/passwd"))
                        .step("RUN", DraftImage.layer().symlink("later", "etc/motd"))
                        .writeTo(home);
    }

    @Test
    void linksAreFollowedInsideTheRootOnly() {
        for (String path :
                new String[] {
                    "etc/motd",
                    "/etc/motd",
                    "./etc//motd",
                    "abs",
                    "rel",
                    "up",
                    "conf/motd",
                    "conf/../etc/motd",
                    "../../etc/motd",
                    "later"
                }) {
            assertEquals("changed", CommandLineRun.done("cat", source, path).out(), path);
        }
    }

    @Test
    void aLayerHasItsOwnVersion() {
        assertEquals("hello", CommandLineRun.done("cat", source, "etc/motd", "--layer", "0").out());
        assertEquals("hello", CommandLineRun.done("cat", "--layer=0", source, "abs").out());
        assertEquals(
                "changed", CommandLineRun.done("cat", source, "etc/motd", "--layer", "1").out());
        assertEquals(
                "root", CommandLineRun.done("cat", source, "etc/passwd", "--layer", "0").out());
    }

    @Test
    void whatIsNotThereIsNamed() {
        String hint = ": layer 1 removed it, --layer 0 has it";
        fails("etc/passwd: there is no such file in the image" + hint, "etc/passwd");
        fails("dangling: there is no nowhere in the image", "dangling");
        fails("etc/passwd: there is no such file in layer 1", "etc/passwd", "--layer", "1");
        fails("/a\\x1b[2J: there is no such file in the image", "/a\u001b[2J");
        fails("layer 3: the image has layers 0 to 2", "etc/motd", "--layer", "3");
    }

    @Test
    void bytesThatAreNotTheLayersAreAFailure() throws IOException {
        try (Engine engine = Engine.open(home, CommandLineRun.CLOCK)) {
            ImageSource archive = ImageSource.of(Path.of(source));
            OpenImage image = engine.open(archive, null, Progress.NONE);
            LayerIndex index = image.layer(0, Progress.NONE).index();
            Entry motd = index.entry(index.find(ByteString.of("etc/motd")), 0);
            Digest other = Digest.sha256(new byte[0]);
            Entry changed = new Entry(motd.path(), 0, motd.size(), motd.offset(), null, other);
            var found = new FileReader.Found(image, changed, Progress.NONE);
            var out = new ByteArrayOutputStream();
            var e = assertThrows(DigestMismatchException.class, () -> found.copyTo(out));
            assertEquals("hello", out.toString(StandardCharsets.US_ASCII));
            assertEquals(
                    "image: etc/motd: digest is %s, not %s".formatted(motd.digest(), other),
                    Failure.line(e, "image"));
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        fails("etc: is a directory", "etc");
        fails("/: is a directory", "/");
        fails("etc/motd/x: etc/motd is not a directory", "etc/motd/x");
        fails("loop: too many symbolic links, perhaps a loop", "loop");
    }

    private void fails(String line, String path, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "cat";
        args[1] = source;
        args[2] = path;
        System.arraycopy(more, 0, args, 3, more.length);
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals("stratoscope: " + line + System.lineSeparator(), run.err());
        assertEquals(1, run.status());
        assertEquals("", run.out());
    }
}
