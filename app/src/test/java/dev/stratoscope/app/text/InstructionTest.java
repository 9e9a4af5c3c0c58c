package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InstructionTest {
    private static final String SHA =
            "2150f19d154e9ccaf8aaa383b195235015fa5c84757d37861394e718ef929561";

    @Test
    void classicMetadataStepsLoseTheNop() {
        is("CMD", "[\"sh\"]", "/bin/sh -c #(nop)  CMD [\"sh\"]");
        is("ENV", "PATH=/bin", "/bin/sh -c #(nop)  ENV PATH=/bin");
        is(
                "COPY",
                "file:2150f19d154e in /bin/busybox",
                "/bin/sh -c #(nop) COPY file:" + SHA + " in /bin/busybox ");
        is("CMD", "[\"cmd\"]", "cmd /S /C #(nop)  CMD [\"cmd\"]");
    }

    @Test
    void shellCommandsAreRun() {
        is("RUN", "apt-get update", "/bin/sh -c apt-get update");
        is("RUN", "set -o x; make", "/bin/bash -o pipefail -c set -o x; make");
        is("RUN", "make", "/bin/sh -ec make");
        is("RUN", "/bin/busybox --install -s /bin", "/bin/busybox --install -s /bin");
        is("RUN", "dir", "cmd /S /C dir");
    }

    @Test
    void buildArgumentsAreLeftOut() {
        is("RUN", "make", "|1 VERSION=1 /bin/sh -c make");
        is("RUN", "make all", "|2 A=b c D=/bin/x /bin/sh -c make all");
        is("RUN", "make", "RUN |1 ARG=val /bin/sh -c make # buildkit");
    }

    @Test
    void buildKitStepsLoseTheirMark() {
        is("RUN", "echo hi", "RUN /bin/sh -c echo hi # buildkit");
        is("COPY", "a b", "COPY a b # buildkit");
        is("WORKDIR", "/srv", "WORKDIR /srv");
        is("ENTRYPOINT", "[\"/app\"]", "ENTRYPOINT [\"/app\"]");
        is("RUN", "echo \"# buildkit\" # x", "RUN /bin/sh -c echo \"# buildkit\" # x # buildkit");
    }

    @Test
    void whatNoDockerfileSaysIsALayer() {
        is("layer", "bazel build ...", "bazel build ...");
        is("layer", "Buildpacks Launcher", "Buildpacks Launcher");
    }

    @Test
    void anUnnamedBottomLayerIsTheBase() {
        assertEquals(new Instruction("base", ""), Instruction.of("", 0));
        assertEquals(new Instruction("layer", ""), Instruction.of("  ", 3));
        assertEquals("base", Instruction.of("", 0).toString());
    }

    @Test
    void keywordAndTextMakeOneLine() {
        assertEquals("RUN make", Instruction.of("/bin/sh -c make", 1).toString());
    }

    private static void is(String keyword, String text, String createdBy) {
        assertEquals(new Instruction(keyword, text), Instruction.of(createdBy, 1));
    }
}
