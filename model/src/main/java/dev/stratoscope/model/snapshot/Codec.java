package dev.stratoscope.model.snapshot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The two forms of a writable layer. */
public enum Codec {
    /** Overlayfs's own, which can be mounted, by root on Linux. */
    OVERLAY("overlay"),
    /** Ours, with the metadata kept aside, which anybody can read and write anywhere. */
    JOURNAL("journal");

    /** Which overlayfs asks for: its attributes are in the namespace trusted. (capabilities(7)) */
    private static final int CAP_SYS_ADMIN = 21;

    private static final String CAPABILITIES = "CapEff:";

    private final String word;

    Codec(String word) {
        this.word = word;
    }

    /** How a snapshot's folder names it. */
    String word() {
        return word;
    }

    /** The form that new writable layers have on this machine, for this user. */
    public static Codec here() {
        return Here.CODEC;
    }

    /** Asked once, and not before it is needed. */
    private static final class Here {
        static final Codec CODEC = isLinux() && isRoot() ? OVERLAY : JOURNAL;

        private Here() {}
    }

    /**
     * Why containers whose writable layers are made so cannot be started here, and what can be
     * done, in a line; null when nothing forbids it.
     */
    public @Nullable String obstacle() {
        if (this == OVERLAY) {
            return null;
        }
        return isLinux()
                ? "needs root on Linux with overlayfs; start it as root, with the same --home"
                : "needs Linux; commit it, and run the image there";
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
    }

    private static boolean isRoot() {
        try {
            if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                return false;
            }
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith(CAPABILITIES)) {
                    String hex = line.substring(CAPABILITIES.length()).strip();
                    return (Long.parseUnsignedLong(hex, 16) >> CAP_SYS_ADMIN & 1) == 1;
                }
            }
            return false;
        } catch (IOException | NumberFormatException e) {
            // Who cannot even look at himself mounts nothing.
            return false;
        }
    }
}
