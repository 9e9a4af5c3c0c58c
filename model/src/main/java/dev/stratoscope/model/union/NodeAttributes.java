package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is known of a file. There is one time only, that of the last modification. Immutable.
 *
 * @param said what the layers say
 * @param links how many names it has
 * @param number what its names have in common
 */
record NodeAttributes(Attributes said, long links, FileNumber number)
        implements PosixFileAttributes {
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    static int mode(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (int bit = 0; bit < BITS.length; bit++) {
            mode |= permissions.contains(BITS[bit]) ? 1 << bit : 0;
        }
        return mode;
    }

    @Override
    public Set<PosixFilePermission> permissions() {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((said.mode() & (1 << bit)) != 0) {
                permissions.add(BITS[bit]);
            }
        }
        return permissions;
    }

    /** The mode with the bits of the file's kind, as stat(2) gives it. */
    int statMode() {
        int kind =
                switch (said.type()) {
                    case FILE, HARDLINK -> 0100000;
                    case DIRECTORY -> 0040000;
                    case SYMLINK -> 0120000;
                    case CHARACTER_DEVICE -> 0020000;
                    case BLOCK_DEVICE -> 0060000;
                    case FIFO -> 0010000;
                    case WHITEOUT -> 0;
                };
        return kind | said.mode();
    }

    @Override
    public UserPrincipal owner() {
        return new Owner(said.uid());
    }

    @Override
    public GroupPrincipal group() {
        return new Owner.Group(said.gid());
    }

    @Override
    public FileTime lastModifiedTime() {
        return FileTime.from(said.mtime());
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
        return said.type() == EntryType.FILE;
    }

    @Override
    public boolean isDirectory() {
        return said.type() == EntryType.DIRECTORY;
    }

    @Override
    public boolean isSymbolicLink() {
        return said.type() == EntryType.SYMLINK;
    }

    @Override
    public boolean isOther() {
        return !isRegularFile() && !isDirectory() && !isSymbolicLink();
    }

    /** The length of a file in bytes, or of a symbolic link's target. */
    @Override
    public long size() {
        return isSymbolicLink() ? said.link().length() : said.size();
    }

    @Override
    public Object fileKey() {
        return number;
    }
}
