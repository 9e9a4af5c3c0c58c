package dev.stratoscope.app;

import dev.stratoscope.app.cli.Cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the program. No class of JavaFX is loaded before a window or a picture is asked for. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line, which opens the window when it is asked to, and ends with its exit
     * status.
     */
    public static void main(String[] args) {
        FileOutputStream bare = new FileOutputStream(FileDescriptor.out);
        PrintStream out = new PrintStream(bare, false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(err);
        int status = Cli.run(args, bare, err, new App(out, err));
        out.flush();
        System.exit(status);
    }
}
