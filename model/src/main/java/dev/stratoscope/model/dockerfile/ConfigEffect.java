package dev.stratoscope.model.dockerfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What instructions do to an image's config (image-spec, config.md, "config"). */
public final class ConfigEffect {
    private static final Pattern SIGNAL =
            Pattern.compile(
                    "[0-9]{1,3}|(?:SIG)?(?:ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT|KILL"
                            + "|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|STOP|SYS|TERM|TRAP|TSTP|TTIN"
                            + "|TTOU|URG|USR1|USR2|VTALRM|WINCH|XCPU|XFSZ|RTMIN(?:\\+[0-9]{1,2})?"
                            + "|RTMAX(?:-[0-9]{1,2})?)",
                    Pattern.CASE_INSENSITIVE);

    private final ObjectNode config;
    private final Instruction instruction;

    private ConfigEffect(ObjectNode config, Instruction instruction) {
        this.config = config;
        this.instruction = instruction;
    }

    /**
     * Does one instruction to a config. Those that only make layers do nothing.
     *
     * @param config the object {@code config}; changed
     * @param instruction expanded
     * @param cmdSet whether the same stage has had a CMD before: else ENTRYPOINT takes away that of
     *     the image below
     * @throws DockerfileException when it says what cannot be
     */
    public static void apply(ObjectNode config, Instruction instruction, boolean cmdSet)
            throws DockerfileException {
        new ConfigEffect(config, instruction).apply(cmdSet);
    }

    private void apply(boolean cmdSet) throws DockerfileException {
        switch (instruction) {
            case Instruction.Env env -> env.pairs().forEach(this::environment);
            case Instruction.Label label ->
                    label.pairs().forEach(one -> object("Labels").put(one.name(), one.value()));
            case Instruction.Cmd cmd -> list("Cmd", inShell(cmd.command()));
            case Instruction.Entrypoint entrypoint -> {
                list("Entrypoint", inShell(entrypoint.command()));
                if (!cmdSet) {
                    config.remove("Cmd");
                }
            }
            case Instruction.Shell shell -> list("Shell", shell.words());
            case Instruction.Expose expose -> expose(expose.ports());
            case Instruction.Volume volume ->
                    volume.paths().forEach(path -> object("Volumes").putObject(path));
            case Instruction.User user -> config.put("User", user.user());
            case Instruction.Workdir workdir -> config.put("WorkingDir", workdir(workdir.path()));
            case Instruction.Stopsignal stop -> {
                if (!SIGNAL.matcher(stop.signal()).matches()) {
                    throw wrong(stop.signal() + " is no signal: expected one such as SIGTERM");
                }
                config.put("StopSignal", stop.signal());
            }
            case Instruction.Healthcheck check -> healthcheck(check);
            case Instruction.Onbuild onbuild -> array("OnBuild").add(onbuild.instruction());
            case Instruction.From _,
                    Instruction.Arg _,
                    Instruction.Maintainer _,
                    Instruction.Run _,
                    Instruction.Copy _,
                    Instruction.Add _ -> {}
        }
    }

    private DockerfileException wrong(String reason) {
        Statement statement = instruction.statement();
        return new DockerfileException(
                "Dockerfile",
                statement.range(),
                statement.keyword() + ": " + reason,
                statement.original());
    }

    private ObjectNode object(String field) {
        return config.path(field).isObject()
                ? (ObjectNode) config.get(field)
                : config.putObject(field);
    }

    private ArrayNode array(String field) {
        return config.path(field).isArray()
                ? (ArrayNode) config.get(field)
                : config.putArray(field);
    }

    private void list(String field, List<String> values) {
        if (values.isEmpty()) {
            config.remove(field);
            return;
        }
        ArrayNode list = config.putArray(field);
        values.forEach(list::add);
    }

    private List<String> inShell(Command command) {
        List<String> words = new ArrayList<>();
        if (command.shell()) {
            words.addAll(shell(config));
        }
        words.addAll(command.words());
        return words;
    }

    /** The shell that lines are given to. */
    public static List<String> shell(ObjectNode config) {
        List<String> words = new ArrayList<>();
        config.path("Shell").forEach(one -> words.add(one.asText()));
        return words.isEmpty() ? List.of("/bin/sh", "-c") : List.copyOf(words);
    }

    /** The value of a name takes the place of its last one; new names come last. */
    private void environment(Pair pair) {
        ArrayNode all = array("Env");
        String value = pair.name() + "=" + pair.value();
        for (int i = 0; i < all.size(); i++) {
            String one = all.get(i).asText();
            int equals = one.indexOf('=');
            if ((equals < 0 ? one : one.substring(0, equals)).equals(pair.name())) {
                all.set(i, value);
                return;
            }
        }
        all.add(value);
    }

    private void expose(List<String> texts) throws DockerfileException {
        for (String text : texts) {
            List<String> ports = Exposed.ports(text);
            if (ports.isEmpty()) {
                throw wrong(text + " is no port: expected one such as 80, 80/udp or 8000-8010");
            }
            ports.forEach(port -> object("ExposedPorts").putObject(port));
        }
    }

    private String workdir(String path) {
        String before = config.path("WorkingDir").asText("");
        return cleaned(path.startsWith("/") ? path : before + "/" + path);
    }

    /** An absolute path without dots, doubled slashes and a slash at its end. */
    static String cleaned(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return "/" + String.join("/", names);
    }

    private void healthcheck(Instruction.Healthcheck check) {
        Command command = check.command();
        ObjectNode json = config.putObject("Healthcheck");
        ArrayNode test = json.putArray("Test");
        if (command == null) {
            test.add("NONE");
            return;
        }
        test.add(command.shell() ? "CMD-SHELL" : "CMD");
        command.words().forEach(test::add);
        span(json, "Interval", check.interval());
        span(json, "Timeout", check.timeout());
        span(json, "StartPeriod", check.startPeriod());
        span(json, "StartInterval", check.startInterval());
        if (check.retries() > 0) {
            json.put("Retries", check.retries());
        }
    }

    private static void span(ObjectNode json, String field, long nanos) {
        if (nanos > 0) {
            json.put(field, nanos);
        }
    }
}
