package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A thing known by its path, whose attributes are set without following links. */
class NioOpened implements Opened {
    /** In the order of the bits, highest first. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE
    };

    private final Path path;

    NioOpened(Path path) {
        this.path = path;
    }

    final Path path() {
        return path;
    }

    @Override
    public void chmod(int mode) throws IOException {
        PosixFileAttributeView view = view(PosixFileAttributeView.class, "permission bits");
        if ((mode & 07000) != 0) {
            throw new NotSupportedException(path.toString(), "there are no such permission bits");
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(BITS[i]);
            }
        }
        view.setPermissions(permissions);
    }

    /** For what is just made: where there are no such bits, nothing is lost yet. */
    final void chmodIfPossible(int mode) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            chmod(mode);
        }
    }

    @Override
    public void chown(long uid, long gid) throws IOException {
        view(PosixFileAttributeView.class, "numbers of owners");
        int user = Math.clamp(uid, 0, Integer.MAX_VALUE);
        int group = Math.clamp(gid, 0, Integer.MAX_VALUE);
        if (user != uid || group != gid) {
            throw new NotSupportedException(
                    path.toString(), "there is no owner " + uid + ":" + gid);
        }
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void touch(long seconds, int nanos) throws IOException {
        long inRange =
                Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
        FileTime time = FileTime.from(Instant.ofEpochSecond(inRange, nanos));
        view(BasicFileAttributeView.class, "times").setTimes(time, null, null);
    }

    @Override
    public void xattr(String name, ByteString value) throws IOException {
        throw new NotSupportedException(path.toString(), "there are no extended attributes");
    }

    @Override
    public void close() throws IOException {}

    private <V extends BasicFileAttributeView> V view(Class<V> type, String what)
            throws NotSupportedException {
        V view = Files.getFileAttributeView(path, type, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new NotSupportedException(path.toString(), "there are no " + what);
        }
        return view;
    }
}
