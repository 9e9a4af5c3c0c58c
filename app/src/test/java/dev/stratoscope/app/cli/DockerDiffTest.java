package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same is done in a container of ours and in one of docker's, and both list what changed. */
class DockerDiffTest {
    private static final Path SHELL = Path.of("/bin/busybox");

    /** One act a line, on files of two layers; what is not said there is not done to it. */
    private static final String ACTS =
            """
            echo mod2 > /mod; echo more >> /moddir/child; echo child2 > /moddir/new
            echo x > /tmp.x; cat /samewrite > /tmp.x; cat /tmp.x > /samewrite; rm /tmp.x
            chmod 750 /chmod; chmod 700 /chmoddir; chown 7:8 /chown; touch /touch
            : > /trunc0; echo end >> /bigfile; touch -d @5 /timedir
            rm /del; rm -r /deldir; rm -r /below/deldeep; rm /below/deep/one
            rm -r /repdir; mkdir /repdir; echo new > /repdir/new
            rm -r /samedir; mkdir /samedir; echo a > /samedir/a
            rm /f2d; mkdir /f2d; echo x > /f2d/x; rm -r /d2f; echo f > /d2f; rm -r /d2l; ln -s mod /d2l
            mv /renfile /renfile2; mkdir /newdir; echo n > /newdir/n; mv /newdir /newdir2
            cp -r /rendir /rendir2; rm -r /rendir; rm -r /l2dir; mkdir /l2dir
            ln /linked /linked2; echo w >> /hard1; echo l > /new1; ln /new1 /new2
            mkfifo /fifo; ln -s mod /sym; rm /oldlink; ln -s other /oldlink
            mkdir -p /fresh/er/est; echo gone > /gone; rm /gone; mkdir /gonedir; rmdir /gonedir
            rm /back; cp -p /mod /back; echo sp > '/with space'; echo done > /last
            """;

    @TempDir private Path folder = Path.of("");

    private static Path image(Path folder) throws IOException {
        var shell =
                DraftImage.layer()
                        .file("bin/busybox", 0755, ByteString.of(Files.readAllBytes(SHELL)));
        for (String name :
                List.of(
                        "sh", "cat", "touch", "rm", "mkdir", "chmod", "chown", "cp", "ln", "mv",
                        "rmdir", "mkfifo", "sleep")) {
            shell.symlink("bin/" + name, "busybox");
        }
        var lower = DraftImage.layer();
        for (String name :
                List.of(
                        "mod",
                        "samewrite",
                        "chmod",
                        "chown",
                        "touch",
                        "trunc0",
                        "del",
                        "f2d",
                        "renfile",
                        "linked",
                        "hard1",
                        "back",
                        "moddir/child",
                        "moddir/still",
                        "chmoddir/f",
                        "timedir/f",
                        "deldir/a",
                        "deldir/sub/b",
                        "below/deldeep/x/y",
                        "below/deep/one",
                        "below/deep/two",
                        "repdir/old",
                        "repdir/sub/f",
                        "samedir/a",
                        "samedir/b",
                        "d2f/x",
                        "d2l/x",
                        "rendir/f",
                        "rendir/sub/f",
                        "l2dir/one")) {
            lower.file(name, 0644, name);
        }
        lower.file("bigfile", 0600, "0123456789".repeat(40_000)).hardLink("hard2", "hard1");
        lower.symlink("oldlink", "mod");
        return Path.of(
                new DraftImage()
                        .step("COPY shell /", shell)
                        .step("COPY files /", lower)
                        .step(
                                "COPY more /",
                                DraftImage.layer()
                                        .file("l2dir/two", 0644, "2")
                                        .file("repdir/top", 0644, "top")
                                        .file("deldir/top", 0644, "top"))
                        .writeTo(folder.resolve("image")));
    }

    @Test
    void theListIsDockers() throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "no static shell, " + SHELL);
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Peers.need("runc");
        Path image = image(folder);
        List<String> theirs;
        List<String> docker;
        try (Dockerd daemon = Dockerd.start(folder.resolve("docker"))) {
            daemon.run("load", "-i", image.toString());
            daemon.run("run", "--network=none", "--name=one", "demo/draft:1", "sh", "-ec", ACTS);
            theirs = daemon.run("diff", "one").lines().sorted().toList();
            docker = List.of(daemon.run("version", "-f", "{{.Server.Version}}").strip());
            daemon.run("rm", "one");
        }
        assertTrue(theirs.contains("A /last"), theirs + "");
        done("load", image.toString());
        done("run", "--name", "one", "demo/draft:1", "sh", "-ec", ACTS);
        assertEquals(
                String.join("\n", theirs),
                String.join("\n", done("changes", "one").lines().stream().sorted().toList()),
                docker + "");
        done("rm", "one");
    }

    private CommandLineRun done(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--home";
        all[1] = folder.resolve("home").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandLineRun.done(all);
    }
}
