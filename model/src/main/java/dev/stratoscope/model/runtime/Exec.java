package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.task.Aside;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One further process of a running container: the command line that starts it, and how it went. To
 * be closed when the process has ended.
 */
final class Exec implements AutoCloseable {
    private final ExecProcess process;
    private final Path document;
    private final Path complaints;
    private final Path number;
    private final List<String> words;

    /** What the basic launcher prints first when it cannot start the program; else nothing. */
    private final String beginning;

    /** Makes ready; nothing is started yet. */
    Exec(RunFolder folder, Fit fit, long pid, ExecProcess process) throws IOException {
        this(folder, fit, pid, process, 0, 0);
    }

    /** Makes ready for a terminal of that size; 0 is unknown. */
    Exec(RunFolder folder, Fit fit, long pid, ExecProcess process, int columns, int rows)
            throws IOException {
        this.process = process;
        this.document = Files.createTempFile(folder.path(), "exec", ".json");
        this.complaints = Path.of(document + ".log");
        this.number = Path.of(document + ".pid");
        if (fit.launcher().isBasic()) {
            this.words = BasicLauncher.exec(pid, process);
            this.beginning = BasicLauncher.complaint(process.args().getFirst());
        } else {
            ObjectNode node = Bundle.process(process);
            if (columns > 0 && rows > 0) {
                node.putObject("consoleSize").put("height", rows).put("width", columns);
            }
            Json.write(document, node);
            List<String> line = fit.command(folder.state());
            line.addAll(
                    List.of(
                            "--log",
                            complaints.toString(),
                            "exec",
                            "--pid-file",
                            number.toString(),
                            "--process",
                            document.toString(),
                            folder.id()));
            this.words = fit.outside(line);
            this.beginning = "";
        }
    }

    /** Without a terminal of its own it is out of reach of this program's, whose Ctrl-C is ours. */
    private List<String> foreground() {
        List<String> line = new ArrayList<>();
        if (!process.tty() && beginning.isEmpty()) {
            line.add("setsid");
        }
        line.addAll(words);
        return line;
    }

    /** Runs it and copies its streams. */
    int run(@Nullable InputStream input, OutputStream out, OutputStream error) throws IOException {
        Process started =
                Commands.of(foreground())
                        .redirectInput(
                                input == null
                                        ? ProcessBuilder.Redirect.from(new File("/dev/null"))
                                        : ProcessBuilder.Redirect.PIPE)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .redirectError(ProcessBuilder.Redirect.PIPE)
                        .start();
        Aside typing = Aside.start("exec input", () -> feed(input, started));
        try (Aside errors = Aside.start("exec errors", () -> copyErrors(started, error))) {
            started.getInputStream().transferTo(out);
            errors.join();
            return ended(started);
        } finally {
            typing.close();
            started.destroyForcibly();
        }
    }

    /** Runs it with the streams of this process. */
    int runAttached() throws IOException {
        Process started = Commands.of(foreground()).inheritIO().start();
        try {
            return ended(started);
        } finally {
            started.destroyForcibly();
        }
    }

    /** Runs it in a terminal of its own. */
    TerminalProcess open(int columns, int rows) throws IOException {
        return PtyTerminal.open(words, columns, rows, this);
    }

    /** Waits for the end of a process that was started for this. */
    int ended(Process started) throws IOException {
        int code = Waiting.end(started);
        String complaint = complaint();
        if (!complaint.isEmpty()) {
            throw Complaints.of(process.args().getFirst(), complaint);
        }
        return code;
    }

    private static void feed(@Nullable InputStream input, Process to) throws IOException {
        if (input == null) {
            return;
        }
        byte[] some = new byte[8192];
        try (OutputStream typed = to.getOutputStream()) {
            for (int n = input.read(some); n >= 0; n = input.read(some)) {
                typed.write(some, 0, n);
                typed.flush();
            }
        } catch (IOException e) {
            if (to.isAlive()) {
                throw e;
            }
        }
    }

    /** What the runtime complains about comes on the same stream, and is told otherwise. */
    private void copyErrors(Process from, OutputStream error) throws IOException {
        byte[] some = new byte[8192];
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        try (InputStream errors = from.getErrorStream()) {
            for (int n = errors.read(some); n >= 0; n = errors.read(some)) {
                held.write(some, 0, n);
                String text = held.toString(StandardCharsets.UTF_8);
                boolean undecided = !beginning.isEmpty() && beginning.startsWith(text);
                if (!undecided && !isComplaint(text)) {
                    error.write(held.toByteArray());
                    error.flush();
                    held.reset();
                }
            }
        }
        String text = held.toString(StandardCharsets.UTF_8);
        if (!beginning.isEmpty() && isComplaint(text)) {
            Files.writeString(complaints, text);
        }
    }

    private boolean isComplaint(String text) {
        return beginning.isEmpty() ? !complaint().isEmpty() : text.startsWith(beginning);
    }

    private String complaint() {
        String text = ProcessFiles.text(complaints);
        return text == null ? "" : text;
    }

    /**
     * Tells the terminal inside the container its size; runtimes do so late or never.
     *
     * @return whether it was told; while the process is being started it cannot be
     */
    boolean resize(int columns, int rows) {
        String pid = ProcessFiles.text(number);
        return pid != null
                && !pid.isBlank()
                && Kernel.resize(
                        ProcessFiles.folder(Long.parseLong(pid.strip())).resolve("fd/0"),
                        columns,
                        rows);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(document);
        Files.deleteIfExists(complaints);
        Files.deleteIfExists(number);
    }
}
