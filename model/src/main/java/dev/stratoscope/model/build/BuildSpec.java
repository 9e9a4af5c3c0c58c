package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a build. Immutable; made with {@link BuildSpecBuilder}.
 *
 * @param context the folder that COPY and ADD read; null where there is none
 * @param file the Dockerfile; a file beside it of the same name and {@code .dockerignore} takes the
 *     place of the context's
 * @param text what stands for the file's text, such as what an editor holds; null reads the file
 * @param target the stage that is built, by name or number; null is the last
 * @param args values of ARGs by name
 * @param platform what the image runs on; null is this machine's
 * @param secrets files by id; their contents reach the RUNs that ask for them and nothing else
 * @param agents sockets of ssh agents by id
 * @param useCache whether steps may be taken from earlier builds
 * @param labels added to the image's
 * @param tags the image's names; may be empty
 * @param epoch the time that is said of everything made here and of the context's files
 *     (SOURCE_DATE_EPOCH); null is the time of the build, and leaves files theirs
 */
public record BuildSpec(
        @Nullable Path context,
        Path file,
        @Nullable String text,
        @Nullable String target,
        Map<String, String> args,
        @Nullable Platform platform,
        Map<String, Path> secrets,
        Map<String, Path> agents,
        boolean useCache,
        Map<String, String> labels,
        List<Reference> tags,
        @Nullable Instant epoch) {
    /** Copies the collections. */
    public BuildSpec {
        args = Map.copyOf(args);
        secrets = Map.copyOf(secrets);
        agents = Map.copyOf(agents);
        labels = Map.copyOf(labels);
        tags = List.copyOf(tags);
    }

    /** What the image is to run on. */
    Platform wanted() {
        return platform == null ? Platform.local() : platform;
    }

    /**
     * What a stage is for.
     *
     * @param from what it begins with, variables expanded
     * @throws IllegalArgumentException when that says no platform
     */
    Platform wanted(Instruction.From from) {
        String said = from.platform();
        return said == null || said.isEmpty() ? wanted() : Platform.parse(said);
    }
}
