package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an image runs on (image-spec, image-index.md, "platform").
 *
 * @param os for example {@code linux}
 * @param architecture for example {@code amd64}
 * @param variant the CPU's variant, for example {@code v7}; null where there is none
 * @param osVersion the version of the system, for example {@code 10.0.17763}; null where nothing is
 *     said, as for Linux
 * @param osFeatures what the system must have, for example {@code win32k}; mostly empty
 */
public record Platform(
        String os,
        String architecture,
        @Nullable String variant,
        @Nullable String osVersion,
        List<String> osFeatures) {

    /** Copies the features; empty text counts as nothing said. */
    public Platform {
        variant = variant == null || variant.isEmpty() ? null : variant;
        osVersion = osVersion == null || osVersion.isEmpty() ? null : osVersion;
        osFeatures = List.copyOf(osFeatures);
    }

    /** A platform whose system's version does not matter. */
    public Platform(String os, String architecture, @Nullable String variant) {
        this(os, architecture, variant, null, List.of());
    }

    /**
     * Reads {@code os[(version+feature...)][/arch[/variant]]} or {@code arch} as containerd does:
     * case does not matter, common other names are understood, this machine's words stand for what
     * is left out, and what version and features have beside letters, digits, dots, dashes and
     * underscores is written as {@code %} and two hex digits.
     *
     * @throws IllegalArgumentException when it is not a platform, or a single word is neither a
     *     known system nor a known architecture
     */
    public static Platform parse(String text) {
        return new PlatformText(text).platform();
    }

    /** The platform of this machine, in the standard's words; containers are Linux's. */
    public static Platform local() {
        Cpu cpu = Cpu.named(System.getProperty("os.arch", "amd64").toLowerCase(Locale.ROOT), null);
        return new Platform("linux", cpu.architecture(), cpu.variantUnlessUsual());
    }

    /** The same platform in the standard's words, as far as other names are known. */
    public Platform normalized() {
        Cpu cpu = cpu();
        return new Platform(
                PlatformText.system(os), cpu.architecture(), cpu.variant(), osVersion, osFeatures);
    }

    /** Whether an image for {@code offered} serves a request for this platform. */
    public boolean accepts(Platform offered) {
        return preference(offered) >= 0;
    }

    /**
     * How well an image for {@code offered} serves a request for this platform: a machine also runs
     * what was made for the lesser variants of its CPU, and for the 32-bit ones.
     *
     * @return 0 for what was asked for, more for less; -1 where it does not run
     */
    public int preference(Platform offered) {
        boolean system =
                PlatformText.system(os).equals(PlatformText.system(offered.os))
                        && servesVersion(offered)
                        && (osFeatures.isEmpty() || osFeatures.containsAll(offered.osFeatures));
        return system ? cpu().runs().indexOf(offered.cpu()) : -1;
    }

    /** A system runs what was made for the same build of it; the revision does not count. */
    private boolean servesVersion(Platform offered) {
        return osVersion == null
                || offered.osVersion == null
                || build(osVersion).equals(build(offered.osVersion));
    }

    private static List<String> build(String version) {
        return List.of(version.split("\\.", -1)).stream().limit(3).toList();
    }

    private Cpu cpu() {
        return Cpu.named(architecture, variant);
    }

    /** {@code os[(version+feature...)]/arch[/variant]}, what {@link #parse} reads. */
    @Override
    public String toString() {
        String version = osVersion == null ? "" : PlatformText.escaped(osVersion);
        String features =
                osFeatures.stream()
                        .sorted()
                        .map(feature -> "+" + PlatformText.escaped(feature))
                        .collect(Collectors.joining());
        String more = version + features;
        return os
                + (more.isEmpty() ? "" : "(" + more + ")")
                + "/"
                + architecture
                + (variant == null ? "" : "/" + variant);
    }
}
