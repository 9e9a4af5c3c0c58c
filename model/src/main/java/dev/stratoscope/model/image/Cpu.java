package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An architecture and its variant in the standard's words (image-spec, image-index.md, "Platform
 * Variants"); the usual variant of arm64 and amd64 is null, that of arm is {@code v7}.
 */
record Cpu(String architecture, @Nullable String variant) {
    private static final int MOST_MINOR = 9;

    /** Takes the names that tools and kernels use. */
    static Cpu named(String architecture, @Nullable String variant) {
        String name = architecture.toLowerCase(Locale.ROOT);
        String level = variant == null ? "" : variant.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "i386", "i486", "i586", "i686", "x86" -> new Cpu("386", null);
            case "x86_64", "x86-64", "amd64" -> new Cpu("amd64", level.equals("v1") ? "" : level);
            case "aarch64", "arm64" -> new Cpu("arm64", levelOfArm64(level));
            case "armhf" -> new Cpu("arm", "v7");
            case "armel" -> new Cpu("arm", "v6");
            case "arm" -> new Cpu("arm", levelOfArm(level));
            default -> new Cpu(name, level);
        };
    }

    Cpu {
        variant = variant == null || variant.isEmpty() ? null : variant;
    }

    private static String levelOfArm64(String level) {
        return switch (level) {
            case "8", "v8", "v8.0" -> "";
            case "9", "9.0", "v9.0" -> "v9";
            default -> level;
        };
    }

    private static String levelOfArm(String level) {
        return switch (level) {
            case "", "7" -> "v7";
            case "5", "6", "8" -> "v" + level;
            default -> level;
        };
    }

    /** The variant, or null where people leave it out. */
    @Nullable String variantUnlessUsual() {
        return architecture.equals("arm") && "v7".equals(variant) ? null : variant;
    }

    /** What it runs, the best first: itself, its lesser variants, its 32-bit predecessor. */
    List<Cpu> runs() {
        List<Cpu> all = new ArrayList<>();
        all.add(this);
        int version = number(variant == null ? "" : variant);
        switch (architecture) {
            case "amd64" -> {
                addBelow(all, version, 1);
                all.add(new Cpu("386", null));
            }
            case "arm" -> addBelow(all, version, 5);
            case "arm64" -> {
                addArm64(all);
                Cpu narrow = new Cpu("arm", "v8");
                all.addAll(narrow.runs());
            }
            default -> {}
        }
        return all;
    }

    private void addBelow(List<Cpu> all, int version, int least) {
        for (int lower = version - 1; lower >= least; lower--) {
            all.add(named(architecture, "v" + lower));
        }
    }

    /** Each v9.n holds what v8.(n + 5) has (Arm Architecture Reference Manual, A-profile). */
    private void addArm64(List<Cpu> all) {
        String level = variant == null ? "v8" : variant;
        int dot = level.indexOf('.');
        int major = number(dot < 0 ? level : level.substring(0, dot));
        int minor = dot < 0 ? 0 : number("v" + level.substring(dot + 1));
        if (major < 8 || major > 9 || minor < 0 || minor > MOST_MINOR) {
            return;
        }
        for (int lower = minor - 1; lower >= 0; lower--) {
            all.add(named(architecture, "v" + major + "." + lower));
        }
        if (major == 9) {
            for (int lower = Math.min(minor + 5, MOST_MINOR); lower >= 0; lower--) {
                all.add(named(architecture, "v8." + lower));
            }
        }
    }

    /** The number after the {@code v}; -1 where there is none of one digit. */
    private static int number(String level) {
        boolean plain =
                level.length() == 2
                        && level.charAt(0) == 'v'
                        && level.charAt(1) >= '0'
                        && level.charAt(1) <= '9';
        return plain ? level.charAt(1) - '0' : -1;
    }
}
