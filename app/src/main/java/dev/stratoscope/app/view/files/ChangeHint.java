package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HidingWords;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The few words beside a name that say what differs. */
final class ChangeHint {
    private static final String MTIME = "mtime";

    private ChangeHint() {}

    static String of(FileRow row) {
        String target = target(row);
        String change =
                switch (row.kind()) {
                    case MODIFIED -> modified(row);
                    case METADATA_ONLY -> String.join(", ", metadata(row));
                    case DELETED -> removed(row);
                    case ADDED -> moved(row);
                    default -> "";
                };
        return target.isEmpty() ? change : change.isEmpty() ? target : target + "   " + change;
    }

    private static String target(FileRow row) {
        ByteString link = row.shown().sameAs();
        if (link != null) {
            return "= " + Escapes.text(link);
        }
        return row.type() == EntryType.SYMLINK ? "→ " + Escapes.text(row.attributes().link()) : "";
    }

    private static String modified(FileRow row) {
        PathState before = Objects.requireNonNull(row.changes().before(row.node()));
        EntryType old = before.type();
        if (old != row.type() && !(isFile(old) && isFile(row.type()))) {
            return "was a " + name(old);
        }
        if (!isFile(row.type())) {
            return "";
        }
        if (row.changes() instanceof Recent) {
            // A column says by how much.
            return "";
        }
        long grown = row.shown().fileSize() - before.fileSize();
        return grown == 0 ? "same size" : FileText.signed(grown);
    }

    private static String moved(FileRow row) {
        ByteString from = row.changes().movedFrom(row.node());
        return from == null ? "" : "moved from /" + Escapes.text(from);
    }

    private static String removed(FileRow row) {
        Hiding hiding = hiding(row);
        return hiding == null ? "" : HidingWords.brief(hiding);
    }

    /** Why a deleted path is gone, with the layer and the marker's whole path. */
    static String ofRemoval(FileRow row) {
        Hiding hiding = hiding(row);
        return hiding == null
                ? "not on the new side any more; it was from L" + row.layer()
                : HidingWords.whole(hiding) + " in L" + row.layer();
    }

    private static @Nullable Hiding hiding(FileRow row) {
        return row.changes().hiding(row.node());
    }

    private static List<String> metadata(FileRow row) {
        Attributes old = Objects.requireNonNull(row.changes().before(row.node())).attributes();
        Attributes now = row.attributes();
        List<String> parts = new ArrayList<>();
        if (old.mode() != now.mode()) {
            parts.add(String.format("mode %04o → %04o", old.mode(), now.mode()));
        }
        if (!old.sameOwner(now)) {
            parts.add("owner " + old.uid() + ":" + old.gid() + " → " + now.uid() + ":" + now.gid());
        }
        if (!old.xattrs().equals(now.xattrs())) {
            parts.add("xattrs");
        }
        if (parts.isEmpty()) {
            parts.add(MTIME);
        }
        return parts;
    }

    private static boolean isFile(EntryType type) {
        return type == EntryType.FILE || type == EntryType.HARDLINK;
    }

    private static String name(EntryType type) {
        return switch (type) {
            case FILE, HARDLINK -> "file";
            case DIRECTORY -> "folder";
            case SYMLINK -> "symlink";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
            case FIFO -> "pipe";
            case WHITEOUT -> "whiteout";
        };
    }

    /** Whether a row is a folder whose time alone differs: the shadow of a change inside. */
    static boolean isShadow(FileRow row) {
        return row.kind() == Kind.METADATA_ONLY
                && row.type() == EntryType.DIRECTORY
                && row.hint().equals(MTIME);
    }
}
