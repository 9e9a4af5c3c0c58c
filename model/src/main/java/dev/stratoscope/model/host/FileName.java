package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.tree.ByteString;

import java.util.Locale;
import java.util.Set;

/** What one name may be. */
final class FileName {
    private static final int LONGEST = 255;
    private static final String WINDOWS_FORBIDS = "<>:\"/\\|?*";
    private static final Set<String> DEVICES =
            Set.of(
                    "con",
                    "prn",
                    "aux",
                    "nul",
                    "conin$",
                    "conout$",
                    "com1",
                    "com2",
                    "com3",
                    "com4",
                    "com5",
                    "com6",
                    "com7",
                    "com8",
                    "com9",
                    "com\u00b9",
                    "com\u00b2",
                    "com\u00b3",
                    "lpt1",
                    "lpt2",
                    "lpt3",
                    "lpt4",
                    "lpt5",
                    "lpt6",
                    "lpt7",
                    "lpt8",
                    "lpt9",
                    "lpt\u00b9",
                    "lpt\u00b2",
                    "lpt\u00b3");

    private FileName() {}

    /**
     * The bytes, if they are one name and no way to elsewhere.
     *
     * @param folder where it is meant for, for the message
     */
    static byte[] bytes(ByteString name, String folder) throws UnusableNameException {
        byte[] bytes = name.toByteArray();
        boolean dots = bytes.length <= 2;
        for (byte b : bytes) {
            if (b == '/' || b == 0) {
                throw new UnusableNameException(shown(folder, name), "cannot be a file's name");
            }
            dots &= b == '.';
        }
        if (dots) {
            throw new UnusableNameException(shown(folder, name), "cannot be a file's name");
        }
        return bytes;
    }

    /** The name as text, for systems whose names are text. */
    static String text(ByteString name, String folder) throws UnusableNameException {
        byte[] bytes = bytes(name, folder);
        if (!name.isUtf8()) {
            throw new UnusableNameException(shown(folder, name), "the name is not UTF-8");
        }
        if (bytes.length > LONGEST) {
            throw new UnusableNameException(shown(folder, name), "the name is too long");
        }
        return name.toString();
    }

    /**
     * Whether Windows would take the name for something else: a drive, a stream, a device, a path,
     * or another name without the dots and spaces at its end.
     */
    static boolean misleadsWindows(String name) {
        if (name.chars().anyMatch(c -> c < ' ' || WINDOWS_FORBIDS.indexOf(c) >= 0)) {
            return true;
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return true;
        }
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).stripTrailing();
        return DEVICES.contains(stem.toLowerCase(Locale.ROOT));
    }

    static String shown(String folder, ByteString name) {
        String text = Printable.of(name.toString());
        return folder.endsWith("/") ? folder + text : folder + "/" + text;
    }
}
