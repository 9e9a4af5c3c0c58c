package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the way people write platforms (containerd, platforms, "Format Specifier"). */
final class PlatformText {
    private static final int LONGEST = 512;

    private static final Set<String> SYSTEMS =
            Set.of(
                    "aix",
                    "android",
                    "darwin",
                    "dragonfly",
                    "freebsd",
                    "illumos",
                    "ios",
                    "js",
                    "linux",
                    "netbsd",
                    "openbsd",
                    "plan9",
                    "solaris",
                    "wasip1",
                    "windows");

    private static final Set<String> ARCHITECTURES =
            Set.of(
                    "386",
                    "amd64",
                    "arm",
                    "arm64",
                    "loong64",
                    "mips",
                    "mips64",
                    "mips64le",
                    "mipsle",
                    "ppc64",
                    "ppc64le",
                    "riscv64",
                    "s390x",
                    "wasm");

    private final String text;

    PlatformText(String text) {
        this.text = text;
    }

    /** A system's name in the standard's words. */
    static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("macos") ? "darwin" : lower;
    }

    /** What may stand in round brackets. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b));
            }
        }
        return out.toString();
    }

    Platform platform() {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a platform of " + text.length() + " characters is too long");
        }
        String[] parts = text.split("/", -1);
        if (parts.length > 3) {
            throw refusal();
        }
        if (parts.length == 1) {
            return ofOneWord(parts[0]);
        }
        Cpu cpu = Cpu.named(word(parts[1]), parts.length == 3 ? word(parts[2]) : null);
        if (parts.length == 2) {
            return system(parts[0], cpu.architecture(), cpu.variantUnlessUsual());
        }
        boolean plainArm64 = cpu.architecture().equals("arm64") && cpu.variant() == null;
        return system(parts[0], cpu.architecture(), plainArm64 ? "v8" : cpu.variant());
    }

    private Platform ofOneWord(String word) {
        Platform local = Platform.local();
        if (word.indexOf('(') < 0 && !SYSTEMS.contains(system(word))) {
            Cpu cpu = Cpu.named(word(word), null);
            if (!ARCHITECTURES.contains(cpu.architecture())) {
                throw new IllegalArgumentException(
                        Printable.of("\"" + text + "\" is no known system or architecture"));
            }
            return new Platform(local.os(), cpu.architecture(), cpu.variantUnlessUsual());
        }
        return system(word, local.architecture(), local.variant());
    }

    private Platform system(String word, String architecture, @Nullable String variant) {
        int open = word.indexOf('(');
        if (open < 0) {
            return new Platform(system(word(word)), architecture, variant);
        }
        if (!word.endsWith(")")) {
            throw refusal();
        }
        String[] inside = word.substring(open + 1, word.length() - 1).split("\\+", -1);
        List<String> features = new ArrayList<>();
        for (int i = 1; i < inside.length; i++) {
            features.add(unescaped(word(inside[i])));
        }
        String version = inside[0].isEmpty() ? "" : unescaped(word(inside[0]));
        return new Platform(
                system(word(word.substring(0, open))), architecture, variant, version, features);
    }

    private String word(String part) {
        boolean good = !part.isEmpty() && part.chars().allMatch(c -> isPlain(c) || c == '%');
        if (!good) {
            throw refusal();
        }
        return part;
    }

    private String unescaped(String part) {
        String[] pieces = part.split("%", -1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(pieces[0].getBytes(StandardCharsets.US_ASCII));
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i];
            int high = piece.length() < 2 ? -1 : Character.digit(piece.charAt(0), 16);
            int low = piece.length() < 2 ? -1 : Character.digit(piece.charAt(1), 16);
            if (high < 0 || low < 0) {
                throw refusal();
            }
            bytes.write((high << 4) | low);
            bytes.writeBytes(piece.substring(2).getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private IllegalArgumentException refusal() {
        return new IllegalArgumentException(
                Printable.of(
                        "\"" + text + "\" is not a platform: write os/arch or os/arch/variant"));
    }
}
