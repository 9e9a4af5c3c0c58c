package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The users and groups that an image's own files name. */
public final class Users {
    private Users() {}

    /**
     * Who {@code user[:group]} is, by names or numbers; empty is the superuser. A number need not
     * be listed; its group is then 0.
     *
     * @param passwd the bytes of the image's {@code /etc/passwd}; null when it has none
     * @param group the bytes of the image's {@code /etc/group}; null when it has none
     * @throws UnknownUserException when a name is not listed, or a number out of range
     */
    public static Identity resolve(String user, byte @Nullable [] passwd, byte @Nullable [] group)
            throws IOException {
        throw new UnsupportedOperationException(user);
    }
}
