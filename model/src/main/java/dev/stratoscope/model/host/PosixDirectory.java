package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.file.Path;

/** A folder behind a descriptor: every step is one system call relative to it. */
class PosixDirectory extends PosixOpened implements Directory {
    private static final Abi ABI = PosixCalls.ABI;
    private static final int FOLDER = ABI.directory() | ABI.closeOnExec();

    /** Takes the descriptor over. */
    PosixDirectory(int descriptor, String path) {
        super(descriptor, path);
    }

    static PosixDirectory open(Path path) throws IOException {
        String shown = Printable.of(path.toString());
        return new PosixDirectory(check(PosixCalls.open(PathBytes.of(path), FOLDER), shown), shown);
    }

    @Override
    public Directory directory(ByteString name) throws IOException {
        return new PosixDirectory(openFolder(name), shown(name));
    }

    /** The descriptor of the folder of that name. */
    final int openFolder(ByteString name) throws IOException {
        int flags = FOLDER | ABI.noFollow();
        return check(PosixCalls.openat(number(), bytes(name), flags, 0), shown(name));
    }

    @Override
    public void makeDirectory(ByteString name, int mode) throws IOException {
        check(PosixCalls.mkdirat(number(), bytes(name), mode), name);
    }

    @Override
    public NewFile create(ByteString name, int mode) throws IOException {
        int flags =
                Abi.WRITE_ONLY
                        | ABI.create()
                        | ABI.exclusive()
                        | ABI.noFollow()
                        | ABI.closeOnExec();
        int opened = PosixCalls.openat(number(), bytes(name), flags, mode);
        String child = shown(name);
        return new PosixFile(check(opened, child), child);
    }

    @Override
    public void symlink(ByteString name, ByteString target) throws IOException {
        check(PosixCalls.symlinkat(target.toByteArray(), number(), bytes(name)), name);
    }

    @Override
    public void link(ByteString name, Directory from, ByteString file) throws IOException {
        PosixDirectory folder = (PosixDirectory) from;
        byte[] old = folder.bytes(file);
        int result = PosixCalls.linkat(folder.number(), old, number(), bytes(name));
        switch (-result) {
            case Abi.EXDEV ->
                    throw new NotSupportedException(shown(name), "the file is on another disk");
            case Abi.EMLINK ->
                    throw new NotSupportedException(shown(name), "the file has too many names");
            // What Linux says of a disk that has no hard links.
            case Abi.EPERM ->
                    throw new NotSupportedException(shown(name), "there are no hard links");
            default -> check(result, name);
        }
    }

    @Override
    public void fifo(ByteString name, int mode) throws IOException {
        check(PosixCalls.mkfifoat(number(), bytes(name), mode), name);
    }

    @Override
    public void device(ByteString name, EntryType type, long major, long minor, int mode)
            throws IOException {
        int kind =
                switch (type) {
                    case CHARACTER_DEVICE -> Abi.CHARACTER_DEVICE;
                    case BLOCK_DEVICE -> Abi.BLOCK_DEVICE;
                    default -> throw new IllegalArgumentException(type + " is no device");
                };
        long device = deviceNumber(major, minor, shown(name));
        check(PosixCalls.mknodat(number(), bytes(name), kind | mode, device), name);
    }

    private static long deviceNumber(long major, long minor, String path)
            throws NotSupportedException {
        long mostMinor = ABI.isMac() ? 0xff_ffff : 0xf_ffff;
        long mostMajor = ABI.isMac() ? 0xff : 0xfff;
        if (major < 0 || major > mostMajor || minor < 0 || minor > mostMinor) {
            throw new NotSupportedException(path, "there is no device " + major + ":" + minor);
        }
        return ABI.isMac()
                ? major << 24 | minor
                : (minor & 0xff) | major << 8 | (minor & ~0xffL) << 12;
    }

    @Override
    public void unlink(ByteString name) throws IOException {
        check(PosixCalls.unlinkat(number(), bytes(name)), name);
    }

    @Override
    public void rename(ByteString name, ByteString newName) throws IOException {
        int result = PosixCalls.renameat(number(), bytes(name), bytes(newName));
        if (result == -Abi.EISDIR) {
            throw new InTheWayException(shown(newName), "a folder is in the way of a file");
        }
        check(result, newName);
    }

    @Override
    public void chmod(ByteString name, int mode) throws IOException {
        check(PosixCalls.fchmodat(number(), bytes(name), mode), name);
    }

    @Override
    public void chown(ByteString name, long uid, long gid) throws IOException {
        String child = shown(name);
        int user = id(uid, child);
        check(PosixCalls.fchownat(number(), bytes(name), user, id(gid, child)), name);
    }

    @Override
    public void touch(ByteString name, long seconds, int nanos) throws IOException {
        check(PosixCalls.utimensat(number(), bytes(name), seconds, nanos), name);
    }

    @Override
    public String shown(ByteString name) {
        return FileName.shown(path(), name);
    }

    /** The bytes of what is one name. */
    final byte[] bytes(ByteString name) throws UnusableNameException {
        return FileName.bytes(name, path());
    }

    /** As the other, of a name in this folder. */
    final void check(int result, ByteString name) throws IOException {
        if (result < 0) {
            check(result, shown(name));
        }
    }
}
