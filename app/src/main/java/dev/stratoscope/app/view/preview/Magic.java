package dev.stratoscope.app.view.preview;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file is, in words, by the first bytes that its format asks for. */
final class Magic {
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("SQLite format 3\0", "SQLite database");
        BEGINNINGS.put("%PDF-", "PDF document");
        BEGINNINGS.put("\0asm", "WebAssembly module");
        BEGINNINGS.put("OTTO", "OpenType font");
        BEGINNINGS.put("wOFF", "WOFF font");
        BEGINNINGS.put("wOF2", "WOFF2 font");
        BEGINNINGS.put("\0\1\0\0\0", "TrueType font");
        BEGINNINGS.put("\u00de\u0012\u0004\u0095", "gettext messages");
        BEGINNINGS.put("\u00ed\u00ab\u00ee\u00db", "RPM package");
        BEGINNINGS.put("\u00cf\u00fa\u00ed\u00fe", "Mach-O 64-bit");
        BEGINNINGS.put("\0\0\1\0", "Windows icon");
        BEGINNINGS.put("MZ", "Windows program");
        BEGINNINGS.put("TZif", "time zone data");
        BEGINNINGS.put("BC\u00c0\u00de", "LLVM bitcode");
        BEGINNINGS.put("\u001f\u009d", "compress (.Z)");
        BEGINNINGS.put("7z\u00bc\u00af'\u001c", "7-Zip archive");
    }

    private Magic() {}

    /** The words for a file's beginning; null when it begins like nothing known. */
    static @Nullable String words(byte[] head) {
        PictureHeader picture = PictureHeader.of(head);
        if (picture != null) {
            return picture.words();
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        if (head.length >= 20 && bytes.getInt(0) == 0x7f454c46) {
            return elf(bytes);
        }
        if (head.length >= 8 && bytes.getInt(0) == 0xcafebabe && bytes.getInt(4) >= 45) {
            int version = bytes.getShort(6) & 0xffff;
            return "Java class, version " + version + " (" + (version - 44) + ")";
        }
        if (head.length >= 12 && bytes.getInt(0) == 0x52494646 && bytes.getInt(8) == 0x57454250) {
            return "WebP image";
        }
        if (head.length >= 16 && head[2] == '\r' && head[3] == '\n' && (head[1] & 0xff) == 0x0d) {
            return "Python bytecode";
        }
        String begin = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> known : BEGINNINGS.entrySet()) {
            if (begin.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return null;
    }

    /** System V ABI, "ELF header" and "Program header". */
    private static String elf(ByteBuffer bytes) {
        boolean wide = bytes.get(4) == 2;
        bytes.order(bytes.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getShort(16) & 0xffff;
        String words = "ELF " + (wide ? "64" : "32") + "-bit, " + machine(bytes.getShort(18));
        return switch (type) {
            case 1 -> words + ", object";
            case 4 -> words + ", core dump";
            case 2, 3 -> words + ", " + linked(bytes, wide, type);
            default -> words;
        };
    }

    private static String linked(ByteBuffer bytes, boolean wide, int type) {
        int header = wide ? 64 : 52;
        if (bytes.limit() < header) {
            return "cut short";
        }
        long at = wide ? bytes.getLong(32) : bytes.getInt(28) & 0xffffffffL;
        int size = bytes.getShort(wide ? 54 : 42) & 0xffff;
        int count = bytes.getShort(wide ? 56 : 44) & 0xffff;
        boolean dynamic = false;
        for (int i = 0; i < count; i++) {
            long entry = at + (long) i * size;
            if (entry < 0 || entry + 4 > bytes.limit()) {
                break;
            }
            int kind = bytes.getInt((int) entry);
            if (kind == 3) {
                return "dynamically linked";
            }
            dynamic |= kind == 2;
        }
        if (type == 3 && dynamic) {
            return "shared library";
        }
        return dynamic ? "dynamically linked" : "statically linked";
    }

    private static String machine(short code) {
        return switch (code) {
            case 3 -> "i386";
            case 8 -> "MIPS";
            case 20 -> "PowerPC";
            case 21 -> "ppc64";
            case 22 -> "s390x";
            case 40 -> "ARM";
            case 62 -> "x86-64";
            case 183 -> "arm64";
            case 243 -> "RISC-V";
            case 258 -> "LoongArch";
            default -> "machine " + (code & 0xffff);
        };
    }
}
