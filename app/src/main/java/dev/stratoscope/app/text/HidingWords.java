package dev.stratoscope.app.text;

import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

/** Says why a path is hidden. */
public final class HidingWords {
    private HidingWords() {}

    /**
     * A few words that go beside a name, such as {@code removed by .wh.lock}, {@code hidden by the
     * opaque etc} or {@code etc became a symlink}.
     */
    public static String brief(Hiding hiding) {
        return switch (hiding.cause()) {
            case WHITEOUT -> "removed by " + base(marker(hiding));
            case OPAQUE -> "hidden by the opaque " + (hiding.at().isEmpty() ? "root" : at(hiding));
            case REPLACED -> replaced(hiding);
        };
    }

    /** The same with the marker's whole path, such as {@code removed by etc/.wh.lock}. */
    public static String whole(Hiding hiding) {
        return switch (hiding.cause()) {
            case WHITEOUT -> "removed by " + marker(hiding);
            case OPAQUE -> "hidden by " + marker(hiding);
            case REPLACED -> replaced(hiding);
        };
    }

    /** The path of what the layer's tar holds for it: a whiteout, an opaque mark, or a file. */
    public static String marker(Hiding hiding) {
        String at = at(hiding);
        String base = base(at);
        return switch (hiding.cause()) {
            case WHITEOUT -> at.substring(0, at.length() - base.length()) + ".wh." + base;
            case OPAQUE -> (at.isEmpty() ? "" : at + "/") + ".wh..wh..opq";
            case REPLACED -> at;
        };
    }

    private static String replaced(Hiding hiding) {
        return hiding.now() == EntryType.DIRECTORY
                ? at(hiding) + " became another folder"
                : at(hiding) + " became a " + noun(hiding.now());
    }

    private static String at(Hiding hiding) {
        return Escapes.text(hiding.at());
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String noun(EntryType type) {
        return switch (type) {
            case FILE, HARDLINK -> "file";
            case DIRECTORY -> "folder";
            case SYMLINK -> "symlink";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
            case FIFO -> "pipe";
            case WHITEOUT -> "whiteout";
        };
    }
}
