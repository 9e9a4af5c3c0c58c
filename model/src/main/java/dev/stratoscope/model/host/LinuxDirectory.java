package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A folder behind a descriptor, on Linux. What has no call by descriptor and name goes through
 * {@code /proc/self/fd}, whose entries are the things themselves and not paths (proc_pid_fd(5)).
 */
final class LinuxDirectory extends PosixDirectory implements LiveDirectory {
    private static final byte[] ITSELF = {};
    private static final int LOOKING =
            LinuxCalls.O_PATH | PosixCalls.ABI.noFollow() | PosixCalls.ABI.closeOnExec();

    private LinuxDirectory(int descriptor, String path) {
        super(descriptor, path);
    }

    static LinuxDirectory openPath(Path path) throws IOException {
        String shown = Printable.of(path.toString());
        int flags = PosixCalls.ABI.directory() | PosixCalls.ABI.closeOnExec();
        return new LinuxDirectory(check(PosixCalls.open(PathBytes.of(path), flags), shown), shown);
    }

    @Override
    public LiveDirectory directory(ByteString name) throws IOException {
        return new LinuxDirectory(openFolder(name), shown(name));
    }

    @Override
    public LiveDirectory again() throws IOException {
        return new LinuxDirectory(check(reopened(), path()), path());
    }

    private int reopened() {
        int flags = PosixCalls.ABI.directory() | PosixCalls.ABI.closeOnExec();
        return PosixCalls.openat(number(), new byte[] {'.'}, flags, 0);
    }

    @Override
    public List<ByteString> names() throws IOException {
        return LinuxCalls.names(check(reopened(), path()));
    }

    @Override
    public Stat stat() throws IOException {
        return found(LinuxCalls.stat(number(), ITSELF), path());
    }

    @Override
    public @Nullable Stat stat(ByteString name) throws IOException {
        LinuxCalls.Found<Stat> found = LinuxCalls.stat(number(), bytes(name));
        if (found.error() == -Abi.ENOENT) {
            return null;
        }
        Stat stat = found.value();
        return stat == null ? found(found, shown(name)) : stat;
    }

    @Override
    public ByteString readLink(ByteString name) throws IOException {
        return found(LinuxCalls.readlinkat(number(), bytes(name)), shown(name));
    }

    @Override
    public Map<ByteString, ByteString> xattrs() throws IOException {
        return xattrs(way(), path());
    }

    @Override
    public Map<ByteString, ByteString> xattrs(ByteString name) throws IOException {
        return xattrs(way(name), shown(name));
    }

    private static Map<ByteString, ByteString> xattrs(byte[] way, String shown) throws IOException {
        LinuxCalls.Found<ByteString> listed = LinuxCalls.llistxattr(way);
        if (listed.error() == -PosixCalls.ABI.notSupported()) {
            return Map.of();
        }
        byte[] names = found(listed, shown).toByteArray();
        if (names.length == 0) {
            return Map.of();
        }
        Map<ByteString, ByteString> xattrs = new HashMap<>();
        for (int from = 0, to = 0; to < names.length; to++) {
            if (names[to] == 0) {
                ByteString name = ByteString.of(names, from, to);
                LinuxCalls.Found<ByteString> value = LinuxCalls.lgetxattr(way, name.toByteArray());
                if (value.error() != -LinuxCalls.NO_DATA) {
                    xattrs.put(name, found(value, shown));
                }
                from = to + 1;
            }
        }
        return xattrs;
    }

    @Override
    public void xattr(ByteString name, ByteString attribute, ByteString value) throws IOException {
        byte[] text = attribute.toByteArray();
        check(LinuxCalls.lsetxattr(way(name), text, value.toByteArray()), name);
    }

    @Override
    public void removeXattr(ByteString name, ByteString attribute) throws IOException {
        removeXattr(way(name), attribute, shown(name));
    }

    @Override
    public void removeXattr(ByteString attribute) throws IOException {
        removeXattr(way(), attribute, path());
    }

    private static void removeXattr(byte[] way, ByteString attribute, String shown)
            throws IOException {
        int result = LinuxCalls.lremovexattr(way, attribute.toByteArray());
        if (result != -LinuxCalls.NO_DATA) {
            check(result, shown);
        }
    }

    /** A path by which the system finds what has the name without following it. */
    private byte[] way(ByteString name) throws UnusableNameException {
        byte[] last = bytes(name);
        byte[] folder = way();
        byte[] way = new byte[folder.length + last.length];
        System.arraycopy(folder, 0, way, 0, folder.length);
        System.arraycopy(last, 0, way, folder.length, last.length);
        return way;
    }

