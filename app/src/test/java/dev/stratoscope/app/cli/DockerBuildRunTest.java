package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.text.SharedData;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Commands are run on the same base by us and by docker, and make the same image. */
class DockerBuildRunTest {
    private static final String BASE = "demo/busybox:1.35";

    /** With the folders that docker mounts on, as it leaves those it makes. */
    private static final String FROM = "FROM " + BASE + "\nCOPY skeleton /\n";

    private static final List<String> BUILT =
            List.of(
                    FROM + "RUN echo 1 > /one; mkdir -m 711 /d; ln -s one /l; ln /one /hard\n",
                    FROM
                            + "RUN mkdir -p /d/e; echo a > /d/a; echo b > /d/b; echo c > /c; mkfifo"
                            + " /p\n"
                            + "RUN rm -r /d; mkdir /d; echo n > /d/n; rm /c; chmod 4755"
                            + " /bin/busybox\n"
                            + "RUN touch -d @5 /d/n; chown 7:8 /d; mknod /null c 1 3; mv /p /q\n",
                    FROM
                            + "USER bin\n"
                            + "WORKDIR /w/\n"
                            + "RUN pwd; id > /tmp/who; touch x || pwd > /tmp/at\n",
                    FROM + "ENV A=1 B=$A\nARG C=3 D\nRUN echo $A$B$C$D ${D-none} > /all\n",
                    FROM
                            + "ARG Z=1 A\nRUN echo $Z > /z\nFROM "
                            + BASE
                            + " AS other\nFROM other\nCOPY --from=0 /z /z\n",
                    """
                    FROM demo/busybox:1.35 AS below
                    COPY skeleton /
                    ARG NAME=base
                    FROM below AS middle
                    ARG NAME=$NAME-dev
                    RUN echo $NAME > /name
                    FROM middle
                    ARG NAME
                    RUN echo $NAME >> /name
                    ENV NAME=env
                    RUN echo $NAME >> /name
                    """,
                    FROM + "RUN\nRUN [\"/bin/busybox\", \"touch\", \"/x y\"]\n",
                    FROM + "SHELL [\"/bin/sh\", \"-ec\"]\nRUN echo $0 > /x\nCMD y z\n",
                    FROM
                            + "RUN --mount=type=tmpfs,target=/t echo t > /t/t; echo u > /u\n"
                            + "RUN --mount=type=bind,target=/t cp /t/f /tmp/f; cat /t/f > /f\n"
                            + "RUN --mount=type=cache,target=/c echo c > /c/c; ls /c > /seen\n",
                    FROM
                            + "CMD [\"x\"]\nENTRYPOINT [\"y\"]\nEXPOSE 80 70/udp\nVOLUME /v /w\n"
                            + "STOPSIGNAL SIGINT\nLABEL a=b \"c d\"='e f'\nUSER 5\nMAINTAINER me\n"
                            + "HEALTHCHECK --interval=90s --timeout=1500ms --retries=2 CMD x y\n"
                            + "ONBUILD RUN echo $A\n",
                    FROM + "WORKDIR /b//c/\nRUN pwd > at\nWORKDIR d/\nCOPY f .\n",
                    FROM + "VOLUME /v\nRUN mkdir -p /v; echo 1 > /v/f\n",
                    FROM + "RUN echo 'a\\tb' \\\n  # a comment\n  > /x && \\\n\n  echo c >> /x\n");

    @TempDir private Path folder = Path.of("");

    @Test
    void commandsDoTheSameAsInDocker() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Peers.need("runc");
        Path layout = SharedData.at("images/busybox").resolve("oci");
        Path context = context(Files.createDirectory(folder.resolve("context")));
        StringBuilder differing = new StringBuilder();
        Instant since = Instant.now();
        try (Dockerd daemon = Dockerd.start(folder.resolve("docker"));
                Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            ImageSource source = ImageSource.of(layout.resolveSibling("docker-save.tar"));
            KeptImage base = engine.store().load(source, null, Progress.NONE).getFirst();
            engine.store().tag(base.id().toString(), Reference.parse(BASE));
            daemon.base(layout, BASE);
            for (String text : BUILT) {
                Path file = Files.writeString(folder.resolve("Dockerfile"), text);
                Path saved = folder.resolve("saved.tar");
                daemon.build(file, context, saved);
                String theirs = BuiltImage.shown(engine, ImageSource.of(saved), since);
                BuildSpec spec = new BuildSpecBuilder(context, file).build();
                KeptImage own = engine.builds().run(spec, _ -> {}, Progress.NONE);
                String id = own.id().toString();
                String ours = BuiltImage.shown(engine, ImageSource.stored(id), since);
                if (!theirs.equals(ours)) {
                    differing.append(text).append(BuiltImage.difference(theirs, ours)).append('\n');
                }
            }
        }
        assertEquals("", differing.toString());
    }

    private static Path context(Path at) throws IOException {
        Path etc = Files.createDirectories(at.resolve("skeleton/etc"));
        for (String name : List.of("dev", "proc", "sys", "tmp", "t", "c")) {
            Files.createDirectory(at.resolve("skeleton").resolve(name));
        }
        for (String name : List.of("hosts", "hostname", "resolv.conf")) {
            Files.createFile(etc.resolve(name));
        }
        Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:\nbin:x:2:3::/:\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nbin:x:3:\n");
        Files.writeString(at.resolve("f"), "of the context\n");
        return at;
    }
}
