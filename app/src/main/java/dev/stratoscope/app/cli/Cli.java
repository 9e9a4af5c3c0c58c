package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The program's command line. */
public final class Cli {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Output out;
    private final boolean isOwn;
    private final PrintStream err;
    private final Windows windows;
    private final Clock clock;
    private final UnaryOperator<@Nullable String> environment;
    private @Nullable String source;
    private @Nullable Command command;

    private Cli(
            OutputStream out,
            PrintStream err,
            Windows windows,
            Clock clock,
            UnaryOperator<@Nullable String> environment) {
        this.out = new Output(out);
        this.isOwn = out instanceof FileOutputStream;
        this.err = err;
        this.windows = windows;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Does what the arguments ask for.
     *
     * @param out for results; best the bare stream of standard output, since a PrintStream hides
     *     why writing failed
     * @param err for messages and progress
     * @return the exit status: 0 done, 1 failed, 2 wrong usage; of {@code compare} 0 equal, 1
     *     different, 2 failed; of {@code run}, {@code start -a} and {@code exec} that of the
     *     command, or 125 failed or wrong usage, 126 not executable, 127 not found
     */
    public static int run(String[] args, OutputStream out, PrintStream err, Windows windows) {
        return run(args, out, err, windows, Clock.system(ZoneId.systemDefault()), System::getenv);
    }

    /**
     * As the other, in surroundings of one's own.
     *
     * @param clock tells the time for ages, and the zone for times in tables
     * @param environment looks up a variable; null when it is not set
     */
    public static int run(
            String[] args,
            OutputStream out,
            PrintStream err,
            Windows windows,
            Clock clock,
            UnaryOperator<@Nullable String> environment) {
        return new Cli(out, err, windows, clock, environment).run(args);
    }

    private int run(String[] args) {
        int status = DONE;
        try {
            status = dispatch(args);
            out.flush();
            return status;
        } catch (ParameterException e) {
            tell(Escapes.text(usage(e)));
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            err.println("Try '" + command + " --help'.");
            return misused(e.getCommandLine().getCommandSpec().name());
        } catch (Output.Refused e) {
            return e.isClosed() ? status : failed(e, args);
        } catch (Throwable e) {
            return failed(e, args);
        }
    }

    private static int misused(String verb) {
        return Command.all().stream()
                .filter(one -> one.word().equals(verb))
                .findFirst()
                .map(Command::misused)
                .orElse(WRONG_USAGE);
    }

    /** Two words without a verb are mostly a verb that is none. */
    private static String usage(ParameterException e) {
        var spec = e.getCommandLine().getCommandSpec();
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException && spec.parent() == null) {
            String first = spec.positionalParameters().getFirst().getValue();
            return first == null ? message : first + ": there is no such command";
        }
        return message;
    }

    private int failed(Throwable e, String[] args) {
        try {
            out.flush();
        } catch (IOException alreadyTold) {
            // What cannot be written now could not before, or is of no use without the rest.
        }
        tell(Failure.line(e, source));
        if (Arrays.asList(args).contains(Grammar.DEBUG.name())) {
            e.printStackTrace(err);
        }
        Command asked = command;
        return asked == null ? FAILED : asked.failing(e);
    }

    private void tell(String line) {
        err.println("stratoscope: " + line);
    }

    private int dispatch(String[] args) throws IOException {
        CommandLine line = Grammar.commandLine();
        ParseResult parsed = line.parseArgs(args);
        ParseResult verb = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (verb.isUsageHelpRequested() || parsed.isUsageHelpRequested()) {
            CommandLine asked = verb.commandSpec().commandLine();
            out.print(asked.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return DONE;
        }
        if (parsed.isVersionHelpRequested()) {
            out.print("stratoscope " + version() + "\n");
            return DONE;
        }
        Request request = new Request(line, verb, clock, environment, out, err, isOwn);
        source = request.source();
        if (!parsed.hasSubcommand()) {
            return window(request);
        }
        command = request.command();
        return request.run();
    }

    private int window(Request request) throws IOException {
        Grammar.Size size = request.option(Grammar.SIZE, new Grammar.Size(0, 0));
        WindowOptions options =
                new WindowOptions(
                        request.home(),
                        request.option(Grammar.PLATFORM),
                        request.limits(),
                        request.option(Grammar.THEME, WindowOptions.Theme.SYSTEM),
                        size.width(),
                        size.height(),
                        request.has(Grammar.DEBUG));
        Path picture = request.option(Grammar.PICTURE);
        return picture == null
                ? windows.open(source, options)
                : windows.picture(source, picture, options);
    }

    private static String version() {
        var module = Cli.class.getModule().getDescriptor();
        String inModule = module == null ? null : module.rawVersion().orElse(null);
        String inJar = Cli.class.getPackage().getImplementationVersion();
        return inModule != null ? inModule : inJar != null ? inJar : "(unreleased)";
    }
}
