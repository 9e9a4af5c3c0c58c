package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.ResourceLimits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is asked of a new container, one thing at a time. Not for several threads. */
public final class RunSpecBuilder {
    private final String image;
    private @Nullable String name;
    private @Nullable List<String> entrypoint;
    private List<String> command = List.of();
    private final List<String> env = new ArrayList<>();
    private @Nullable String user;
    private @Nullable String workdir;
    private final List<BindMount> binds = new ArrayList<>();
    private final List<String> tmpfs = new ArrayList<>();
    private NetworkMode network = NetworkMode.OWN;
    private final List<PublishedPort> ports = new ArrayList<>();
    private ResourceLimits limits = ResourceLimits.NONE;
    private @Nullable String hostname;
    private boolean readOnly;
    private boolean tty;
    private boolean interactive;
    private @Nullable String stopSignal;
    private boolean removeAtExit;
    private final Map<String, String> labels = new LinkedHashMap<>();

    /** An image as it wants to be run. */
    public RunSpecBuilder(String image) {
        this.image = image;
    }

    /** All that another one asks, to be changed. */
    static RunSpecBuilder of(RunSpec spec) {
        RunSpecBuilder builder = new RunSpecBuilder(spec.image());
        builder.name = spec.name();
        builder.entrypoint = spec.entrypoint();
        builder.command = spec.command();
        builder.env.addAll(spec.env());
        builder.user = spec.user();
        builder.workdir = spec.workdir();
        builder.binds.addAll(spec.binds());
        builder.tmpfs.addAll(spec.tmpfs());
        builder.network = spec.network();
        builder.ports.addAll(spec.ports());
        builder.limits = spec.limits();
        builder.hostname = spec.hostname();
        builder.readOnly = spec.readOnly();
        builder.tty = spec.tty();
        builder.interactive = spec.interactive();
        builder.stopSignal = spec.stopSignal();
        builder.removeAtExit = spec.removeAtExit();
        builder.labels.putAll(spec.labels());
        return builder;
    }

    /** As {@link RunSpec#name}. */
    public RunSpecBuilder name(@Nullable String given) {
        this.name = given;
        return this;
    }

    /** As {@link RunSpec#entrypoint}. */
    public RunSpecBuilder entrypoint(@Nullable List<String> given) {
        this.entrypoint = given;
        return this;
    }

    /** As {@link RunSpec#command}. */
    public RunSpecBuilder command(List<String> given) {
        this.command = given;
        return this;
    }

    /** As {@link RunSpec#command}. */
    public RunSpecBuilder command(String... given) {
        return command(List.of(given));
    }

    /** As {@link RunSpec#env}. */
    RunSpecBuilder env(List<String> given) {
        env.clear();
        env.addAll(given);
        return this;
    }

    /** One more of {@link RunSpec#env}. */
    public RunSpecBuilder env(String one) {
        env.add(one);
        return this;
    }

    /** As {@link RunSpec#user}. */
    public RunSpecBuilder user(@Nullable String given) {
        this.user = given;
        return this;
    }

    /** As {@link RunSpec#workdir}. */
    public RunSpecBuilder workdir(@Nullable String given) {
        this.workdir = given;
        return this;
    }

    /** One more of {@link RunSpec#binds}. */
    public RunSpecBuilder bind(BindMount one) {
        binds.add(one);
        return this;
    }

    /** One more of {@link RunSpec#tmpfs}. */
    public RunSpecBuilder tmpfs(String one) {
        tmpfs.add(one);
        return this;
    }

    /** As {@link RunSpec#network}. */
    public RunSpecBuilder network(NetworkMode given) {
        this.network = given;
        return this;
    }

    /** One more of {@link RunSpec#ports}. */
    public RunSpecBuilder port(PublishedPort one) {
        ports.add(one);
        return this;
    }

    /** As {@link RunSpec#limits}. */
    public RunSpecBuilder limits(ResourceLimits given) {
        this.limits = given;
        return this;
    }

    /** As {@link RunSpec#hostname}. */
    public RunSpecBuilder hostname(@Nullable String given) {
        this.hostname = given;
        return this;
    }

    /** As {@link RunSpec#readOnly}. */
    public RunSpecBuilder readOnly(boolean given) {
        this.readOnly = given;
        return this;
    }

    /** As {@link RunSpec#tty}. */
    public RunSpecBuilder tty(boolean given) {
        this.tty = given;
        return this;
    }

    /** As {@link RunSpec#interactive}. */
    public RunSpecBuilder interactive(boolean given) {
        this.interactive = given;
        return this;
    }

    /** As {@link RunSpec#stopSignal}. */
    public RunSpecBuilder stopSignal(@Nullable String given) {
        this.stopSignal = given;
        return this;
    }

    /** As {@link RunSpec#removeAtExit}. */
    public RunSpecBuilder removeAtExit(boolean given) {
        this.removeAtExit = given;
        return this;
    }

    /** One more of {@link RunSpec#labels}. */
    public RunSpecBuilder label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** What was collected. */
    public RunSpec build() {
        return new RunSpec(
                image,
                name,
                entrypoint,
                command,
                env,
                user,
                workdir,
                binds,
                tmpfs,
                network,
                ports,
                limits,
                hostname,
                readOnly,
                tty,
                interactive,
                stopSignal,
                removeAtExit,
                labels);
    }
}
