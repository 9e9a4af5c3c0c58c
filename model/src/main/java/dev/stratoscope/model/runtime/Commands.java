package dev.stratoscope.model.runtime;

import dev.stratoscope.model.image.Printable;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs of this machine, called with nothing of this program's environment. */
final class Commands {
    /** Where programs of the machine are. */
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final long LONGEST_SECONDS = 30;

    private Commands() {}

    /** The absolute path of a program; null when it is not installed. */
    static @Nullable String find(String program) {
        String own = System.getenv("PATH");
        return Stream.of((own == null ? PATH : own + ":" + PATH).split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /** A program to be started, without input and with its output thrown away unless told. */
    static ProcessBuilder of(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("LC_ALL", "C");
        return builder.redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /**
     * How a short program ended.
     *
     * @param printed on both streams, cut where it is very long
     */
    record Ended(int exitCode, String printed) {}

    /**
     * Runs a short program to its end.
     *
     * @throws IOException when it cannot be started or takes too long
     */
    static Ended run(ProcessBuilder builder) throws IOException {
        return run(builder, ProcessBuilder::start);
    }

    /** A way to start a program. */
    interface Starting {
        Process start(ProcessBuilder builder) throws IOException;
    }

    /** As the other, started in another way. */
    static Ended run(ProcessBuilder builder, Starting starting) throws IOException {
        Process process =
                starting.start(
                        builder.redirectOutput(ProcessBuilder.Redirect.PIPE)
                                .redirectErrorStream(true));
        try (var out = process.getInputStream()) {
            String printed = new String(out.readNBytes(100_000), StandardCharsets.UTF_8);
            return new Ended(end(process, builder.command().getFirst()), printed);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits for the end of a program that ends soon. */
    static int end(Process process, String name) throws IOException {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(Printable.of(name) + ": does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
