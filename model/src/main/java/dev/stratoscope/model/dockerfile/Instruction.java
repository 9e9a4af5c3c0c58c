package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a statement means. Immutable. Values that may hold variables are as written until {@link
 * Expansions#expand} replaced them.
 */
public sealed interface Instruction {
    /** The statement it was read from. */
    Statement statement();

    /** Where it is written. */
    default SourceRange range() {
        return statement().range();
    }

    /**
     * {@code FROM}.
     *
     * @param platform null where nothing is said
     * @param image an image, a stage's name, or {@code scratch}
     * @param name the stage's name in lower case; null where it has none
     */
    record From(Statement statement, @Nullable String platform, String image, @Nullable String name)
            implements Instruction {}

    /** {@code ARG}: names with their defaults; null where there is none. */
    record Arg(Statement statement, List<Default> names) implements Instruction {
        /** Arguments that need no declaration, and are in no key and no history without one. */
        public static final Set<String> PROXIES =
                Set.of(
                        "HTTP_PROXY",
                        "http_proxy",
                        "HTTPS_PROXY",
                        "https_proxy",
                        "FTP_PROXY",
                        "ftp_proxy",
                        "NO_PROXY",
                        "no_proxy",
                        "ALL_PROXY",
                        "all_proxy");

        /** A name and its default. */
        public record Default(String name, @Nullable String value) {}
    }

    /** {@code ENV}. */
    record Env(Statement statement, List<Pair> pairs) implements Instruction {}

    /** {@code LABEL}. */
    record Label(Statement statement, List<Pair> pairs) implements Instruction {}

    /** {@code MAINTAINER}, which is deprecated. */
    record Maintainer(Statement statement, String name) implements Instruction {}

    /**
     * {@code RUN}.
     *
     * @param network {@code default}, {@code none} or {@code host}
     * @param security {@code sandbox} or {@code insecure}
     */
    record Run(
            Statement statement,
            Command command,
            List<Mount> mounts,
            String network,
            String security)
            implements Instruction {}

    /** {@code CMD}. */
    record Cmd(Statement statement, Command command) implements Instruction {}

    /** {@code ENTRYPOINT}. */
    record Entrypoint(Statement statement, Command command) implements Instruction {}

    /** {@code SHELL}. */
    record Shell(Statement statement, List<String> words) implements Instruction {}

    /**
     * {@code COPY}.
     *
     * @param sources paths; those of heredocs are not among them
     * @param inline the texts that are copied as files
     * @param target as written; relative to the working folder
     * @param from a stage or image; null is the context
     * @param owner {@code --chown}; null where nothing is said
     * @param mode {@code --chmod}; null where nothing is said
     * @param link whether it stands on nothing below it
     * @param parents whether folders above a source are made too
     * @param excluded patterns of what is left out
     */
    record Copy(
            Statement statement,
            List<String> sources,
            List<Heredoc> inline,
            String target,
            @Nullable String from,
            @Nullable String owner,
            @Nullable String mode,
            boolean link,
            boolean parents,
            List<String> excluded)
            implements Instruction {}

    /**
     * {@code ADD}.
     *
     * @param sources paths, URLs and git repositories
     * @param keepGitDir whether {@code .git} is kept
     * @param checksum what a download has to be; null where nothing is said
     * @param unpack whether archives are unpacked; null is the usual: local ones
     */
    record Add(
            Statement statement,
            List<String> sources,
            List<Heredoc> inline,
            String target,
            @Nullable String owner,
            @Nullable String mode,
            boolean link,
            boolean keepGitDir,
            @Nullable String checksum,
            @Nullable Boolean unpack,
            List<String> excluded)
            implements Instruction {}

    /** {@code EXPOSE}: ports, as written. */
    record Expose(Statement statement, List<String> ports) implements Instruction {}

    /** {@code VOLUME}: paths. */
    record Volume(Statement statement, List<String> paths) implements Instruction {}

    /** {@code USER}. */
    record User(Statement statement, String user) implements Instruction {}

    /** {@code WORKDIR}. */
    record Workdir(Statement statement, String path) implements Instruction {}

    /** {@code STOPSIGNAL}. */
    record Stopsignal(Statement statement, String signal) implements Instruction {}

    /**
     * {@code HEALTHCHECK}. Spans are nanoseconds, 0 where nothing is said.
     *
     * @param command null is {@code NONE}
     */
    record Healthcheck(
            Statement statement,
            @Nullable Command command,
            long interval,
            long timeout,
            long startPeriod,
            long startInterval,
            int retries)
            implements Instruction {}

    /** {@code ONBUILD}: an instruction for the builds on top of the image, as written. */
    record Onbuild(Statement statement, String instruction) implements Instruction {}
}
