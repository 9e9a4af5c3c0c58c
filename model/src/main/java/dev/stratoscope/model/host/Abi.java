package dev.stratoscope.model.host;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The numbers that a system's headers give to names. Those of Linux differ between processors,
 * those of macOS do not.
 */
record Abi(
        boolean isMac,
        int directory,
        int noFollow,
        int create,
        int exclusive,
        int closeOnExec,
        int atNoFollow,
        int nameTooLong,
        int tooManyLinks,
        int notSupported,
        int noCall) {
    static final int WRITE_ONLY = 1;
    static final int FIFO = 0010000;
    static final int CHARACTER_DEVICE = 0020000;
    static final int BLOCK_DEVICE = 0060000;

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EXDEV = 18;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int EMLINK = 31;

    /** macOS's for a name that is no Unicode. */
    static final int MAC_BAD_NAME = 92;

    private static final Abi MAC =
            new Abi(true, 0x100000, 0x100, 0x200, 0x800, 0x1000000, 0x20, 63, 62, 45, 78);

    /** This machine's; null where they are not known. */
    static final @Nullable Abi HERE = here();

    private static @Nullable Abi here() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        if (os.startsWith("mac")) {
            return MAC;
        }
        if (!os.equals("linux")) {
            return null;
        }
        return switch (processor) {
            case "amd64", "riscv64", "s390x" -> linux(0x10000, 0x20000);
            case "aarch64", "ppc64le" -> linux(0x4000, 0x8000);
            default -> null;
        };
    }

    private static Abi linux(int directory, int noFollow) {
        return new Abi(false, directory, noFollow, 0x40, 0x80, 0x80000, 0x100, 36, 40, 95, 38);
    }
}
