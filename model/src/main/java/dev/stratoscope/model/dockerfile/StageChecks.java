package dev.stratoscope.model.dockerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the instructions of one stage. */
final class StageChecks {
    private static final Set<String> ONCE = Set.of("CMD", "ENTRYPOINT", "HEALTHCHECK");
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?:^|.*_)(?:apikey|auth|credentials?|key|passw(?:or)?d|pword|secret|token)"
                            + "(?:_.*|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "(?:^|.*_)(?:public|file|path|version|id)(?:_.*|$)", Pattern.CASE_INSENSITIVE);

    private final Checks checks;
    private final Stage stage;
    private boolean hasWorkdir;
    private boolean hasShell;
    private final Map<String, Statement> last = new HashMap<>();

    StageChecks(Checks checks, Stage stage) {
        this.checks = checks;
        this.stage = stage;
    }

    void run() {
        platform(stage.from());
        for (Instruction one : stage.instructions()) {
            Statement statement = one.statement();
            switch (one) {
                case Instruction.Maintainer maintainer -> maintainer(maintainer);
                case Instruction.Workdir workdir -> workdir(workdir);
                case Instruction.Shell _ -> hasShell = true;
                case Instruction.Cmd cmd -> shellForm(statement, cmd.command());
                case Instruction.Entrypoint entry -> shellForm(statement, entry.command());
                case Instruction.Env env -> {
                    legacy(statement, env.pairs());
                    env.pairs().forEach(pair -> secret(statement, pair.name()));
                }
                case Instruction.Label label -> legacy(statement, label.pairs());
                case Instruction.Arg arg -> {
                    legacyArg(arg);
                    arg.names().forEach(name -> secret(statement, name.name()));
                }
                case Instruction.Expose expose ->
                        expose.ports().forEach(port -> port(statement, port));
                default -> {}
            }
            if (ONCE.contains(statement.keyword())) {
                Statement before = last.put(statement.keyword(), statement);
                if (before != null) {
                    checks.add(
                            "MultipleInstructionsDisallowed",
                            "there is another " + statement.keyword() + " below in this stage",
                            "Only the last one counts.",
                            before.range(),
                            null);
                }
            }
        }
    }

    private void platform(Instruction.From from) {
        String platform = from.platform();
        if (platform == null) {
            return;
        }
        if (Set.of("$TARGETPLATFORM", "${TARGETPLATFORM}").contains(platform)) {
            checks.add(
                    "RedundantTargetPlatform",
                    "--platform=" + platform + " says what is so anyway",
                    "Images are for the target platform where nothing is said.",
                    from.range(),
                    null);
        } else if (!platform.contains("$") && !isNamedAfter(platform, from.name())) {
            checks.add(
                    "FromPlatformFlagConstDisallowed",
                    "--platform is the fixed " + platform,
                    "The stage cannot be built for another platform; name it when building.",
                    from.range(),
                    null);
        }
    }

    /** Stages for one platform each are chosen by their names, with the architecture in them. */
    private static boolean isNamedAfter(String platform, @Nullable String name) {
        String[] parts = platform.split("/", -1);
        return name != null && parts.length > 1 && name.contains(parts[1].toLowerCase(Locale.ROOT));
    }

    private void maintainer(Instruction.Maintainer maintainer) {
        checks.add(
                "MaintainerDeprecated",
                "MAINTAINER is deprecated",
                "A label says it where tools look for it.",
                maintainer.range(),
                new Finding.Fix(
                        "Use a label",
                        maintainer.range(),
                        "LABEL org.opencontainers.image.authors=" + quoted(maintainer.name())));
    }

    /** The first one only: when that is mended, those below it are. */
    private void workdir(Instruction.Workdir workdir) {
        String path = workdir.path();
        if (!hasWorkdir && !path.startsWith("/") && !path.startsWith("$")) {
            checks.add(
                    "WorkdirRelativePath",
                    path + " is relative to what the base image has as its working folder",
                    "When the base image changes its folder, this one moves.",
                    workdir.range(),
                    null);
        }
        hasWorkdir = true;
    }

    private void shellForm(Statement statement, Command command) {
        if (!command.shell() || hasShell) {
            return;
        }
        List<String> words = WordLexer.rawWords(command.words().getFirst());
        boolean simple =
                !words.isEmpty()
                        && words.stream()
                                .noneMatch(word -> word.matches(".*[|&;<>()$`*?{}~\\n].*"));
        StringBuilder json = new StringBuilder(statement.keyword()).append(" [");
        for (int i = 0; i < words.size(); i++) {
            String word = WordLexer.unquoted(words.get(i));
            simple &= word != null;
            json.append(i == 0 ? "" : ", ").append(quoted(word == null ? "" : word));
        }
        checks.add(
                "JSONArgsRecommended",
                statement.keyword() + " in shell form",
                "A shell becomes process 1, so the program gets no signals such as SIGTERM.",
                statement.range(),
                simple
                        ? new Finding.Fix(
                                "Use the JSON form", statement.range(), json.append(']').toString())
                        : null);
    }

    private void legacy(Statement statement, List<Pair> pairs) {
        if (!statement.words().getLast().isEmpty() || pairs.size() != 1) {
            return;
        }
        Pair pair = pairs.getFirst();
        boolean bare = pair.value().matches("[^\\s\"'\\\\]*");
        checks.add(
                "LegacyKeyValueFormat",
                statement.keyword() + " without =",
                "The old form takes one name only, and all that follows as its value.",
                statement.range(),
                new Finding.Fix(
                        "Use NAME=VALUE",
                        statement.range(),
                        statement.keyword()
                                + " "
                                + pair.name()
                                + "="
                                + (bare ? pair.value() : quoted(pair.value()))));
    }

    /** Two names without values are mostly meant for a name and its value. */
    private void legacyArg(Instruction.Arg arg) {
        if (arg.names().size() != 2 || arg.names().stream().anyMatch(one -> one.value() != null)) {
            return;
        }
        String pair = arg.names().getFirst().name() + "=" + arg.names().getLast().name();
        checks.add(
                "LegacyKeyValueFormat",
                "ARG without =",
                "Two names are declared; a default is given as NAME=VALUE.",
                arg.range(),
                new Finding.Fix("Use NAME=VALUE", arg.range(), "ARG " + pair));
    }

    private void secret(Statement statement, String name) {
        if (SECRET.matcher(name).matches() && !PUBLIC.matcher(name).matches()) {
            checks.add(
                    "SecretsUsedInArgOrEnv",
                    name + " looks like a secret",
                    "Values of ARG and ENV stay in the image for everyone to read; use a secret"
                            + " mount.",
                    statement.range(),
                    null);
        }
    }

    private void port(Statement statement, String port) {
        if (port.contains("$")) {
            return;
        }
        int slash = port.indexOf('/');
        String protocol = slash < 0 ? "" : port.substring(slash + 1);
        if (!protocol.equals(protocol.toLowerCase(Locale.ROOT))) {
            checks.add(
                    "ExposeProtoCasing",
                    "the protocol of " + port + " should be in lower case",
                    "Protocols are compared in lower case.",
                    statement.range(),
                    null);
        }
        if (!Exposed.isPlain(port)) {
            checks.add(
                    "ExposeInvalidFormat",
                    port + " names more than a port of the container",
                    "Addresses and ports of the machine are chosen when a container is started.",
                    statement.range(),
                    null);
        }
    }

    private static String quoted(@Nullable String text) {
        try {
            return new JsonMapper().writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
