package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A file descriptor. */
abstract class PosixOpened implements Opened {
    private static final long LARGEST_ID = 0xffff_fffeL;

    private final String path;
    private int descriptor;

    /**
     * Takes the descriptor over.
     *
     * @param path fit to be shown
     */
    PosixOpened(int descriptor, String path) {
        this.descriptor = descriptor;
        this.path = path;
    }

    /** The descriptor's number. */
    final int number() {
        if (descriptor < 0) {
            throw new IllegalStateException(path + " is closed");
        }
        return descriptor;
    }

    /** The path it was opened by, fit to be shown. */
    final String path() {
        return path;
    }

    @Override
    public void chmod(int mode) throws IOException {
        check(PosixCalls.fchmod(number(), mode), path);
    }

    @Override
    public void chown(long uid, long gid) throws IOException {
        check(PosixCalls.fchown(number(), id(uid, path), id(gid, path)), path);
    }

    @Override
    public void touch(long seconds, int nanos) throws IOException {
        check(PosixCalls.futimens(number(), seconds, nanos), path);
    }

    @Override
    public void xattr(String name, ByteString value) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        check(PosixCalls.fsetxattr(number(), text, value.toByteArray()), path);
    }

    @Override
    public void close() throws IOException {
        if (descriptor >= 0) {
            int open = descriptor;
            descriptor = -1;
            int result = PosixCalls.close(open);
            if (result != -Abi.EINTR) {
                check(result, path);
            }
        }
    }

    /** The number as the system takes it, where the largest one means none. */
    static int id(long number, String path) throws NotSupportedException {
        if (number < 0 || number > LARGEST_ID) {
            throw new NotSupportedException(path, "there is no owner " + number);
        }
        return (int) number;
    }

    /** Turns a negative result into the exception that java.nio would throw. */
    static int check(int result, String path) throws IOException {
        if (result >= 0) {
            return result;
        }
        int errno = -result;
        Abi abi = PosixCalls.ABI;
        String words = PosixCalls.words(errno);
        if (errno == abi.tooManyLinks()) {
            throw new NotDirectoryException(path);
        }
        if (errno == abi.nameTooLong() || (abi.isMac() && errno == Abi.MAC_BAD_NAME)) {
            throw new UnusableNameException(path, words);
        }
        if (errno == abi.notSupported() || errno == abi.noCall()) {
            throw new NotSupportedException(path, words);
        }
        throw switch (errno) {
            case Abi.ENOENT -> new NoSuchFileException(path);
            case Abi.EEXIST -> new FileAlreadyExistsException(path);
            case Abi.ENOTDIR -> new NotDirectoryException(path);
            case Abi.EACCES, Abi.EPERM -> new AccessDeniedException(path);
            default -> new FileSystemException(path, null, words);
        };
    }
}
