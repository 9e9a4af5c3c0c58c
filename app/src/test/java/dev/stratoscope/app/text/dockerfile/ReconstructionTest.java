package dev.stratoscope.app.text.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.app.text.dockerfile.Reconstruction.Line;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limits;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** The Dockerfile of configs as the classic builder, BuildKit, buildah and kaniko write them. */
class ReconstructionTest {
    private static final String SUM = "0123456789abcdef".repeat(4);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final ObjectNode run = root.putObject("config");
    private final ArrayNode history = root.putArray("history");
    private final ArrayNode layers = MAPPER.createArrayNode();

    @Test
    void classicBuildersImageIsRead() throws IOException {
        layer("/bin/sh -c #(nop) ADD file:" + SUM + " in / ");
        empty("/bin/sh -c #(nop)  CMD [\"bash\"]");
        empty("/bin/sh -c #(nop)  LABEL maintainer=A Person <a@example.org> tier=one");
        empty("/bin/sh -c #(nop)  ENV LANG=C.UTF-8 GREETING=hello world");
        empty("/bin/sh -c #(nop)  ARG VERSION=2");
        layer(
                "|1 VERSION=2 /bin/sh -c set -x     && apt-get update     && apt-get install -y"
                        + " tool=$VERSION && rm -rf /var/lib/apt/lists/*");
        layer("/bin/sh -c #(nop) COPY --chown=1000:1000dir:" + SUM + " in /srv/app/ ");
        empty("/bin/sh -c #(nop) WORKDIR /srv/app");
        empty("/bin/sh -c #(nop)  VOLUME [/data]");
        empty("/bin/sh -c #(nop)  EXPOSE 80/tcp 90/udp");
        empty(
                "/bin/sh -c #(nop)  HEALTHCHECK &{[\"CMD\" \"tool\" \"-c\"] \"30s\" \"3s\" \"0s\""
                        + " '\\x02'}");
        empty("/bin/sh -c #(nop)  USER 1000:1000");
        empty("/bin/sh -c #(nop)  ENTRYPOINT [\"tool\"]");
        empty("/bin/sh -c #(nop)  CMD [\"say \\\"hi\\\"\" \"daemon off;\"]");
        run.putArray("Env").add("LANG=C.UTF-8").add("GREETING=hello world");
        run.putObject("Labels").put("maintainer", "A Person <a@example.org>").put("tier", "one");
        run.putArray("Cmd").add("say \"hi\"").add("daemon off;");
        run.putArray("Entrypoint").add("tool");
        run.put("User", "1000:1000").put("WorkingDir", "/srv/app");
        run.putObject("Volumes").putObject("/data");
        run.putObject("ExposedPorts").putObject("80/tcp");
        is(
                """
                FROM scratch

                # The archive of a root file system, of which the sum is %s
                ADD file-0123456789ab /
                CMD ["bash"]
                LABEL maintainer="A Person <a@example.org>" \\
                      tier=one
                ENV LANG=C.UTF-8 \\
                    GREETING="hello world"
                ARG VERSION=2

                # Build arguments: VERSION=2
                RUN set -x \\
                    && apt-get update \\
                    && apt-get install -y tool=$VERSION && rm -rf /var/lib/apt/lists/*

                # dir-0123456789ab had the sum %s
                COPY --chown=1000:1000 dir-0123456789ab/ /srv/app/
                WORKDIR /srv/app
                VOLUME /data
                EXPOSE 80/tcp 90/udp
                HEALTHCHECK --interval=30s --timeout=3s --retries=2 CMD ["tool", "-c"]
                USER 1000:1000
                ENTRYPOINT ["tool"]
                CMD ["say \\"hi\\"", "daemon off;"]
                """
                        .formatted(SUM, SUM));
    }

    @Test
    void buildKitsImageIsRead() throws IOException {
        layer("COPY rootfs / # buildkit", "buildkit.dockerfile.v0");
        empty("ENV PATH=/usr/bin:/bin", "buildkit.dockerfile.v0");
        empty("SHELL [/bin/bash -o pipefail -c]", "buildkit.dockerfile.v0");
        layer("RUN |2 A=b c D=/bin/x /bin/bash -o pipefail -c make all | tee log # buildkit");
        layer("WORKDIR /app");
        layer("COPY --chown=app:app /build/out bin/ # buildkit");
        layer("RUN /bin/bash -o pipefail -c set -e\n# a remark\nmake install\n # buildkit");
        layer("RUN /app/tool --init # buildkit");
        empty("EXPOSE map[80/tcp:{} 90/udp:{}]");
        empty(
                "HEALTHCHECK &{[\"CMD-SHELL\" \"tool -q || exit 1\"] \"1m0s\" \"0s\" \"5s\" \"0s\""
                        + " '\\x00'}");
        empty("CMD [\"tool\"]");
        run.putArray("Env").add("PATH=/usr/bin:/bin");
        run.putArray("Shell").add("/bin/bash").add("-o").add("pipefail").add("-c");
        run.putArray("Cmd").add("tool");
        run.put("WorkingDir", "/app");
        is(
                """
                FROM scratch

                COPY rootfs /
                ENV PATH=/usr/bin:/bin
                SHELL ["/bin/bash", "-o", "pipefail", "-c"]

                # Build arguments: A=b c D=/bin/x
                RUN make all | tee log

                WORKDIR /app

                # Perhaps COPY --from another stage or image, which history keeps not.
                COPY --chown=app:app /build/out bin/

                RUN <<EOF
                set -e
                # a remark
                make install
                EOF

                RUN ["/app/tool", "--init"]
                EXPOSE 80/tcp 90/udp
                HEALTHCHECK --interval=1m0s --start-period=5s CMD tool -q || exit 1
                CMD ["tool"]
                """);
    }

