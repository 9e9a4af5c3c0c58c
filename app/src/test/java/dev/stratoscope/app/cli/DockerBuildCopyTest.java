package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The same Dockerfiles are built by us and by docker's BuildKit, and both make the same image. */
class DockerBuildCopyTest {
    private static final String BASE = "FROM scratch\nCOPY base /\n";

    private static final List<String> BUILT =
            List.of(
                    """
                    FROM scratch
                    COPY a.txt /x
                    COPY a.txt b.sh /deep/er/
                    COPY /a.txt ../b.sh /
                    """,
                    "FROM scratch\nCOPY dir /d\nCOPY dir dir/sub /m/\nCOPY . /all\n",
                    "FROM scratch\nCOPY ldir /l\nCOPY la /\nCOPY la /renamed\nCOPY d* l* /st/\n",
                    """
                    FROM scratch
                    COPY dir/f dir/hard /h/
                    COPY dir /d
                    COPY ["with space", "/s p/"]
                    """,
                    "FROM scratch\nCOPY no*such /\nCOPY no*such a.t?t /x/\nCOPY many/*/* /m/\n",
                    "FROM scratch\nCOPY many/a[1-2] /n/\nCOPY many/[^a]* /o/\nCOPY m*/a1 /p\n",
                    "FROM scratch\nWORKDIR /w/x\nCOPY a.txt rel\nWORKDIR y\nCOPY . .\nWORKDIR /\n",
                    "FROM scratch\nUSER 5:6\nWORKDIR /w/x\nUSER 7\nWORKDIR y\nWORKDIR /w/x\n",
                    BASE + "USER bin\nWORKDIR /w/x\nCOPY --chown=bin a.txt .\n",
                    "FROM scratch\nCOPY --chown=5:6 dir /d/e\nCOPY --chown=7 a.txt /z/\n",
                    BASE
                            + "COPY --chown=bin a.txt /1\nCOPY --chown=bin:grp dir /2\n"
                            + "COPY --chown=7:grp a.txt /3\nCOPY --chown=:grp a.txt /4\n",
                    BASE + "COPY a.txt /dl/\nCOPY b.sh /fl\nCOPY a.txt /dang\nCOPY b.sh /dang2/\n",
                    BASE + "COPY over /real\nCOPY over/r /lnkdir/up/\nCOPY dir /dl\n",
                    BASE + "COPY modes /\nCOPY modes/deep /real/deep\nCOPY modes /\n",
                    """
                    FROM scratch AS a
                    COPY --chown=5:6 dir /d/
                    COPY base /b
                    FROM scratch
                    COPY --from=a /d /x
                    COPY --from=a /b/dl/r /r
                    COPY --from=a /b/f* /b/fl /fs/
                    COPY --from=0 --chown=1:2 / /all/
                    """,
                    """
                    FROM scratch
                    ADD t.tar /t
                    ADD t.tar.gz t.bin a.txt /both/
                    ADD dir fake.tar /d/
                    """,
                    BASE + "ADD --chown=5:6 t.tar.gz /t\nADD t.tar /\nADD t.tar /real\n",
                    BASE + "ADD replacing.tar /\n",
                    "FROM scratch\nCOPY --chmod=640 a.txt /x\nCOPY --chmod=4711 b.sh /y/\n");

    private static final List<String> REFUSED =
            List.of(
                    "FROM scratch\nCOPY nowhere /\n",
                    "FROM scratch\nCOPY secret/key /\n",
                    "FROM scratch\nCOPY esc /x\n",
                    "FROM scratch\nCOPY dir/out /x\n",
                    "FROM scratch\nCOPY base/d* /x/\n",
                    BASE + "COPY filedir /\n",
                    BASE + "COPY dirfile /\n",
                    BASE + "COPY a.txt /fl/x\n",
                    BASE + "COPY dir /fl\n");

    @TempDir private Path folder = Path.of("");

