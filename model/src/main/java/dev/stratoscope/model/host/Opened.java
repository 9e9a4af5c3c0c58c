package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;

/**
 * Something open whose attributes can be set, whatever its name means by now. Not for several
 * threads.
 */
public interface Opened extends AutoCloseable {
    /** Sets the permission bits, 0 to 07777. */
    void chmod(int mode) throws IOException;

    /**
     * Sets the owner, which usually takes privilege.
     *
     * @param uid the user's number
     * @param gid the group's number
     * @throws NotSupportedException when a number is beyond what the system holds
     */
    void chown(long uid, long gid) throws IOException;

    /**
     * Sets the time of the last modification.
     *
     * @param seconds since 1970, may be negative
     * @param nanos 0 to 999,999,999
     */
    void touch(long seconds, int nanos) throws IOException;

    /** Sets an extended attribute. */
    void xattr(String name, ByteString value) throws IOException;

    @Override
    void close() throws IOException;
}
