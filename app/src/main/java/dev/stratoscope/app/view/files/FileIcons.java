package dev.stratoscope.app.view.files;

import dev.stratoscope.model.tree.EntryType;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.Locale;
import java.util.Set;

/** The icon of a kind of file, from its type and the end of its name. */
public final class FileIcons {
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "bmp");
    private static final Set<String> ARCHIVES =
            Set.of(
                    "tar", "gz", "tgz", "zip", "jar", "xz", "bz2", "zst", "deb", "apk", "rpm",
                    "whl");
    private static final Set<String> CODE =
            Set.of("sh", "py", "js", "ts", "java", "c", "h", "go", "rs", "rb", "pl", "php", "lua");
    private static final Set<String> TEXTS =
            Set.of(
                    "txt", "md", "conf", "cfg", "ini", "json", "xml", "yml", "yaml", "html", "css",
                    "log", "list");

    private FileIcons() {}

    /** The icon for a path. */
    public static Ikon of(EntryType type, String name, boolean open) {
        return switch (type) {
            case DIRECTORY ->
                    open ? MaterialDesignF.FOLDER_OPEN_OUTLINE : MaterialDesignF.FOLDER_OUTLINE;
            case SYMLINK, HARDLINK -> MaterialDesignL.LINK_VARIANT;
            case CHARACTER_DEVICE, BLOCK_DEVICE, FIFO -> MaterialDesignC.CONSOLE_LINE;
            case FILE, WHITEOUT -> file(name);
        };
    }

    private static Ikon file(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.contains(ending)) {
            return MaterialDesignF.FILE_IMAGE_OUTLINE;
        }
        if (ARCHIVES.contains(ending)) {
            return MaterialDesignA.ARCHIVE_OUTLINE;
        }
        if (CODE.contains(ending)) {
            return MaterialDesignF.FILE_CODE_OUTLINE;
        }
        return TEXTS.contains(ending)
                ? MaterialDesignF.FILE_DOCUMENT_OUTLINE
                : MaterialDesignF.FILE_OUTLINE;
    }
}
