package dev.stratoscope.model.build;

import dev.stratoscope.model.runtime.Identity;
import dev.stratoscope.model.runtime.UnknownUserException;
import dev.stratoscope.model.runtime.Users;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.util.List;

/**
 * An owner by numbers. Immutable.
 *
 * @param uid the user's
 * @param gid the group's
 */
record Owner(long uid, long gid) {
    static final Owner ROOT = new Owner(0, 0);
    private static final int MOST = 8 << 20;

    /**
     * Who {@code --chown} or USER names. A number alone is user and group; a name has the group
     * that the image's {@code /etc/passwd} says.
     *
     * @param text {@code user[:group]}; empty is root
     * @throws UnknownUserException when the image knows no such name
     */
    static Owner of(String text, MergedPaths image) throws IOException {
        if (text.isEmpty()) {
            return ROOT;
        }
        List<String> parts = List.of(text.split(":", 2));
        String user = parts.getFirst();
        String group = parts.size() > 1 ? parts.getLast() : "";
        byte[] passwd = null;
        byte[] groups = null;
        if (!isNumber(user)) {
            passwd = image.read(ByteString.of("etc/passwd"), MOST);
        }
        if (!group.isEmpty() && !isNumber(group)) {
            groups = image.read(ByteString.of("etc/group"), MOST);
        }
        Identity found = Users.resolve(group.isEmpty() ? user : user + ":" + group, passwd, groups);
        long gid = group.isEmpty() && isNumber(user) ? found.uid() : found.gid();
        return new Owner(found.uid(), gid);
    }

    /** As {@link #of}, but root where the image knows no such name. */
    static Owner lenient(String text, MergedPaths image) throws IOException {
        try {
            return of(text, image);
        } catch (UnknownUserException e) {
            return ROOT;
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }
}
