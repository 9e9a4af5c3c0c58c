package dev.stratoscope.app.cli;

import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the options of {@code build} ask for. Secrets from variables lie in files until it closes.
 */
final class BuildOptions implements Closeable {
    private static final String[] NONE = {};
    private static final String EPOCH = "SOURCE_DATE_EPOCH";

    private final Request request;
    private final List<Path> temporary = new ArrayList<>();

    BuildOptions(Request request) {
        this.request = request;
    }

    BuildSpec spec() throws IOException {
        String context = String.valueOf(request.positional(BuildVerb.CONTEXT));
        BuildSpecBuilder spec;
        if (context.equals("-")) {
            spec = new BuildSpecBuilder(null, Path.of("Dockerfile"));
            spec.text(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        } else {
            Path folder = Path.of(context);
            if (!Files.isDirectory(folder)) {
                throw Files.exists(folder)
                        ? new NotDirectoryException(context)
                        : new NoSuchFileException(context, null, "there is no such folder");
            }
            spec = new BuildSpecBuilder(folder, file(folder));
        }
        spec.target(request.option(BuildVerb.TARGET))
                .platform(request.option(Grammar.PLATFORM))
                .useCache(!request.has(BuildVerb.NO_CACHE));
        for (String tag : request.option(BuildVerb.TAG, NONE)) {
            spec.tag(Reference.parse(tag));
        }
        for (String label : request.option(ContainerGrammar.LABEL, NONE)) {
            int equals = label.indexOf('=');
            spec.label(
                    equals < 0 ? label : label.substring(0, equals),
                    equals < 0 ? "" : label.substring(equals + 1));
        }
        args(spec);
        for (String secret : request.option(BuildVerb.SECRET, NONE)) {
            secret(spec, secret);
        }
        for (String agent : request.option(BuildVerb.SSH, NONE)) {
            agent(spec, agent);
        }
        return spec.build();
    }

    private Path file(Path folder) throws IOException {
        String given = request.option(BuildVerb.FILE);
        if (given != null) {
            return Path.of(given);
        }
        Path other = folder.resolve("Containerfile");
        Path usual = folder.resolve("Dockerfile");
        return !Files.exists(usual) && Files.exists(other) ? other : usual;
    }

    private void args(BuildSpecBuilder spec) throws IOException {
        String epoch = request.variable(EPOCH);
        for (String arg : request.option(BuildVerb.ARG, NONE)) {
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            String value = equals < 0 ? request.variable(name) : arg.substring(equals + 1);
            if (value != null) {
                spec.arg(name, value);
            }
            epoch = name.equals(EPOCH) && value != null ? value : epoch;
        }
        if (epoch != null && !epoch.isEmpty()) {
            spec.arg(EPOCH, epoch);
            spec.epoch(instant(epoch));
        }
    }

    private static Instant instant(String seconds) throws Failure.Refusal {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            Failure.Refusal refusal =
                    new Failure.Refusal(
                            EPOCH + "=" + seconds, "is no number of seconds since 1970");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private void secret(BuildSpecBuilder spec, String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        String id = fields.get("id");
        @Nullable String source = fields.getOrDefault("src", fields.get("source"));
        @Nullable String variable = fields.get("env");
        if (id == null || id.isEmpty()) {
            throw new Failure.Refusal("--secret " + text, "needs id=ID");
        }
        if (source == null) {
            String name = variable == null ? id : variable;
            String value = request.variable(name);
            if (value == null) {
                throw new Failure.Refusal(
                        "--secret " + text, "needs src=FILE; there is no variable " + name);
            }
            spec.secret(id, kept(value));
            return;
        }
        Path file = Path.of(source);
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(source, null, "there is no such file");
        }
        spec.secret(id, file);
    }

    private Path kept(String value) throws IOException {
        Path memory = Path.of("/dev/shm");
        Path file =
                Files.isWritable(memory)
                        ? Files.createTempFile(memory, "secret", "")
                        : Files.createTempFile("secret", "");
        temporary.add(file);
        return Files.writeString(file, value);
    }

    private void agent(BuildSpecBuilder spec, String text) throws Failure.Refusal {
        int equals = text.indexOf('=');
        String id = equals < 0 ? text : text.substring(0, equals);
        String socket = equals < 0 ? request.variable("SSH_AUTH_SOCK") : text.substring(equals + 1);
        if (socket == null || !Files.exists(Path.of(socket))) {
            throw new Failure.Refusal("--ssh " + text, "there is no ssh agent: name its socket");
        }
        spec.agent(id, Path.of(socket).toAbsolutePath());
    }

    @Override
    public void close() throws IOException {
        for (Path file : temporary) {
            Files.deleteIfExists(file);
        }
    }
}
