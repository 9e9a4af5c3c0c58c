package dev.stratoscope.app.text;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of {@code docker diff}: what was added (A), changed (C) and deleted (D). Docker looks at
 * type, mode, owner and device of everything, at size, time and capabilities of what is no folder,
 * and at nothing else; a folder in which something is listed is listed before it. Of a deleted
 * folder nothing below is listed. In a folder what is there comes before what is gone; docker's own
 * order of siblings changes from call to call, here they are sorted.
 */
public final class DockerDiff {
    private static final ByteString CAPABILITY = ByteString.of("security.capability");

    private final Changeset changes;
    private final List<Row> rows = new ArrayList<>();

    private DockerDiff(Changeset changes) {
        this.changes = changes;
    }

    /**
     * A line of the list.
     *
     * @param letter A, C or D
     * @param path without a leading slash
     */
    public record Row(char letter, ByteString path) {}

    /** The rows of all that changed. */
    public static List<Row> of(Changeset changes) {
        DockerDiff diff = new DockerDiff(changes);
        diff.inside(0);
        return List.copyOf(diff.rows);
    }

    /** Lists what is in a folder; as deep as the image's paths, which have a limit. */
    private void inside(int folder) {
        for (int at = changes.firstChild(folder); at < changes.endOfChildren(folder); at++) {
            if (changes.leadsToChange(at) && changes.after(at) != null) {
                present(at);
            }
        }
        for (int at = changes.firstChild(folder); at < changes.endOfChildren(folder); at++) {
            if (changes.kind(at) == Kind.DELETED) {
                rows.add(new Row('D', changes.path(at)));
            }
        }
    }

    private void present(int at) {
        PathState before = changes.before(at);
        PathState after = changes.after(at);
        if (after == null) {
            return;
        }
        int place = rows.size();
        boolean listed = true;
        if (before == null) {
            rows.add(new Row('A', changes.path(at)));
        } else if (differs(before, after)) {
            rows.add(new Row('C', changes.path(at)));
        } else {
            listed = false;
        }
        if (after.type() == EntryType.DIRECTORY) {
            inside(at);
            if (!listed && rows.size() > place) {
                rows.add(place, new Row('C', changes.path(at)));
            }
        }
    }

    private static boolean differs(PathState before, PathState after) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        EntryType type = file(after.type());
        if (file(before.type()) != type
                || old.mode() != now.mode()
                || !old.sameOwner(now)
                || old.deviceMajor() != now.deviceMajor()
                || old.deviceMinor() != now.deviceMinor()) {
            return true;
        }
        return type != EntryType.DIRECTORY
                && (size(before) != size(after)
                        || !sameTime(old, now)
                        || !capability(old).equals(capability(now)));
    }

    private static EntryType file(EntryType type) {
        return type == EntryType.HARDLINK ? EntryType.FILE : type;
    }

    private static long size(PathState state) {
        return state.type() == EntryType.SYMLINK
                ? state.attributes().link().length()
                : state.fileSize();
    }

    /** Some disks keep whole seconds only. */
    private static boolean sameTime(Attributes a, Attributes b) {
        return a.mtimeSeconds() == b.mtimeSeconds()
                && (a.mtimeNanos() == b.mtimeNanos() || a.mtimeNanos() == 0 || b.mtimeNanos() == 0);
    }

    private static ByteString capability(Attributes said) {
        return said.xattrs().getOrDefault(CAPABILITY, ByteString.EMPTY);
    }
}