    @Test
    void buildahsAndKanikosImagesAreRead() throws IOException {
        layer("/bin/sh -c #(nop) ADD file:" + SUM + " in / ", "FROM example.org/base:1");
        layer("/bin/sh -c apk add tool");
        layer("RUN echo \"$HOME\"", "", "kaniko");
        layer("COPY --from=build /out /out", "", "kaniko");
        empty("ENV A=\"b c\" D=$A", "", "kaniko");
        run.putArray("Env").add("A=b c").add("D=b c");
        is(
                """
                FROM scratch

                # FROM example.org/base:1
                # The archive of a root file system, of which the sum is %s
                ADD file-0123456789ab /

                RUN apk add tool

                RUN echo "$HOME"

                COPY --from=build /out /out
                ENV A="b c" D=$A

                # The run configuration says so, the history does not:
                ENV D="b c"
                """
                        .formatted(SUM));
    }

    @Test
    void whatHistoryDoesNotTellComesFromTheConfig() throws IOException {
        layers.add(1).add(2);
        run.putArray("Env").add("PATH=/bin").add("PRICE=5 $ \"net\"");
        run.putArray("Cmd").add("sh");
        run.put("WorkingDir", "/srv").put("User", "nobody").put("StopSignal", "SIGQUIT");
        run.putObject("ExposedPorts").putObject("80/tcp");
        run.putObject("Labels").put("a.b", "c");
        run.putArray("OnBuild").add("COPY . /app");
        run.putObject("Healthcheck").put("Interval", 90_500_000_000L).putArray("Test").add("NONE");
        is(
                """
                FROM scratch

                # History does not tell what made this layer; L0.tar stands for its files.
                ADD L0.tar /

                # History does not tell what made this layer; L1.tar stands for its files.
                ADD L1.tar /

                # The run configuration says so, the history does not:
                ENV PATH=/bin \\
                    PRICE="5 \\$ \\"net\\""
                LABEL a.b=c
                WORKDIR /srv
                USER nobody
                EXPOSE 80/tcp
                HEALTHCHECK NONE
                STOPSIGNAL SIGQUIT
                CMD ["sh"]
                ONBUILD COPY . /app
                """);
    }

    @Test
    void commandThatWasResetIsResetAtTheEnd() throws IOException {
        empty("/bin/sh -c #(nop)  CMD [\"bash\"]");
        empty("/bin/sh -c #(nop)  ENTRYPOINT [\"tool\"]");
        run.putArray("Entrypoint").add("tool");
        is(
                """
                FROM scratch
                CMD ["bash"]
                ENTRYPOINT ["tool"]

                # The run configuration says so, the history does not:
                CMD []
                """);
    }

    @Test
    void layersOfOtherToolsAreTheirOwnArchives() throws IOException {
        layer("jib-maven-plugin:3", "classes");
        layer("", "imported from -");
        layer("ENV A=b");
        run.putArray("Env").add("A=b");
        is(
                """
                FROM scratch

                # classes
                # jib-maven-plugin:3
                # No instruction is known that made this layer; L0.tar stands for its files.
                ADD L0.tar /

                # imported from -
                # No instruction is known that made this layer; L1.tar stands for its files.
                ADD L1.tar /

                # L2 holds files that this instruction does not make.
                ENV A=b
                """);
    }

    @Test
    void shellThatHistoryDoesNotTellOfIsSet() throws IOException {
        layer("/bin/bash -ec make");
        is(
                """
                FROM scratch

                # The history does not tell of the SHELL that the next command ran in.
                SHELL ["/bin/bash", "-ec"]
                RUN make
                """);
    }

    @Test
    void baseIsNamedWhereALabelNamesIt() throws IOException {
        run.putObject("Labels").put("org.opencontainers.image.base.name", "example.org/base:1");
        assertTrue(made().text().contains("# base: example.org/base:1\nFROM scratch\n"));
    }

