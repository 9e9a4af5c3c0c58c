package dev.stratoscope.app.text;

import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.host.Extracted.Loss;

import java.util.StringJoiner;

/** Tells what came of an extraction. */
public final class ExtractedWords {
    private static final String NOT_TAKEN = ", which the disk or the system did not take";

    private ExtractedWords() {}

    /**
     * One line such as {@code Extracted 3 files, 1 folder, 12 B to /home/me}.
     *
     * @param destination as a person named it; escaped here
     */
    public static String summary(Extracted result, String destination) {
        StringJoiner parts = new StringJoiner(", ");
        add(parts, result.files(), "file", "files");
        add(parts, result.directories(), "folder", "folders");
        add(parts, result.symlinks(), "symbolic link", "symbolic links");
        add(parts, result.hardLinks(), "hard link", "hard links");
        add(parts, result.fifos(), "named pipe", "named pipes");
        add(parts, result.devices(), "device", "devices");
        String what = parts.length() == 0 ? "nothing" : parts.toString();
        return "Extracted %s, %s to %s"
                .formatted(what, HumanSize.spaced(result.bytes()), Escapes.text(destination));
    }

    private static void add(StringJoiner parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(HumanSize.grouped(count) + " " + (count == 1 ? one : many));
        }
    }

    /** Why something was left out; goes after its path. */
    public static String reason(Extracted.Why why) {
        return switch (why) {
            case DEVICE -> "is a device";
            case NAME -> "the disk or the system cannot have that name or target";
            case SAME_NAME -> "the disk takes its name for another's of the same folder";
            case KIND -> "the disk or the system has no such kind of file";
        };
    }

    /** What is missing of some things; goes after their number. */
    public static String missing(Loss loss) {
        return switch (loss) {
            case SPECIAL_BITS -> "without their set-uid, set-gid and sticky bits";
            case SPECIAL_XATTRS -> "without their extended attributes other than user.*";
            case XATTRS -> "without their extended attributes" + NOT_TAKEN;
            case MODE -> "without their permission bits" + NOT_TAKEN;
            case TIME -> "without their time" + NOT_TAKEN;
            case HARD_LINKS -> "written as copies instead of hard links" + NOT_TAKEN;
        };
    }
}