    /** Such a path of this folder; the slash makes it the folder and not the entry for it. */
    private byte[] way() {
        return ("/proc/self/fd/" + number() + "/").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public FileChannel file(ByteString name, boolean write) throws IOException {
        int looked = look(name);
        try {
            Path way = Path.of("/proc/self/fd/" + looked);
            return write
                    ? FileChannel.open(way, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    : FileChannel.open(way, StandardOpenOption.READ);
        } finally {
            int _ = PosixCalls.close(looked);
        }
    }

    /** A descriptor of a regular file that is not open yet, so that no device is ever opened. */
    private int look(ByteString name) throws IOException {
        String shown = shown(name);
        int looked = check(PosixCalls.openat(number(), bytes(name), LOOKING, 0), shown);
        Stat stat = LinuxCalls.stat(looked, ITSELF).value();
        if (stat == null || stat.type() != EntryType.FILE) {
            int _ = PosixCalls.close(looked);
            throw new NoSuchFileException(shown, null, "is no regular file");
        }
        return looked;
    }

    @Override
    public void copyFile(ByteString name, LiveDirectory to, ByteString newName) throws IOException {
        try (NewFile made = to.create(newName, 0600)) {
            if (!cloned(name, ((PosixFile) made).number())) {
                try (FileChannel from = file(name, false);
                        FileChannel into = to.file(newName, true)) {
                    copy(from, pieces(name), into);
                    made.truncate(from.size());
                }
            }
        } catch (IOException | RuntimeException e) {
            if (!(e instanceof java.nio.file.FileAlreadyExistsException)) {
                Placing.undo(to, newName, e);
            }
            throw e;
        }
    }

    @Override
    public List<Entry.Extent> pieces(ByteString name) throws IOException {
        int open = openFile(name);
        try {
            List<Entry.Extent> pieces = new ArrayList<>();
            long at = LinuxCalls.seek(open, 0, LinuxCalls.SEEK_DATA);
            while (at >= 0) {
                long end = LinuxCalls.seek(open, at, LinuxCalls.SEEK_HOLE);
                if (end <= at) {
                    break;
                }
                pieces.add(new Entry.Extent(at, end - at));
                at = LinuxCalls.seek(open, end, LinuxCalls.SEEK_DATA);
            }
            return pieces;
        } finally {
            int _ = PosixCalls.close(open);
        }
    }

    /** A descriptor of a regular file for reading. */
    private int openFile(ByteString name) throws IOException {
        int looked = look(name);
        try {
            byte[] way = ("/proc/self/fd/" + looked).getBytes(StandardCharsets.US_ASCII);
            return check(PosixCalls.open(way, PosixCalls.ABI.closeOnExec()), shown(name));
        } finally {
            int _ = PosixCalls.close(looked);
        }
    }

    private boolean cloned(ByteString name, int into) throws IOException {
        int from = openFile(name);
        try {
            return LinuxCalls.clone(into, from) >= 0;
        } finally {
            int _ = PosixCalls.close(from);
        }
    }

    /** Holes stay holes: they may be larger than the disk. */
    private static void copy(FileChannel from, List<Entry.Extent> pieces, FileChannel into)
            throws IOException {
        for (Entry.Extent piece : pieces) {
            long end = piece.offset() + piece.length();
            into.position(piece.offset());
            for (long at = piece.offset(); at < end; ) {
                long copied = from.transferTo(at, end - at, into);
                if (copied <= 0) {
                    break;
                }
                at += copied;
            }
        }
    }

    @Override
    public void move(ByteString name, LiveDirectory to, ByteString newName) throws IOException {
        LinuxDirectory other = (LinuxDirectory) to;
        int result = LinuxCalls.rename(number(), bytes(name), other.number(), other.bytes(newName));
        if (result == -LinuxCalls.NOT_EMPTY || result == -Abi.EEXIST) {
            throw new DirectoryNotEmptyException(other.shown(newName));
        }
        other.check(result, newName);
    }

    @Override
    public void exchange(ByteString name, LiveDirectory other, ByteString otherName)
            throws IOException {
        move(name, (LinuxDirectory) other, otherName, LinuxCalls.EXCHANGE);
    }

    @Override
    public void moveAndHide(ByteString name, LiveDirectory to, ByteString newName)
            throws IOException {
        move(name, (LinuxDirectory) to, newName, LinuxCalls.LEAVE_WHITEOUT);
    }

    private void move(ByteString name, LinuxDirectory to, ByteString newName, int how)
            throws IOException {
        to.check(
                LinuxCalls.rename(number(), bytes(name), to.number(), to.bytes(newName), how),
                newName);
    }

    @Override
    public void removeDirectory(ByteString name) throws IOException {
        int result = LinuxCalls.removeFolder(number(), bytes(name));
        if (result == -LinuxCalls.NOT_EMPTY || result == -Abi.EEXIST) {
            throw new DirectoryNotEmptyException(shown(name));
        }
        check(result, name);
    }

    @Override
    public void sync() throws IOException {
        check(LinuxCalls.syncfs(number()), path());
    }

    @Override
    public Path handle() {
        return Path.of("/proc/self/fd/" + number());
    }

    private static <T> T found(LinuxCalls.Found<T> found, String shown) throws IOException {
        check(found.error(), shown);
        return Objects.requireNonNull(found.value());
    }
}