    @Test
    void longCommandsAreBrokenOutsideQuotesOnly() throws IOException {
        layer(
                "/bin/sh -c apt-get update && echo 'a && b; c' && for i in one two three; do echo"
                        + " $i; done; echo done");
        is(
                """
                FROM scratch

                RUN apt-get update \\
                    && echo 'a && b; c' \\
                    && for i in one two three; do echo $i; done; \\
                    echo done
                """);
    }

    @Test
    void unbalancedQuotesAreLeftAlone() throws IOException {
        layer("/bin/sh -c echo don't     && echo " + "x".repeat(80));
        assertEquals(1, instructionLines());
    }

    @Test
    void hostileTextCannotLeaveItsLine() throws IOException {
        empty("ENV A=b\nRUN rm -rf /");
        empty("/bin/sh -c #(nop)  USER a\nRUN evil");
        layer("weird \u202e\n# and more", "comment\nRUN evil \u001b[2J");
        run.putObject("Labels").put("a", "b\nRUN evil").put("c\nd", "e");
        for (Line line : made().lines()) {
            assertTrue(!line.text().startsWith("RUN evil"), line::text);
            assertTrue(line.text().chars().noneMatch(c -> c < ' ' || c == 0x202e), line::text);
        }
    }

    @Test
    void everyLayerHasExactlyOneInstruction() throws IOException {
        Random random = new Random(5);
        List<String> kinds =
                List.of(
                        "/bin/sh -c #(nop)  CMD [\"a\" \"b\"]",
                        "/bin/sh -c #(nop)  ENV A=b",
                        "RUN /bin/sh -c make\nit # buildkit",
                        "COPY a b # buildkit",
                        "WORKDIR /x",
                        "/bin/bash -c make     && more",
                        "",
                        "kaniko",
                        "SHELL [/bin/x -c]",
                        "HEALTHCHECK odd",
                        "SHELL x",
                        "USER",
                        "RUN # buildkit",
                        "|1 A=b prog",
                        "\"'\\");
        for (int round = 0; round < 300; round++) {
            history.removeAll();
            layers.removeAll();
            int steps = random.nextInt(8);
            for (int i = 0; i < steps; i++) {
                String createdBy = kinds.get(random.nextInt(kinds.size()));
                if (random.nextBoolean()) {
                    layer(createdBy);
                } else {
                    empty(createdBy);
                }
            }
            for (int more = random.nextInt(3); more > 0; more--) {
                layers.add(0);
            }
            assertLayersAreMapped();
        }
    }

    private void assertLayersAreMapped() throws IOException {
        int layer = 0;
        Reconstruction made = made();
        int steps = history.size() + layers.size() - toldLayers();
        for (int step = 0; step < steps; step++) {
            boolean none =
                    step < history.size() && history.get(step).path("empty_layer").asBoolean();
            int own = step;
            long count =
                    made.lines().stream()
                            .filter(line -> line.step() == own && line.isInstruction())
                            .count();
            assertTrue(none ? count <= 1 : count == 1, () -> own + " of\n" + made.text());
            layer += none ? 0 : 1;
        }
        assertEquals(layers.size(), layer);
    }

    private int toldLayers() {
        int told = 0;
        for (JsonNode step : history) {
            told += step.path("empty_layer").asBoolean() ? 0 : 1;
        }
        return told;
    }

    private long instructionLines() throws IOException {
        return made().lines().stream()
                .filter(line -> line.step() == 0 && !line.text().isEmpty())
                .count();
    }

    /** Compares all but the head. */
    private void is(String expected) throws IOException {
        String text = made().text();
        assertEquals(expected, text.substring(text.indexOf("FROM scratch")));
    }

    private Reconstruction made() throws IOException {
        ArrayNode diffIds = MAPPER.createArrayNode();
        for (int i = 0; i < layers.size(); i++) {
            diffIds.add("sha256:" + SUM);
        }
        root.put("os", "linux").putObject("rootfs").put("type", "layers").set("diff_ids", diffIds);
        byte[] bytes = root.toString().getBytes(StandardCharsets.UTF_8);
        return Reconstruction.of(ImageConfig.parse("config", bytes, new Documents(Limits.DEFAULT)));
    }

    private void empty(String... words) {
        add(words).put("empty_layer", true);
    }

    private void layer(String... words) {
        add(words);
        layers.add(0);
    }

    /** The command, the comment, the author. */
    private ObjectNode add(String... words) {
        ObjectNode step = history.addObject().put("created_by", words[0]);
        step.put("comment", words.length > 1 ? words[1] : "");
        return step.put("author", words.length > 2 ? words[2] : "");
    }
}
