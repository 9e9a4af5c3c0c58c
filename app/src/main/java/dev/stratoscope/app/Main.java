package dev.stratoscope.app;

import dev.stratoscope.app.cli.Cli;
import dev.stratoscope.app.cli.WindowOptions;
import dev.stratoscope.app.cli.Windows;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts the program. No class of JavaFX is loaded before a window or a picture is asked for. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line, which opens the window when it is asked to, and ends with its exit
     * status.
     */
    public static void main(String[] args) {
        FileOutputStream bare = new FileOutputStream(FileDescriptor.out);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(err);
        System.exit(run(args, bare, err));
    }

    /** As the other, to streams of one's own; returns the exit status. */
    static int run(String[] args, OutputStream bare, PrintStream err) {
        PrintStream out = new PrintStream(bare, false, StandardCharsets.UTF_8);
        int status = Cli.run(args, bare, err, new Desktop(out, err));
        out.flush();
        return status;
    }

    /** The window, whose own class cannot be loaded without JavaFX's. */
    private record Desktop(PrintStream out, PrintStream err) implements Windows {
        @Override
        public int open(@Nullable String source, WindowOptions options) throws IOException {
            return new App(out, err).open(source, options);
        }

        @Override
        public int picture(@Nullable String source, Path file, WindowOptions options)
                throws IOException {
            return new App(out, err).picture(source, file, options);
        }
    }
}
