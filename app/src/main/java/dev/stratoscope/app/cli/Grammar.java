package dev.stratoscope.app.cli;

import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SaveFormat;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;

/** The words the command line understands. */
final class Grammar {
    static final String SOURCE = "SRC";
    static final String PATH = "PATH";
    static final String DESTINATION = "DEST";
    static final String IMAGE = "IMAGE";
    static final String NAME = "NAME";
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

    static final String BEFORE = "A";
    static final String AFTER = "B";
    static final Key<Integer> LAYER_A = new Key<>("--layer-a", Integer.class);
    static final Key<Integer> LAYER_B = new Key<>("--layer-b", Integer.class);
    static final Key<Platform> PLATFORM_A = new Key<>("--platform-a", Platform.class);
    static final Key<Platform> PLATFORM_B = new Key<>("--platform-b", Platform.class);
    static final Key<String> CONTENT = new Key<>("--content", String.class);
    static final Key<Ignored> IGNORE = new Key<>("--ignore", Ignored.class);

    static final Key<Path> OUTPUT = new Key<>("--output", Path.class);
    static final Key<SaveFormat> FORMAT = new Key<>("--format", SaveFormat.class);
    static final Key<Boolean> FORCE = new Key<>("--force", Boolean.class);

    static final String IMAGE_HELP = "an image of the local store: NAME[:TAG] or an id";

    static final String SOURCE_HELP =
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
                        Values::platform,
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
        top.addOption(global(PROGRESS, Values::progress, "MODE", "auto, plain, json or none"));
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
        top.addOption(value(THEME, Values::theme, "THEME", "light, dark or system"));
        top.addOption(
                value(SIZE, Size::parse, "WxH", "the window's size in pixels, such as 1440x900"));
        top.addPositional(positional(0, SOURCE, "0..1", SOURCE_HELP));
        for (Command verb : Command.all()) {
            top.addSubcommand(verb.word(), verb.spec());
        }
        return new CommandLine(top).setExpandAtFiles(false);
    }

    /** A command about one image. */
    static CommandSpec verb(String help) {
        return bare(help).addPositional(positional(0, SOURCE, "1", SOURCE_HELP));
    }

    /** A command without arguments. */
    static CommandSpec bare(String help) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(help);
        return spec;
    }

    /** One argument or more. */
    static PositionalParamSpec positionals(String label, String help) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .paramLabel(label)
                .arity("1..*")
                .required(true)
                .type(String[].class)
                .description(help)
                .build();
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

    static OptionSpec human() {
        return OptionSpec.builder("-H", HUMAN.name())
                .type(boolean.class)
                .arity("0..1")
                .defaultValue("true")
                .fallbackValue("true")
                .description("ages and rounded sizes (the default), or =false for times and bytes")
                .build();
    }

    static OptionSpec quiet() {
        return OptionSpec.builder("-q", QUIET.name())
                .type(boolean.class)
                .description("show ids only")
                .build();
    }

    static OptionSpec force() {
        return OptionSpec.builder("-f", FORCE.name())
                .type(boolean.class)
                .description("also an image of several names, given by its id")
                .build();
    }

    static OptionSpec output() {
        return OptionSpec.builder("-o", OUTPUT.name())
                .type(OUTPUT.type())
                .converters(Path::of)
                .required(true)
                .paramLabel("FILE")
                .description("where to; a file there is replaced")
                .build();
    }

    static OptionSpec format() {
        return value(
                FORMAT,
                Values::saveFormat,
                "FORMAT",
                "docker-archive (the default), oci-archive, or oci for a folder");
    }

    static OptionSpec flag(Key<Boolean> key, String help) {
        return OptionSpec.builder(key.name()).type(boolean.class).description(help).build();
    }

    static OptionSpec number(Key<Integer> key, String help) {
        return value(key, Values::layer, "N", help);
    }

    static OptionSpec platform(Key<Platform> key, String help) {
        return value(key, Values::platform, "OS/ARCH[/VARIANT]", help);
    }

    static OptionSpec ignore() {
        return value(
                IGNORE,
                Values::ignored,
                "WHAT[,WHAT]",
                "what does not count: mtime (also times of creation), owner, order (of variables,"
                        + " steps and layers)");
    }

    static OptionSpec content() {
        return value(
                CONTENT,
                text -> text,
                "PATH",
                "how the lines of this one file differ, nothing else");
    }

    /** Options of which none stands without the others. */
    static ArgGroupSpec together(OptionSpec... options) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).multiplicity("0..1");
        for (OptionSpec option : options) {
            group.addArg(option.toBuilder().required(true).build());
        }
        return group.build();
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
}
