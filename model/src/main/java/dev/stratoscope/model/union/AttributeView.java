package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known of a file, read and set by path. */
final class AttributeView implements PosixFileAttributeView {
    private static final int SET_USER = 04000;
    private static final int SET_GROUP = 02000;
    private static final int GROUP_EXECUTES = 010;

    private final UnionPath path;
    private final boolean follow;
    private final String name;

    AttributeView(UnionPath path, boolean follow, String name) {
        this.path = path;
        this.follow = follow;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public NodeAttributes readAttributes() throws IOException {
        return path.getFileSystem().attributes(path, follow);
    }

    private void change(UnaryOperator<Attributes> change) throws IOException {
        path.getFileSystem().change(path, follow, change);
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
        return readAttributes().owner();
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
        if (!(owner instanceof Owner user)) {
            throw new ProviderMismatchException();
        }
        own(user.id(), -1);
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
        if (!(group instanceof Owner.Group other)) {
            throw new ProviderMismatchException();
        }
        own(-1, other.id());
    }

    /** As chown(2): -1 keeps one, and a program does not stay set-id. */
    private void own(long uid, long gid) throws IOException {
        change(
                from -> {
                    int mode = from.mode();
                    if (from.type() != EntryType.DIRECTORY) {
                        mode &= ~SET_USER;
                        mode &= (mode & GROUP_EXECUTES) != 0 ? ~SET_GROUP : -1;
                    }
                    Attributes owned =
                            Revised.owner(
                                    from, uid < 0 ? from.uid() : uid, gid < 0 ? from.gid() : gid);
                    return Revised.mode(owned, mode);
                });
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
        // As the JDK, which drops set-id and sticky bits that it has no names for.
        setMode(NodeAttributes.mode(permissions));
    }

    private void setMode(int mode) throws IOException {
        if (!follow && readAttributes().isSymbolicLink()) {
            throw Changes.refusal(path, "a symbolic link's mode cannot be set");
        }
        change(from -> Revised.mode(from, mode));
    }

    @Override
    public void setTimes(
            @Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
            throws IOException {
        if (modified != null) {
            change(from -> Revised.time(from, modified.toInstant()));
        }
    }

    /** Sets what {@link AttributeNames} can read, as far as it can be set. */
    void set(AttributeNames.Asked asked, @Nullable Object value) throws IOException {
        String attribute = asked.names().getFirst();
        if (asked.view().equals(AttributeNames.XATTR)) {
            setXattr(ByteString.of(PathText.encode(attribute)), bytes(value));
            return;
        }
        if (asked.view().equals(AttributeNames.USER)) {
            setXattr(ByteString.of(PathText.encode("user." + attribute)), bytes(value));
            return;
        }
        if (value == null) {
            throw new IllegalArgumentException(asked.view() + ":" + attribute + " takes no null");
        }
        switch (asked.view() + ":" + attribute) {
            case "basic:lastModifiedTime", "posix:lastModifiedTime", "unix:lastModifiedTime" ->
                    setTimes((FileTime) value, null, null);
            case "basic:lastAccessTime", "posix:lastAccessTime", "unix:lastAccessTime" ->
                    setTimes(null, (FileTime) value, null);
            case "basic:creationTime", "posix:creationTime", "unix:creationTime" ->
                    setTimes(null, null, (FileTime) value);
            case "owner:owner", "posix:owner", "unix:owner" -> setOwner((UserPrincipal) value);
            case "posix:group", "unix:group" -> setGroup((GroupPrincipal) value);
            case "posix:permissions", "unix:permissions" -> setPermissions(permissions(value));
            case "unix:mode" -> setMode(((Number) value).intValue());
            case "unix:uid" -> own(Owner.checked(((Number) value).longValue()), -1);
            case "unix:gid" -> own(-1, Owner.checked(((Number) value).longValue()));
            default -> throw new UnsupportedOperationException(attribute + " cannot be set");
        }
    }

    static Set<PosixFilePermission> permissions(Object value) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (Object one : (Set<?>) value) {
            permissions.add((PosixFilePermission) one);
        }
        return permissions;
    }

    private static @Nullable ByteString bytes(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] array) {
            return ByteString.of(array);
        }
        ByteBuffer buffer = (ByteBuffer) value;
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return ByteString.of(rest);
    }

    /**
     * Sets an extended attribute of any name.
     *
     * @param value null takes it away
     */
    void setXattr(ByteString attribute, @Nullable ByteString value) throws IOException {
        Xattrs.check(path, readAttributes().said().type(), attribute, value);
        change(
                from -> {
                    Map<ByteString, ByteString> changed = new HashMap<>(from.xattrs());
                    if (value == null) {
                        changed.remove(attribute);
                    } else {
                        changed.put(attribute, value);
                    }
                    return Revised.xattrs(from, changed);
                });
    }
}
