package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what statements mean. */
final class InstructionReader {
    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-_.]*");
    private static final Set<String> NO_FLAGS = Set.of();
    private static final Set<String> COPY_FLAGS =
            Set.of("from", "chown", "chmod", "link", "parents");
    private static final Set<String> ADD_FLAGS =
            Set.of("chown", "chmod", "link", "keep-git-dir", "checksum", "unpack");
    private static final Set<String> HEALTH_FLAGS =
            Set.of("interval", "timeout", "start-period", "start-interval", "retries");

    private final SourceText text;
    private final char escape;

    InstructionReader(SourceText text, char escape) {
        this.text = text;
        this.escape = escape;
    }

    Instruction read(Statement statement) throws DockerfileException {
        return switch (statement.keyword()) {
            case "FROM" -> from(statement);
            case "ARG" -> arg(statement);
            case "ENV" -> new Instruction.Env(statement, pairs(statement));
            case "LABEL" -> new Instruction.Label(statement, pairs(statement));
            case "MAINTAINER" -> new Instruction.Maintainer(statement, single(statement));
            case "RUN" -> run(statement);
            case "CMD" -> new Instruction.Cmd(statement, command(statement));
            case "ENTRYPOINT" -> new Instruction.Entrypoint(statement, command(statement));
            case "SHELL" -> shell(statement);
            case "COPY" -> copy(statement);
            case "ADD" -> add(statement);
            case "EXPOSE" -> new Instruction.Expose(statement, several(statement));
            case "VOLUME" -> new Instruction.Volume(statement, several(statement));
            case "USER" -> new Instruction.User(statement, single(statement));
            case "WORKDIR" -> new Instruction.Workdir(statement, single(statement));
            case "STOPSIGNAL" -> new Instruction.Stopsignal(statement, single(statement));
            case "HEALTHCHECK" ->
                    new HealthReader(text, statement, flags(statement, HEALTH_FLAGS)).read();
            case "ONBUILD" -> onbuild(statement);
            default -> throw text.wrong(statement.range(), Keywords.unknown(statement.keyword()));
        };
    }

    private FlagValues flags(Statement statement, Set<String> once) throws DockerfileException {
        return new FlagValues(text, statement, once, Set.of());
    }

    private DockerfileException wrong(Statement statement, String reason) {
        return text.wrong(statement.range(), statement.keyword() + " " + reason);
    }

    private Instruction.From from(Statement statement) throws DockerfileException {
        FlagValues flags = flags(statement, Set.of("platform"));
        List<String> words = statement.words();
        boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("AS");
        if (words.size() != 1 && !named) {
            throw wrong(statement, "needs an image: expected FROM IMAGE or FROM IMAGE AS NAME");
        }
        String name = named ? words.get(2).toLowerCase(Locale.ROOT) : null;
        if (name != null && !STAGE.matcher(name).matches()) {
            throw wrong(
                    statement,
                    "cannot call a stage "
                            + words.get(2)
                            + ": expected a letter, then letters, digits, - _ and .");
        }
        return new Instruction.From(statement, flags.value("platform"), words.getFirst(), name);
    }

    private Instruction.Arg arg(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        List<Instruction.Arg.Default> names = new ArrayList<>();
        for (String word : several(statement)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.isEmpty()) {
                throw wrong(statement, "needs a name before the =");
            }
            names.add(
                    new Instruction.Arg.Default(
                            name, equals < 0 ? null : word.substring(equals + 1)));
        }
        return new Instruction.Arg(statement, List.copyOf(names));
    }

    private List<Pair> pairs(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        List<String> words = several(statement);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 2 < words.size(); i += 3) {
            if (words.get(i).isEmpty()) {
                throw wrong(statement, "needs a name before the =");
            }
            pairs.add(new Pair(words.get(i), words.get(i + 1)));
        }
        return List.copyOf(pairs);
    }

    private Instruction.Run run(Statement statement) throws DockerfileException {
        FlagValues flags =
                new FlagValues(
                        text, statement, Set.of("network", "security"), Set.of("mount", "device"));
        List<Mount> mounts = new ArrayList<>();
        for (Flag flag : flags.all("mount")) {
            mounts.add(new MountReader(text, flag).read());
        }
        for (Flag flag : flags.all("device")) {
            throw text.wrong(flag.range(), "--device is not supported: no devices are passed on");
        }
        List<String> words = statement.words();
        if (words.isEmpty() && statement.json()) {
            throw wrong(statement, "needs a command");
        }
        // A RUN of nothing has the shell run an empty line, as BuildKit does.
        return new Instruction.Run(
                statement,
                new Command(
                        !statement.json(),
                        words.isEmpty() ? List.of("") : words,
                        statement.heredocs()),
                List.copyOf(mounts),
                flags.choice("network", "default", Set.of("default", "none", "host")),
                flags.choice("security", "sandbox", Set.of("sandbox")));
    }

    private Command command(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        return new Command(
                !statement.json() && !statement.words().isEmpty(),
                statement.words(),
                statement.heredocs());
    }

    private Instruction.Shell shell(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        if (!statement.json() || statement.words().isEmpty()) {
            throw wrong(
                    statement, "needs a JSON array: expected SHELL [\"program\", \"argument\"]");
        }
        return new Instruction.Shell(statement, statement.words());
    }

    private Instruction.Copy copy(Statement statement) throws DockerfileException {
        FlagValues flags = new FlagValues(text, statement, COPY_FLAGS, Set.of("exclude"));
        return new Instruction.Copy(
                statement,
                sources(statement),
                inline(statement),
                statement.words().getLast(),
                flags.value("from"),
                flags.value("chown"),
                flags.value("chmod"),
                Boolean.TRUE.equals(flags.isSet("link")),
                Boolean.TRUE.equals(flags.isSet("parents")),
                excluded(flags));
    }

    private Instruction.Add add(Statement statement) throws DockerfileException {
        FlagValues flags = new FlagValues(text, statement, ADD_FLAGS, Set.of("exclude"));
        return new Instruction.Add(
                statement,
                sources(statement),
                inline(statement),
                statement.words().getLast(),
                flags.value("chown"),
                flags.value("chmod"),
                Boolean.TRUE.equals(flags.isSet("link")),
                Boolean.TRUE.equals(flags.isSet("keep-git-dir")),
                flags.value("checksum"),
                flags.isSet("unpack"),
                excluded(flags));
    }

    private static List<String> excluded(FlagValues flags) {
        return flags.all("exclude").stream().map(Flag::value).toList();
    }

    private List<String> sources(Statement statement) throws DockerfileException {
        if (statement.words().size() < 2) {
            throw wrong(statement, "needs a source and a target: expected SOURCE… TARGET");
        }
        List<String> all = statement.words().subList(0, statement.words().size() - 1);
        return statement.heredocs().isEmpty()
                ? all
                : all.stream().filter(one -> HeredocMark.of(one) == null).toList();
    }

    private static List<Heredoc> inline(Statement statement) {
        return statement.heredocs();
    }

    private Instruction.Onbuild onbuild(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        String rest = single(statement);
        StringBuilder whole = new StringBuilder(rest);
        for (Heredoc heredoc : statement.heredocs()) {
            whole.append('\n').append(heredoc.content()).append(heredoc.name());
        }
        trigger(statement, whole.toString());
        return new Instruction.Onbuild(statement, whole.toString());
    }

    /** What comes after ONBUILD, which has to be an instruction that may stand there. */
    private void trigger(Statement statement, String rest) throws DockerfileException {
        String keyword = Words.atBlanks(rest).getFirst().toUpperCase(Locale.ROOT);
        if (Set.of("ONBUILD", "FROM", "MAINTAINER").contains(keyword)) {
            throw wrong(statement, keyword + " cannot be: it is no instruction for later builds");
        }
        try {
            Instruction unused = trigger(text.file(), rest, escape);
            Objects.requireNonNull(unused);
        } catch (DockerfileException e) {
            throw text.wrong(statement.range(), e.reason());
        }
    }

    /** The instruction of an ONBUILD. */
    static Instruction trigger(String file, String instruction, char escape)
            throws DockerfileException {
        SourceText alone = new SourceText(file, instruction);
        @Nullable Statement inner = new StatementReader(alone, escape, 1).read();
        if (inner == null) {
            throw alone.wrong(new SourceRange(1, 1, 1, 1), "ONBUILD needs an instruction");
        }
        return new InstructionReader(alone, escape).read(inner);
    }

    private List<String> several(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        if (statement.words().isEmpty()) {
            throw wrong(statement, "needs at least one argument");
        }
        if (statement.keyword().equals("VOLUME")
                && statement.words().stream().anyMatch(String::isBlank)) {
            throw wrong(statement, "cannot have an empty path");
        }
        return statement.words();
    }

    private String single(Statement statement) throws DockerfileException {
        flags(statement, NO_FLAGS);
        if (statement.words().isEmpty()) {
            throw wrong(statement, "needs exactly one argument");
        }
        return statement.words().getFirst();
    }
}
