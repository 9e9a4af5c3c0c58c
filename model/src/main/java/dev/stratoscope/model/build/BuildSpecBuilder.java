package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is asked of a build, one thing at a time. Not for several threads. */
public final class BuildSpecBuilder {
    private final @Nullable Path context;
    private final Path file;
    private @Nullable String text;
    private @Nullable String target;
    private final Map<String, String> args = new LinkedHashMap<>();
    private @Nullable Platform platform;
    private final Map<String, Path> secrets = new LinkedHashMap<>();
    private final Map<String, Path> agents = new LinkedHashMap<>();
    private boolean useCache = true;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Reference> tags = new ArrayList<>();
    private @Nullable Instant epoch;

    /** A build as the file says, of its last stage. */
    public BuildSpecBuilder(@Nullable Path context, Path file) {
        this.context = context;
        this.file = file;
    }

    /** As {@link BuildSpec#text}. */
    public BuildSpecBuilder text(@Nullable String given) {
        this.text = given;
        return this;
    }

    /** As {@link BuildSpec#target}. */
    public BuildSpecBuilder target(@Nullable String given) {
        this.target = given;
        return this;
    }

    /** One of {@link BuildSpec#args}. */
    public BuildSpecBuilder arg(String name, String value) {
        args.put(name, value);
        return this;
    }

    /** As {@link BuildSpec#platform}. */
    public BuildSpecBuilder platform(@Nullable Platform given) {
        this.platform = given;
        return this;
    }

    /** One of {@link BuildSpec#secrets}. */
    public BuildSpecBuilder secret(String id, Path given) {
        secrets.put(id, given);
        return this;
    }

    /** One of {@link BuildSpec#agents}. */
    public BuildSpecBuilder agent(String id, Path socket) {
        agents.put(id, socket);
        return this;
    }

    /** As {@link BuildSpec#useCache}. */
    public BuildSpecBuilder useCache(boolean given) {
        this.useCache = given;
        return this;
    }

    /** One of {@link BuildSpec#labels}. */
    public BuildSpecBuilder label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    /** One of {@link BuildSpec#tags}. */
    public BuildSpecBuilder tag(Reference name) {
        tags.add(name);
        return this;
    }

    /** As {@link BuildSpec#epoch}. */
    public BuildSpecBuilder epoch(@Nullable Instant given) {
        this.epoch = given;
        return this;
    }

    /** All that was asked. */
    public BuildSpec build() {
        return new BuildSpec(
                context, file, text, target, args, platform, secrets, agents, useCache, labels,
                tags, epoch);
    }
}
