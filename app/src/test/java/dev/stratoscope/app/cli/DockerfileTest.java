package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.text.SharedData;

import org.junit.jupiter.api.Test;

/** The Dockerfile on standard output. */
class DockerfileTest {
    @Test
    void everyFormatOfAnImageHasOneDockerfile() {
        String expected =
                """
                # Reconstructed from the history and the run configuration of image
                # sha256:ID
                # An image does not keep the sources of COPY and ADD, stages, mounts and
                # secrets: names such as file-0123456789ab stand for what is not known.
                FROM scratch

                # file-2150f19d154e had the sum 2150f19d154e9ccaf8aaa383b195235015fa5c84757d37861394e718ef929561
                COPY file-2150f19d154e /bin/busybox

                RUN ["/bin/busybox", "--install", "-s", "/bin"]
                ENV PATH=/bin
                CMD ["sh"]
                """;
        for (String format : new String[] {"docker-save.tar", "oci"}) {
            String source = SharedData.at("images/busybox").resolve(format).toString();
            String ours = CommandLineRun.done("dockerfile", source).out();
            assertEquals(expected, ours.replaceFirst("sha256:\\p{XDigit}{64}", "sha256:ID"));
        }
    }
}
