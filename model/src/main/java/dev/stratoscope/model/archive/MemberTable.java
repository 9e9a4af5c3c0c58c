package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a tar by name, with links among them followed inside the archive and nowhere else.
 */
final class MemberTable {
    private static final int MOST_LINKS = 10;

    private final String container;
    private final Limits limits;
    private final Map<ByteString, TarEntry> members = new HashMap<>();

    MemberTable(String container, Limits limits) {
        this.container = container;
        this.limits = limits;
    }

    /** Takes a member in; of two with one name the last counts. */
    void add(TarEntry entry) throws ImageFormatException, LimitException {
        if (members.size() >= limits.members()) {
            throw new LimitException(container, "members", limits.members());
        }
        try {
            members.put(EntryPath.clean(entry.path()), entry);
        } catch (ImageFormatException e) {
            throw new ImageFormatException(container, "member " + e.getMessage(), e);
        }
    }

    /** All members, in no order. */
    Collection<TarEntry> entries() {
        return members.values();
    }

    /** The names of all members. */
    List<String> names() {
        return members.keySet().stream().map(ByteString::toString).sorted().toList();
    }

    /**
     * The regular file that a name leads to.
     *
     * @return null when there is none
     * @throws ImageFormatException when links lead out of the archive or round in a circle
     */
    @Nullable TarEntry find(String name) throws ImageFormatException {
        ByteString at = ByteString.of(name);
        for (int links = 0; links < MOST_LINKS; links++) {
            TarEntry entry = members.get(clean(name, at));
            if (entry == null || entry.attributes().type() == EntryType.FILE) {
                return entry;
            }
            String target = entry.attributes().link().toString();
            if (entry.attributes().type() == EntryType.HARDLINK) {
                at = ByteString.of(target);
            } else if (entry.attributes().type() == EntryType.SYMLINK) {
                String own = clean(name, at).toString();
                String folder = own.substring(0, own.lastIndexOf('/') + 1);
                at = ByteString.of(target.startsWith("/") ? target : folder + target);
            } else {
                return null;
            }
        }
        throw new ImageFormatException(container, "member " + name + " is a circle of links");
    }

    private ByteString clean(String name, ByteString path) throws ImageFormatException {
        try {
            return EntryPath.clean(path);
        } catch (ImageFormatException e) {
            throw new ImageFormatException(
                    container, "member " + name + " leads out of the archive", e);
        }
    }
}
