package dev.stratoscope.app.cli;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.Locale;

/** The words the command line understands. */
final class Grammar {
    static final String SOURCE = "SRC";
    static final String PATH = "PATH";
    static final String DESTINATION = "DEST";
    static final Key<Platform> PLATFORM = new Key<>("--platform", Platform.class);
    static final Key<Path> HOME = new Key<>("--home", Path.class);
    static final Key<LimitOption[]> LIMIT = new Key<>("--limit", LimitOption[].class);
    static final Key<Boolean> DEBUG = new Key<>("--debug", Boolean.class);
    static final Key<ProgressMode> PROGRESS = new Key<>("--progress", ProgressMode.class);
    static final Key<Path> PICTURE = new Key<>("--picture", Path.class);
    static final Key<WindowOptions.Theme> THEME = new Key<>("--theme", WindowOptions.Theme.class);
    static final Key<Size> SIZE = new Key<>("--size", Size.class);
    static final Key<Boolean> JSON = new Key<>("--json", Boolean.class);
    static final Key<Integer> LAYER = new Key<>("--layer", Integer.class);
    static final Key<Integer> UPTO = new Key<>("--upto", Integer.class);
    static final Key<Boolean> DIGEST = new Key<>("--digest", Boolean.class);
    static final Key<Boolean> NO_TRUNC = new Key<>("--no-trunc", Boolean.class);
    static final Key<Boolean> HUMAN = new Key<>("--human", Boolean.class);
    static final Key<Boolean> QUIET = new Key<>("--quiet", Boolean.class);
    static final Key<Boolean> OWNERS = new Key<>("--owners", Boolean.class);
    static final Key<Boolean> DEVICES = new Key<>("--devices", Boolean.class);
    static final Key<Boolean> SPECIAL_BITS = new Key<>("--special-bits", Boolean.class);

    private static final String SOURCE_HELP =
            "an image: PATH[:REF], where PATH is a file or folder and REF a name, @NUMBER or"
                + " @DIGEST of what it holds; skopeo's docker-archive:, oci:, oci-archive: and dir:"
                + " may stand before it";

    private Grammar() {}

    /** An option and what its value is. */
    record Key<T>(String name, Class<T> type) {}

    /** How progress is shown. */
    enum ProgressMode {
        AUTO,
        PLAIN,
        JSON,
        NONE
    }

    /** A window's size in pixels. */
    record Size(int width, int height) {
        private static final int MOST = 16_384;

        static Size parse(String text) {
            String[] parts = text.split("x", -1);
            try {
                int width = Integer.parseInt(parts[0]);
                int height = Integer.parseInt(parts[parts.length - 1]);
                if (parts.length == 2
                        && Math.min(width, height) > 0
                        && Math.max(width, height) <= MOST) {
                    return new Size(width, height);
                }
            } catch (NumberFormatException e) {
                // Told below, like every other wrong size.
            }
            throw new TypeConversionException("'" + text + "' is not a size such as 1440x900");
        }
    }

    static CommandLine commandLine() {
        CommandSpec top = CommandSpec.create().name("stratoscope");
        top.usageMessage()
                .description(
                        "Shows what a container image is, layer by layer. Without a command it"
                                + " opens the window.");
        top.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("show this help")
                        .build());
        top.addOption(
                OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("show the version")
                        .build());
        top.addOption(
                global(
                        PLATFORM,
                        Grammar::platform,
                        "OS/ARCH[/VARIANT]",
                        "which of several images is meant"));
        top.addOption(global(HOME, Path::of, "DIR", "the folder the program keeps its things in"));
        top.addOption(
                OptionSpec.builder(LIMIT.name())
                        .type(LIMIT.type())
                        .arity("1")
                        .converters(LimitOption::parse)
                        .scopeType(ScopeType.INHERIT)
                        .paramLabel("NAME=VALUE")
                        .description(
                                "what is accepted before an image is refused, such as"
                                        + " expandedBytes=2GiB; of "
                                        + String.join(", ", Limits.names()))
                        .build());
        top.addOption(global(PROGRESS, Grammar::progress, "MODE", "auto, plain, json or none"));
        top.addOption(
                OptionSpec.builder(DEBUG.name())
                        .type(boolean.class)
                        .scopeType(ScopeType.INHERIT)
                        .description("show where a failure comes from")
                        .build());
        top.addOption(
                value(
                        PICTURE,
                        Path::of,
                        "FILE.png",
                        "write a picture of the window instead of opening it"));
        top.addOption(value(THEME, Grammar::theme, "THEME", "light, dark or system"));
        top.addOption(
                value(SIZE, Size::parse, "WxH", "the window's size in pixels, such as 1440x900"));
        top.addPositional(positional(0, SOURCE, "0..1", SOURCE_HELP));
        for (Verb verb : Verb.values()) {
            top.addSubcommand(verb.word(), verb.spec());
        }
        return new CommandLine(top).setExpandAtFiles(false);
    }

    static CommandSpec verb(String help) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(help);
        return spec.addPositional(positional(0, SOURCE, "1", SOURCE_HELP));
    }

    static PositionalParamSpec positional(int index, String label, String arity, String help) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(String.class)
                .description(help)
                .build();
    }

    static OptionSpec flag(Key<Boolean> key, String help) {
        return OptionSpec.builder(key.name()).type(boolean.class).description(help).build();
    }

    static OptionSpec number(Key<Integer> key, String help) {
        return value(key, Grammar::layer, "N", help);
    }

    private static <T> OptionSpec value(
            Key<T> key, ITypeConverter<T> parse, String label, String help) {
        return option(key, parse, label, help).build();
    }

    private static <T> OptionSpec global(
            Key<T> key, ITypeConverter<T> parse, String label, String help) {
        return option(key, parse, label, help).scopeType(ScopeType.INHERIT).build();
    }

    private static <T> OptionSpec.Builder option(
            Key<T> key, ITypeConverter<T> parse, String label, String help) {
        return OptionSpec.builder(key.name())
                .type(key.type())
                .converters(parse)
                .paramLabel(label)
                .description(help);
    }

    private static int layer(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative number.
        }
        throw new TypeConversionException(
                "'" + text + "' is not a layer's number; the bottom one is 0");
    }

    private static Platform platform(String text) {
        try {
            return Platform.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static WindowOptions.Theme theme(String text) {
        return oneOf(WindowOptions.Theme.class, text, "light, dark or system");
    }

    private static ProgressMode progress(String text) {
        return oneOf(ProgressMode.class, text, "auto, plain, json or none");
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text, String choice) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw new TypeConversionException("'" + text + "' is not " + choice);
    }
}