    @Test
    void treesConfigsAndHistoryAreDockers() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Path context = context(Files.createDirectory(folder.resolve("context")));
        Path saved = folder.resolve("saved.tar");
        List<String> differing = new ArrayList<>();
        try (Dockerd daemon = Dockerd.start(folder.resolve("docker"));
                Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            for (String text : BUILT) {
                Path file = Files.writeString(folder.resolve("Dockerfile"), text);
                Instant since = Instant.now();
                daemon.build(file, context, saved);
                KeptImage own = engine.builds().run(spec(context, file), _ -> {}, Progress.NONE);
                String theirs = BuiltImage.shown(engine, ImageSource.of(saved), since);
                String ours =
                        BuiltImage.shown(engine, ImageSource.stored(own.id().toString()), since);
                assertTrue(theirs.contains("# buildkit (") || theirs.contains("WORKDIR"), theirs);
                if (!theirs.equals(ours)) {
                    differing.add(text + BuiltImage.difference(theirs, ours));
                }
            }
            for (String text : REFUSED) {
                Path file = Files.writeString(folder.resolve("Dockerfile"), text);
                assertThrows(AssertionError.class, () -> daemon.build(file, context, saved), text);
                assertThrows(
                        BuildFailedException.class,
                        () -> engine.builds().run(spec(context, file), _ -> {}, Progress.NONE),
                        text);
            }
        }
        assertEquals("", String.join("\n\n", differing));
    }

    private static BuildSpec spec(Path context, Path file) {
        return new BuildSpecBuilder(context, file).build();
    }

    private static Path context(Path at) throws IOException, InterruptedException {
        String acts =
                """
                echo a > a.txt; echo run > b.sh; chmod 4755 b.sh; touch -d 2001-01-01 a.txt
                mkdir -p dir/sub dir/empty; echo f > dir/f; echo g > dir/sub/g; ln dir/f dir/hard
                ln -s f dir/link; ln -s ../../etc dir/out; chmod 700 dir dir/sub
                chown -R 1000:1000 dir; mkfifo dir/pipe; touch -d 1999-01-01 dir/f dir/sub dir/empty
                ln -s dir ldir; ln -s a.txt la; ln -s ../../../../etc/passwd esc; echo s > 'with space'
                mkdir -p many/a1 many/a2 many/b; echo 1 > many/a1/one; echo 2 > many/a2/two; echo 3 > many/b/c
                mkdir -p base/real base/lnkdir base/etc; echo r > base/real/r; ln -s real base/dl
                ln -s real/r base/fl; ln -s nowhere/x base/dang; ln -s /no/where base/dang2
                ln -s ../real base/lnkdir/up; ln -s ../../../real/r base/real/fl2
                echo 'bin:x:2:3::/:' > base/etc/passwd; echo 'grp:x:9:' > base/etc/group
                mkdir over; echo new > over/fl2; echo newr > over/r; ln -s zzz over/sl
                mkdir -p -m 711 modes/real modes/deep; mkdir -m 1777 modes/deep/tmp; echo n > modes/real/new
                mkdir -p filedir dirfile/fl; echo x > filedir/real; echo x > dirfile/fl/x
                mkdir secret; echo k > secret/key; printf 'secret\\n*.log\\n!keep.log\\n' > .dockerignore
                echo l > x.log; echo l > keep.log
                mkdir -p t/in/er; echo 1 > t/one; echo 2 > t/in/er/two; ln -s one t/ln; ln t/one t/hl
                chmod 2755 t/in; chown 7:8 t/in/er/two; touch -d 2002-02-02 t/one t/in/er/two
                tar -C t -cf t.tar .; tar -C t -cf t.bin in; tar -czf t.tar.gz t; head -c 900 /dev/zero > fake.tar
                mkdir r; echo f > r/real; ln -s q r/etc; tar -C r -cf replacing.tar real etc
                rm -r t r
                """;
        Process made =
                new ProcessBuilder("sh", "-ec", acts).directory(at.toFile()).inheritIO().start();
        assertEquals(0, made.waitFor());
        return at;
    }
}
