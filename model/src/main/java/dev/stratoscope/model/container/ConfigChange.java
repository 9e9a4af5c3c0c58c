package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.dockerfile.ConfigEffect;
import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Expansions;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Printable;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Instructions of a Dockerfile that change an image's config, as docker's {@code commit --change}
 * takes them.
 */
final class ConfigChange {
    private ConfigChange() {}

    /**
     * A config with all instructions done to it, one after another.
     *
     * @param config left as it is
     * @throws IllegalArgumentException when one is none; the message names it
     */
    static ObjectNode all(ObjectNode config, List<String> instructions) {
        ObjectNode changed = config.deepCopy();
        boolean cmdSet = false;
        for (String text : instructions) {
            try {
                Instruction instruction = Dockerfile.trigger("--change", text.strip());
                if (!isOfConfig(instruction)) {
                    throw refused(
                            text,
                            "is none of CMD, ENTRYPOINT, ENV, EXPOSE, HEALTHCHECK, LABEL, ONBUILD,"
                                    + " STOPSIGNAL, USER, VOLUME and WORKDIR");
                }
                Expansions expansions =
                        new Expansions("--change", '\\', name -> variable(changed, name));
                ConfigEffect.apply(changed, expansions.expand(instruction), cmdSet);
                cmdSet |= instruction instanceof Instruction.Cmd;
            } catch (DockerfileException e) {
                IllegalArgumentException refused = refused(text, e.reason());
                refused.initCause(e);
                throw refused;
            }
        }
        return changed;
    }

    private static boolean isOfConfig(Instruction instruction) {
        return switch (instruction) {
            case Instruction.From _,
                    Instruction.Arg _,
                    Instruction.Maintainer _,
                    Instruction.Run _,
                    Instruction.Copy _,
                    Instruction.Add _ ->
                    false;
            case Instruction.Cmd cmd -> cmd.statement().json() || !cmd.command().words().isEmpty();
            case Instruction.Entrypoint entrypoint ->
                    entrypoint.statement().json() || !entrypoint.command().words().isEmpty();
            default -> true;
        };
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("--change " + Printable.of(text) + ": " + why);
    }

    private static @Nullable String variable(ObjectNode config, String name) {
        for (JsonNode one : config.path("Env")) {
            if (one.asText().startsWith(name + "=")) {
                return one.asText().substring(name.length() + 1);
            }
        }
        return null;
    }
}
