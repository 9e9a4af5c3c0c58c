package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.dockerfile.ConfigEffect;
import dev.stratoscope.model.dockerfile.Heredoc;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.Pair;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an image's history says of a step, in the words that BuildKit writes. */
final class HistoryText {
    private HistoryText() {}

    /**
     * The line of a step.
     *
     * @param instruction expanded
     * @param config after it
     * @param args values of declared ARGs by name, in their order; null of those that have none
     * @return null when the step has no line
     */
    static @Nullable String of(
            Instruction instruction, ObjectNode config, Map<String, @Nullable String> args) {
        return switch (instruction) {
            case Instruction.From _, Instruction.Onbuild _ -> null;
            case Instruction.Arg arg ->
                    arg.names().stream()
                            .map(one -> one.name() + equals(args.get(one.name())))
                            .collect(Collectors.joining(" ", "ARG ", ""));
            case Instruction.Env env -> "ENV " + pairs(env.pairs());
            case Instruction.Label label -> "LABEL " + pairs(label.pairs());
            case Instruction.Maintainer maintainer -> "MAINTAINER " + maintainer.name();
            case Instruction.Run run -> run(run, config, args);
            case Instruction.Cmd _ -> "CMD " + quoted(config.path("Cmd"));
            case Instruction.Entrypoint _ -> "ENTRYPOINT " + quoted(config.path("Entrypoint"));
            case Instruction.Shell shell -> "SHELL [" + String.join(" ", shell.words()) + "]";
            case Instruction.Copy copy ->
                    files("COPY", copy.sources(), copy.inline(), copy.target());
            case Instruction.Add add -> files("ADD", add.sources(), add.inline(), add.target());
            case Instruction.Expose expose -> expose(expose);
            case Instruction.Volume volume -> "VOLUME [" + String.join(" ", volume.paths()) + "]";
            case Instruction.User user -> "USER " + user.user();
            case Instruction.Workdir workdir ->
                    "WORKDIR "
                            + (workdir.path().startsWith("/")
                                    ? workdir.path()
                                    : config.path("WorkingDir").asText());
            case Instruction.Stopsignal stop -> "STOPSIGNAL " + stop.signal();
            case Instruction.Healthcheck check -> "HEALTHCHECK " + health(check, config);
        };
    }

    private static String equals(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }

    private static String pairs(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining(" "));
    }

    private static String run(
            Instruction.Run run, ObjectNode config, Map<String, @Nullable String> args) {
        List<String> words = new ArrayList<>();
        if (!args.isEmpty()) {
            words.add("|" + args.size());
            args.forEach((name, value) -> words.add(name + "=" + seen(config, name, value)));
        }
        words.addAll(RunCommand.words(run, ConfigEffect.shell(config)));
        return "RUN " + String.join(" ", words) + " # buildkit";
    }

    /** What a command sees as a variable: an ENV hides an ARG of its name. */
    private static String seen(ObjectNode config, String name, @Nullable String declared) {
        for (JsonNode one : config.path("Env")) {
            if (one.asText().startsWith(name + "=")) {
                return one.asText().substring(name.length() + 1);
            }
        }
        return declared == null ? "" : declared;
    }

    private static String files(
            String keyword, List<String> sources, List<Heredoc> inline, String target) {
        List<String> words = new ArrayList<>(List.of(keyword));
        words.addAll(sources);
        inline.forEach(one -> words.add("<<" + one.name()));
        words.add(target);
        return String.join(" ", words) + " # buildkit";
    }

    /** As Go prints a map: sorted by its keys. */
    private static String expose(Instruction.Expose expose) {
        return expose.ports().stream()
                .map(port -> port.contains("/") ? port : port + "/tcp")
                .sorted()
                .map(port -> port.toLowerCase(Locale.ROOT) + ":{}")
                .collect(Collectors.joining(" ", "EXPOSE map[", "]"));
    }

    private static String quoted(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(one -> words.add(quoted(one.asText())));
        return "[" + String.join(" ", words) + "]";
    }

    /** As Go quotes a string. */
    private static String quoted(String text) {
        StringBuilder all = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = "\"\\\b\f\n\r\t".indexOf(c);
            if (escape >= 0) {
                all.append('\\').append("\"\\bfnrt".charAt(escape));
            } else if (c < ' ') {
                all.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                all.append(c);
            }
        }
        return all.append('"').toString();
    }

    /** As Go prints the struct of a health check. */
    private static String health(Instruction.Healthcheck check, ObjectNode config) {
        return "&{"
                + quoted(config.path("Healthcheck").path("Test"))
                + " "
                + span(check.interval())
                + " "
                + span(check.timeout())
                + " "
                + span(check.startPeriod())
                + (check.startInterval() == 0 ? "" : " " + span(check.startInterval()))
                + " '"
                + rune(check.retries())
                + "'}";
    }

    private static String rune(int number) {
        return number < ' '
                ? String.format(Locale.ROOT, "\\x%02x", number)
                : Character.toString(number);
    }

    /** As Go prints a duration. */
    private static String span(long nanos) {
        if (nanos == 0) {
            return "\"0s\"";
        }
        Duration span = Duration.ofNanos(nanos);
        StringBuilder text = new StringBuilder("\"");
        if (span.toHours() > 0) {
            text.append(span.toHours()).append('h');
        }
        if (span.toMinutes() > 0) {
            text.append(span.toMinutesPart()).append('m');
        }
        if (span.toSeconds() > 0) {
            String part = span.toMillisPart() == 0 ? "" : "." + fraction(span.toMillisPart());
            text.append(span.toSecondsPart()).append(part).append('s');
        } else {
            text.append(span.toMillis()).append("ms");
        }
        return text.append('"').toString();
    }

    private static String fraction(int millis) {
        return String.format(Locale.ROOT, "%03d", millis).replaceFirst("0+$", "");
    }
}
