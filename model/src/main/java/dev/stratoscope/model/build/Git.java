package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The git program, which asks nobody anything, takes no repository of this machine and runs no
 * hooks.
 *
 * @param source what it works for, for messages
 * @param folder where it works
 */
record Git(String source, Path folder, Progress progress) {
    private static final int LONGEST = 1 << 20;
    private static final long LOOK_MILLIS = 50;
    private static final List<String> SAFE =
            List.of(
                    "git",
                    "-c",
                    "core.hooksPath=/dev/null",
                    "-c",
                    "protocol.allow=never",
                    "-c",
                    "protocol.http.allow=always",
                    "-c",
                    "protocol.https.allow=always",
                    "-c",
                    "protocol.git.allow=always",
                    "-c",
                    "protocol.ssh.allow=always");

    /**
     * Runs it to its end.
     *
     * @return what it printed
     * @throws FileSystemException when there is no such program, or it failed
     */
    String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(SAFE);
        command.addAll(List.of(arguments));
        Path printed = Files.createTempFile(folder.toAbsolutePath().getParent(), "git", ".out");
        Path said = Files.createTempFile(folder.toAbsolutePath().getParent(), "git", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(printed.toFile())
                            .redirectError(said.toFile());
            builder.environment()
                    .putAll(
                            Map.of(
                                    "GIT_TERMINAL_PROMPT",
                                    "0",
                                    "GIT_ASKPASS",
                                    "/bin/false",
                                    "GIT_SSH_COMMAND",
                                    "ssh -o BatchMode=yes"));
            builder.environment().remove("GIT_DIR");
            wait(started(builder), said);
            return text(printed);
        } finally {
            Files.deleteIfExists(printed);
            Files.deleteIfExists(said);
        }
    }

    private Process started(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new FileSystemException(
                    source, null, "needs the program git, which cannot be started here");
        }
    }

    private void wait(Process process, Path said) throws IOException {
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.advance(0);
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (process.exitValue() != 0) {
            String last = text(said).strip().lines().reduce("it failed", (_, line) -> line);
            throw new FileSystemException(source, null, "git says: " + Printable.of(last));
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
