package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.archive.TarWriter;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class BuildAddTest extends CopyFixture {
    private LoopbackServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new LoopbackServer(BuildAddTest::page);
    }

    private static LoopbackServer.Page page(String path) throws IOException {
        byte[] body = ("body of " + path).getBytes(StandardCharsets.UTF_8);
        if (path.startsWith("/moved/")) {
            return new LoopbackServer.Page(302, "Location: /there", ByteString.of(body));
        }
        if (path.startsWith("/file-url/")) {
            return new LoopbackServer.Page(
                    302, "Location: file:///etc/passwd", ByteString.of(body));
        }
        String time = "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT";
        int status = path.contains("missing") ? 404 : 200;
        return new LoopbackServer.Page(
                status, time, ByteString.of(path.endsWith(".tar") ? tar() : body));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String url(String path) {
        return server.url(path);
    }

    private static Attributes said(EntryType type, int mode, long size, String link) {
        return new Attributes(
                type,
                mode,
                7,
                8,
                "",
                "",
                size,
                1_000,
                0,
                ByteString.of(link),
                0,
                0,
                type == EntryType.FILE
                        ? Map.of(
                                "security.capability",
                                ByteString.of("c"),
                                "trusted.overlay.opaque",
                                ByteString.of("y"))
                        : Map.of());
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(bytes);
        tar.add(ByteString.of("in/"), said(EntryType.DIRECTORY, 0700, 0, ""), new byte[0]);
        tar.add(ByteString.of("in/f"), said(EntryType.FILE, 04755, 3, ""), new byte[] {1, 2, 3});
        tar.add(ByteString.of("in/l"), said(EntryType.SYMLINK, 0777, 0, "/etc"), new byte[0]);
        tar.add(ByteString.of("in/h"), said(EntryType.HARDLINK, 04755, 0, "in/f"), new byte[0]);
        tar.add(ByteString.of("in/.wh.x"), said(EntryType.FILE, 0600, 0, ""), new byte[0]);
        tar.end();
        return bytes.toByteArray();
    }

    private static byte[] compressed(String format, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressor =
                new CompressorStreamFactory().createCompressorOutputStream(format, out)) {
            compressor.write(bytes);
        } catch (CompressorException e) {
            throw new IOException(e);
        }
        return out.toByteArray();
    }

    private void bytes(String path, byte[] bytes) throws IOException {
        Files.write(context.resolve(path), bytes);
    }

    @Test
    void archivesAreUnpackedByWhatIsInThem() throws IOException {
        for (String format : List.of("gz", "bzip2", "xz", "zstd")) {
            bytes(format + ".bin", compressed(format, tar()));
        }
        bytes("plain", tar());
        file("named.tar.gz", "no archive");
        for (String name : List.of("gz.bin", "bzip2.bin", "xz.bin", "zstd.bin", "plain")) {
            KeptImage image =
                    build(
                            "FROM scratch\nADD --chown=1:2 --chmod=600 "
                                    + name
                                    + " named.tar.gz /t/\n");
            assertEquals(
                    """
                    t/ d 755 1:2
                    t/in/ d 700 7:8
                    t/in/f - 4755 7:8 3
                    t/in/h - 4755 7:8 t/in/f
                    t/in/l l 777 7:8 /etc
                    t/named.tar.gz - 600 1:2 10\
                    """,
                    tree(image),
                    name);
            try (OpenImage open = open(image)) {
                FileTree tree = open.tree(Progress.NONE);
                Attributes said = tree.attributes(tree.find(ByteString.of("t/in/f")));
                assertEquals(
                        List.of("security.capability"),
                        said.xattrs().keySet().stream().map(ByteString::toString).toList());
                assertEquals(1_000, said.mtimeSeconds());
            }
        }
        assertEquals(
                "plain - 644 0:0 " + tar().length,
                tree(build("FROM scratch\nADD --unpack=false plain /\n")));
    }

    @Test
    void anArchiveIsReadAgainOnlyWhenItIsAnother() throws IOException {
        bytes("a.tar", tar());
        String text = "FROM scratch\nADD a.tar /\n";
        build(text);
        build(text);
        assertTrue(results().getFirst().cached());
        bytes("a.tar", compressed("gz", tar()));
        build(text);
        assertEquals("a.tar", results().getFirst().miss().differing().getFirst().name());
    }

    @Test
    void anArchiveThatLeadsOutIsRefused() throws IOException {
        for (String path : List.of("../../up", "a/../../up")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TarWriter tar = new TarWriter(bytes);
            tar.add(ByteString.of(path), said(EntryType.FILE, 0644, 0, ""), new byte[0]);
            tar.end();
            bytes("evil.tar", bytes.toByteArray());
            String failure = failure("FROM scratch\nADD evil.tar /x/\n");
            assertTrue(failure.contains("leads out of the root"), failure);
        }
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        bytes("bomb", compressed("gz", new byte[1]));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(bytes);
        tar.add(ByteString.of("f"), said(EntryType.FILE, 0644, 3 << 20, ""), new byte[3 << 20]);
        tar.end();
        bytes("bomb", compressed("gz", bytes.toByteArray()));
        Limits limits = Limits.DEFAULT.with(Limit.EXPANDED_BYTES, 1 << 20);
        engine = Engine.open(folder.resolve("home"), Clock.systemUTC(), limits);
        String failure = failure("FROM scratch\nADD bomb /\n");
        assertTrue(failure.contains("expandedBytes"), failure);
    }

    @Test
    void urlsBecomeFilesWithTheServersTime() throws IOException {
        KeptImage image =
                build(
                        "FROM scratch\nADD %s /d/\nADD %s /named\n"
                                .formatted(url("/x/one.txt?q=1"), url("/moved/two")));
        assertEquals("d/ d 755 0:0\nd/one.txt - 600 0:0 22\nnamed - 600 0:0 14", tree(image));
        try (OpenImage open = open(image)) {
            FileTree tree = open.tree(Progress.NONE);
            assertEquals(
                    Instant.parse("2015-10-21T07:28:00Z"),
                    tree.attributes(tree.find(ByteString.of("d/one.txt"))).mtime());
        }
        assertEquals(
                "t/ d 755 0:0\nt/a.tar - 600 0:0 " + tar().length,
                tree(build("FROM scratch\nADD %s /t/\n".formatted(url("/a.tar")))));
        assertTrue(
                tree(build("FROM scratch\nADD --unpack=true %s /t/\n".formatted(url("/a.tar"))))
                        .contains("t/in/f - 4755 7:8 3"));
    }

    @Test
    void whatIsKnownByItsChecksumIsAskedForOnce() throws IOException {
        String sum = Digest.sha256("body of /one".getBytes(StandardCharsets.UTF_8)).toString();
        String text = "FROM scratch\nADD --checksum=%s %s /\n".formatted(sum, url("/one"));
        build(text);
        build(text);
        assertEquals(List.of("/one"), server.asked());
        String failure = failure(text.replace("/one /", "/other /"));
        assertTrue(failure.contains(url("/other")), failure);
        assertTrue(failure.contains("checksum is sha256:"), failure);
    }

    @Test
    void whatCannotBeFetchedSaysWhy() throws IOException {
        assertTrue(failure("FROM scratch\nADD %s /\n".formatted(url("/missing"))).contains("404"));
        String file = failure("FROM scratch\nADD %s /x\n".formatted(url("/file-url/x")));
        assertTrue(file.contains("302") || file.contains("file"), file);
        String local = failure("FROM scratch\nADD file:///etc/passwd /\n");
        assertTrue(local.contains("expected a path, http:// or https://"), local);
        server.close();
        String gone = failure("FROM scratch\nADD %s /\n".formatted(url("/gone")));
        assertTrue(gone.contains(url("/gone")), gone);
        String nameless = failure("FROM scratch\nADD http://127.0.0.1 /d/\n");
        assertTrue(nameless.contains("127.0.0.1"), nameless);
    }

    @Test
    void aCommitOfARepositoryIsAdded() throws Exception {
        assumeTrue(Tools.has("git"), "needs git");
        Path bare = folder.resolve("repositories/one.git");
        Path work = Files.createDirectories(folder.resolve("work/sub"));
        Files.writeString(work.resolve("f"), "f");
        Files.writeString(work.resolveSibling("top"), "t");
        String at = work.getParent().toString();
        Tools.run("git", "init", "-q", "-b", "main", at);
        Tools.run("git", "-C", at, "add", ".");
        Tools.run(
                "git", "-C", at, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "1");
        Tools.run("git", "clone", "-q", "--bare", at, bare.toString());
        String commit = Tools.run("git", "-C", at, "rev-parse", "HEAD").strip();
        int port;
        try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process daemon =
                new ProcessBuilder(
                                "git",
                                "daemon",
                                "--listen=127.0.0.1",
                                "--port=" + port,
                                "--base-path=" + bare.getParent(),
                                "--export-all")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("daemon.txt").toFile())
                        .start();
        String url = "git://127.0.0.1:" + port + "/one.git";
        try {
            waitFor(port);
            String all = "r/ d 755 0:0\nr/sub/ d 755 0:0\nr/sub/f - 644 0:0 1\nr/top - 644 0:0 1";
            assertEquals(all, tree(build("FROM scratch\nADD " + url + " /r\n")));
            assertEquals(
                    "r/ d 755 0:0\nr/f - 644 0:0 1",
                    tree(build("FROM scratch\nADD " + url + "#main:sub /r/\n")));
            assertTrue(
                    tree(build("FROM scratch\nADD --keep-git-dir " + url + " /r\n"))
                            .contains("r/.git/HEAD"));
            String checked = "FROM scratch\nADD --checksum=%s %s#main /r\n";
            build(checked.formatted(commit.substring(0, 12), url));
            build(checked.formatted(commit.substring(0, 12), url));
            assertTrue(results().getFirst().cached());
            String other = failure(checked.formatted("0000", url));
            assertTrue(other.contains("is at commit " + commit), other);
            String none = failure("FROM scratch\nADD " + url + "#nowhere /r\n");
            assertTrue(none.contains("has no nowhere"), none);
        } finally {
            daemon.descendants().forEach(ProcessHandle::destroy);
            daemon.destroy();
            daemon.waitFor();
        }
    }

    private static void waitFor(int port) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }
}
